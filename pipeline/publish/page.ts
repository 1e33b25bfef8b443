import { toString as plainText } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import { isScalar, parseDocument as parseYaml } from 'yaml';
import type { Document, Edition, EditionSegment, OutputFile, PageConfiguration } from '../model.ts';
import { isReadOtherwise } from './front-matter-yaml.ts';
import { markdownType } from './media-types.ts';

/** Replacement of a range of a text; offsets in UTF-16 code units. */
interface Splice {
  start: number;
  end: number;
  text: string;
}

/** Path of a page in another language: "docs/README.md" is "docs/README.es.md". */
export function pagePath({ path }: PageConfiguration, language: string): string {
  return path.replace(/\.md$/, `.${language}.md`);
}

/**
 * Writes a page in another language: the source text, byte for byte, with the words of its segments exchanged. A
 * heading whose id would change with its words gets an anchor with the source's id, so that links to it hold in every
 * language. The path of the file is relative to the project.
 *
 * @param notice tells whoever opens the file where to change it
 * @param idOf the id that viewers make of a heading's words
 */
export function writePage(
  page: PageConfiguration,
  document: Document,
  edition: Edition,
  notice: string,
  idOf: (segment: EditionSegment) => string,
): OutputFile {
  const { text } = document;
  const splices = edition.segments.flatMap((segment): Splice[] => {
    const { start, end } = segment.segment.location;
    if (segment.segment.key !== undefined || start.offset === undefined || end.offset === undefined)
      return [];
    const words = {
      start: start.offset,
      end: end.offset,
      text: mark(segment, fit(segment, text, start.offset), page),
    };
    const id = segment.node.type === 'heading' ? segment.node.data?.id : undefined;
    if (id === undefined || idOf(segment) === id) return [words];
    const line = text.lastIndexOf('\n', start.offset) + 1;
    return [{ start: line, end: line, text: `<span id="${id}"></span>\n\n` }, words];
  });
  const bodyStart = startOfBody(text);
  let result = translateFrontMatter(text.slice(0, bodyStart), edition);
  result += `<!-- tinkuy: ${notice.replaceAll('--', '–')} -->\n\n`;
  let at = bodyStart;
  for (const { start, end, text: words } of splices.sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, start) + words;
    at = end;
  }
  return {
    path: pagePath(page, edition.language),
    text: result + text.slice(at),
    mediaType: markdownType,
    language: edition.language,
  };
}

/** Words that stand untranslated bear their language (https://www.w3.org/TR/WCAG22/#language-of-parts). */
function mark({ state, node }: EditionSegment, words: string, { language }: PageConfiguration): string {
  if (state === 'source' || state === 'translated' || plainText(node).trim() === '') return words;
  return `<span lang="${language}">${words}</span>`;
}

/** What would begin a block at the beginning of a line. */
const blockMark = /^(?:[#>|:`~=+*_-]|\d{1,9}[.)])/;

/**
 * A segment's Markdown as it can stand in its place: pipes of cells escaped, lines after the first as the blocks around want. Four
 * spaces make a line go on with its paragraph, whatever it begins with.
 */
function fit(segment: EditionSegment, text: string, start: number): string {
  const { node } = segment;
  const markdown = nameCalls(segment);
  if (node.type === 'tableCell') return markdown.replace(/(?<!\\)\|/g, '\\|');
  if (!markdown.includes('\n')) return markdown;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const [first = '', ...rest] = markdown.split('\n');
  const prefix = before.replace(/[^>\s]/g, ' ');
  return [first, ...rest.map((line) => `${prefix}${blockMark.test(line) ? '    ' : ''}${line}`)].join('\n');
}

/** Calls of footnotes have the label of the note in its very characters: whoever reads the page knows no other form of them. */
function nameCalls({ markdown, node }: EditionSegment): string {
  const labels = new Map<string, string>();
  visitParents(node, 'footnoteReference', ({ label, identifier }) => {
    labels.set(foldLabel(label ?? identifier), label ?? identifier);
  });
  if (labels.size === 0) return markdown;
  return markdown.replace(/(?<!\\)\[\^([^\]\s[]+)\]/g, (call, label: string) => {
    const named = labels.get(foldLabel(label));
    return named === undefined ? call : `[^${named}]`;
  });
}

function foldLabel(label: string): string {
  return label.normalize('NFC').toLowerCase();
}

const frontMatter = /^---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)(?:[ \t]*\r?\n)*/;

function startOfBody(text: string): number {
  return frontMatter.exec(text)?.[0].length ?? 0;
}

/** Front matter with its translatable values exchanged; order, comments and everything else stay. */
function translateFrontMatter(text: string, edition: Edition): string {
  const translated = edition.segments.filter(({ segment }) => segment.key !== undefined);
  if (translated.length === 0) return text;
  const [, open = '', yaml = '', close = ''] = /^(---[^\n]*\n)([\s\S]*?\n)(---[\s\S]*)$/.exec(text) ?? [];
  const document = parseYaml(yaml);
  for (const { segment, markdown } of translated) {
    const path = segment.key?.split('/') ?? [];
    document.setIn(path, markdown);
    const node = document.getIn(path, true);
    if (isScalar(node) && isReadOtherwise(markdown)) node.type = 'QUOTE_DOUBLE';
  }
  return open + document.toString({ lineWidth: 0 }) + close;
}
