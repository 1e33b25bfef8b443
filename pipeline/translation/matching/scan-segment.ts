import type { TextRange } from '../../model.ts';

/** A part of a segment that counts when two segments are compared; the range is in UTF-16 code units of the Markdown. */
export interface SegmentToken extends TextRange {
  kind: 'word' | 'number' | 'link' | 'note' | 'code';
  /** A word in lower case, figures as typed, the address of a link, the label of a note, inline code with its signs. */
  text: string;
  /** The link whose words hold it. */
  link: LinkToken | undefined;
}

/** A link or an image; stands before the tokens of its words. */
export interface LinkToken extends SegmentToken {
  kind: 'link';
  title: string | undefined;
  isImage: boolean;
  /** Range of its words; empty where there are none. */
  words: TextRange;
}

const word = /[\p{L}\p{M}\p{Nd}]+/uy;
const letter = /\p{L}/u;
const number =
  /(?:\p{Nd}{1,3}(?:[ \u00a0\u2009\u202f'’]\p{Nd}{3}(?!\p{Nd}))+(?:[.,]\p{Nd}+)?|\p{Nd}+(?:[.,\u066b\u066c]\p{Nd}+)*)(?![\p{L}\p{M}\p{Nd}])/uy;
/** What stands after the words of a link: its address, in angle brackets or without, and its title. */
const destination =
  /\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\([^\s()]*\))*))(?:\s+("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?\s*\)/y;
const noteCall = /\[\^([^\]\s]+)\]/y;
const inlineCode = /(`+)(?!`)(?:.|\n)*?(?<!`)\1(?!`)/y;
const ticks = /`+/y;
const autolink = /<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*)>/y;
const tag = /<[a-zA-Z/!][^>]*>/y;
const escapable = /[!-/:-@[-`{-~]/;
/** Letters of scripts that put no spaces between words: each is what stands for one. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/gu;
/** First letter of those scripts. */
const unspacedMin = '\u0e00';

/**
 * Reads a segment as far as a comparison needs it: words, figures, links with their addresses, notes, inline code. Much
 * cheaper than a parser of Markdown and right for what our segments hold; whoever writes by it checks with
 * {@link import('../inline-codes.ts').splitSegment}.
 */
export function scanSegment(markdown: string): SegmentToken[] {
  const tokens: SegmentToken[] = [];
  const opened: { at: number; start: number; inner: number }[] = [];
  const add = (kind: SegmentToken['kind'], text: string, start: number, end: number): number => {
    tokens.push({ kind, text, start, end, link: undefined });
    return end;
  };

  /** Reads what begins at a place; returns where the next thing does. */
  const readFrom = (at: number): number => {
    switch (markdown[at]) {
      case '\\':
        return at + (escapable.test(markdown[at + 1] ?? '') ? 2 : 1);
      case '[': {
        const note = matchAt(noteCall, markdown, at);
        if (note) return add('note', note[1] ?? '', at, at + note[0].length);
        const start = markdown[at - 1] === '!' ? at - 1 : at;
        opened.push({ at: tokens.length, start, inner: at + 1 });
        return at + 1;
      }
      case ']':
        return closeLink(at);
      case '`': {
        const code = matchAt(inlineCode, markdown, at)?.[0];
        if (code) return add('code', code, at, at + code.length);
        return at + (matchAt(ticks, markdown, at)?.[0].length ?? 1);
      }
      case '<': {
        const [whole = '<', address] = matchAt(autolink, markdown, at) ?? matchAt(tag, markdown, at) ?? [];
        const end = at + whole.length;
        const range = { start: at, end, isImage: false, words: { start: end, end } };
        if (address !== undefined) tokens.push(linkToken(address, undefined, range));
        return end;
      }
      default:
        return readWord(at);
    }
  };

  const closeLink = (at: number): number => {
    const from = opened.pop();
    const match = from && matchAt(destination, markdown, at);
    if (!match) return at + 1;
    const end = at + match[0].length;
    const url = (match[1] ?? match[2] ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1');
    const isImage = markdown[from.start] === '!';
    const range = { start: from.start, end, isImage, words: { start: from.inner, end: at } };
    const link = linkToken(url, match[3]?.slice(1, -1), range);
    for (const token of tokens.slice(from.at)) token.link ??= link;
    tokens.splice(from.at, 0, link);
    return end;
  };

  const readWord = (at: number): number => {
    const found = matchAt(word, markdown, at)?.[0];
    if (found === undefined) return at + 1;
    const figures = letter.test(found) ? undefined : matchAt(number, markdown, at)?.[0];
    if (figures !== undefined) return add('number', figures, at, at + figures.length);
    for (const { text, index } of splitWord(found)) {
      add('word', text.normalize('NFC').toLowerCase(), at + index, at + index + text.length);
    }
    return at + found.length;
  };

  for (let at = 0; at < markdown.length; ) at = isBlank(markdown.charCodeAt(at)) ? at + 1 : readFrom(at);
  return tokens;
}

/** Space, comma, full stop: what needs no look. */
function isBlank(code: number): boolean {
  return code === 32 || code === 44 || code === 46;
}

function splitWord(found: string): { text: string; index: number }[] {
  if (found < unspacedMin) return [{ text: found, index: 0 }];
  const parts: { text: string; index: number }[] = [];
  let from = 0;
  for (const { 0: sign, index } of found.matchAll(unspaced)) {
    if (index > from) parts.push({ text: found.slice(from, index), index: from });
    parts.push({ text: sign, index });
    from = index + sign.length;
  }
  if (from < found.length) parts.push({ text: found.slice(from), index: from });
  return parts;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function linkToken(
  text: string,
  title: string | undefined,
  range: Pick<LinkToken, 'start' | 'end' | 'isImage' | 'words'>,
): LinkToken {
  return { kind: 'link', text, title, link: undefined, ...range };
}

/** Whether a token is a link. */
export function isLink(token: SegmentToken): token is LinkToken {
  return token.kind === 'link';
}
