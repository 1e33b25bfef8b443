import type { InlineCode, Link, Paragraph, PhrasingContent, Text } from 'mdast';
import type { Point } from 'unist';

/** What is part of a word wherever it stands within a line, in all that this dialect is made of. */
const sign = '[^\\\\`*_&<[\\]|!\\p{Cc}]|!(?!\\[)';
/** Code on one line, which one backtick begins and ends; what begins or ends with a blank is read otherwise. */
const code = '(?<!`)`(?! )[^`\\p{Cc}]+(?<! )`(?!`)';
const address = '[^\\s\\p{Cc}\\\\`&<>()[\\]]+';
const title = '"[^"\\\\`&<\\p{Cc}]*"';
/** Words, code, a line ending, or a link. */
const inline = new RegExp(
  `((?:${sign})+)|(${code})|(\\n)|\\[((?:${sign}|${code})*)\\]\\((${address})(?: (${title}))?\\)`,
  'uy',
);
const inLink = new RegExp(`((?:${sign})+)|(${code})`, 'uy');

/** With what a line begins that can be nothing but one of a paragraph; no figures before what ends the number of an item. */
const lineStart = /^(?!\d+[.)])[\p{L}\p{N}"'“”‘’«»‹›„¿¡(—–…$€£§]/u;
const blankAtEnd = / (?:\n|$)/;

/** Where a text begins in the file that it stands in. */
interface TextStart {
  line: number;
  offset: number;
}

/**
 * Reads a paragraph of words, code and links with an address, all of them as plain as they mostly are: what micromark makes of it, node
 * by node, in a fortieth of the time. Undefined where there is anything else in it. A law holds it against micromark.
 *
 * @param text lines without indentation, none of them blank
 */
export function readPlainParagraph(text: string, { line, offset }: TextStart): Paragraph | undefined {
  if (blankAtEnd.test(text)) return undefined;
  const children: PhrasingContent[] = [];
  const place: LineAtHand = { line, lineStart: offset, offset };
  let from = 0;
  /** Where the words at hand begin; what is neither code nor a link is one text, line endings too. */
  let wordsFrom = 0;
  let wordsStart = pointAt(place, 0);
  const endWords = (at: number, end: Point): void => {
    if (at > wordsFrom) children.push(textOf(text.slice(wordsFrom, at), wordsStart, end));
  };
  if (!lineStart.test(text)) return undefined;
  while (from < text.length) {
    inline.lastIndex = from;
    const match = inline.exec(text);
    if (!match) return undefined;
    const next = inline.lastIndex;
    if (match[1] === undefined) {
      if (match[3] !== undefined) {
        if (!lineStart.test(text.slice(next, next + lineStartMax))) return undefined;
        place.line += 1;
        place.lineStart = place.offset + next;
      } else {
        const start = pointAt(place, from);
        endWords(from, start);
        const end = pointAt(place, next);
        children.push(
          match[2] === undefined ? linkOf(match, place, from, start, end) : codeOf(match[2], start, end),
        );
        wordsFrom = next;
        wordsStart = end;
      }
    }
    from = next;
  }
  endWords(text.length, pointAt(place, text.length));
  return {
    type: 'paragraph',
    children,
    position: { start: pointAt({ line, lineStart: offset, offset }, 0), end: pointAt(place, text.length) },
  };
}

/** Code units that say what a line begins with: the longest number of an item, and what ends it. */
const lineStartMax = 12;

/** A line that is read: its number, its offset in the file, and that of the paragraph. */
interface LineAtHand {
  line: number;
  lineStart: number;
  offset: number;
}

function pointAt({ line, lineStart, offset }: LineAtHand, at: number): Point {
  return { line, column: offset + at - lineStart + 1, offset: offset + at };
}

function textOf(value: string, start: Point, end: Point): Text {
  return { type: 'text', value, position: { start, end } };
}

function codeOf(written: string, start: Point, end: Point): InlineCode {
  return {
    type: 'inlineCode',
    value: written.slice(1, -1),
    position: { start, end },
  };
}

function linkOf(match: RegExpExecArray, place: LineAtHand, from: number, start: Point, end: Point): Link {
  const { 4: label = '', 5: url = '', 6: quoted } = match;
  const children: (Text | InlineCode)[] = [];
  let at = 0;
  while (at < label.length) {
    inLink.lastIndex = at;
    const [written = '', plain] = inLink.exec(label) ?? [];
    const first = pointAt(place, from + 1 + at);
    const last = pointAt(place, from + 1 + at + written.length);
    children.push(plain === undefined ? codeOf(written, first, last) : textOf(written, first, last));
    at += written.length;
  }
  const position = { start, end };
  return { type: 'link', title: quoted === undefined ? null : quoted.slice(1, -1), url, children, position };
}
