import { toString as plainText } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import type { Document, Edition, EditionSegment, OutputFile, PageConfiguration } from '../model.ts';
import { applySplices, type Splice } from '../text/apply-splices.ts';
import { findMovedHeadings } from './find-moved-headings.ts';
import { keepReferences } from './keep-references.ts';
import { type LeadAddress, leadDefinitions, leadLinks, leadMarkdown } from './lead-links.ts';
import { markdownType } from './media-types.ts';
import { startOfBody, translateFrontMatter } from './page-front-matter.ts';

/** Path of a page in another language: "docs/README.md" is "docs/README.es.md". */
export function pagePath({ path }: PageConfiguration, language: string): string {
  return path.replace(/\.md$/, `.${language}.md`);
}

/** What a page in another language is written with. */
export interface PageServices {
  /** Tells whoever opens the file where to change it. */
  notice: string;
  /** Where links lead to in that language. */
  lead: LeadAddress;
}

/**
 * Writes a page in another language: the source text, byte for byte, with the words of its segments exchanged. Where a segment has the
 * source's words it is the source's bytes, but for links that lead elsewhere. A heading whose id would change with its words
 * gets an anchor with the source's id, so that links to it hold in every language. The path of the file is relative to the project.
 */
export function writePage(
  page: PageConfiguration,
  document: Document,
  edition: Edition,
  { notice, lead }: PageServices,
): OutputFile {
  const { text } = document;
  const bodyStart = startOfBody(text);
  const moved = findMovedHeadings(document, edition);
  const splices = edition.segments.flatMap((segment) => [
    ...(moved.has(segment) ? anchorHeading(segment, text) : []),
    ...exchangeWords(segment, text, page, lead),
  ]);
  const comment = `<!-- tinkuy: ${notice.replaceAll('--', '–')} -->\n\n`;
  const body = applySplices(text, [
    { start: bodyStart, end: bodyStart, text: comment },
    ...splices,
    ...leadDefinitions(document, lead),
  ]);
  return {
    path: pagePath(page, edition.language),
    text: translateFrontMatter(text.slice(0, bodyStart), edition) + body.slice(bodyStart),
    mediaType: markdownType,
    language: edition.language,
  };
}

/** An anchor above a heading, in the list or quotation that the heading stands in. */
function anchorHeading({ segment: { node } }: EditionSegment, text: string): Splice[] {
  const start = node?.position?.start.offset;
  const id = node?.type === 'heading' ? node.data?.id : undefined;
  if (start === undefined || id === undefined) return [];
  const prefix = prefixOf(text, start);
  const line = text.lastIndexOf('\n', start - 1) + 1;
  // Right behind a paragraph it would be words of that.
  const isBehind = prefix === text.slice(line, start) && /[^>\s][^\n]*\n$/.test(text.slice(0, line));
  const anchor = `<span id="${id}"></span>\n${prefix.trimEnd()}\n${prefix}`;
  return [{ start, end: start, text: isBehind ? `\n${prefix}${anchor}` : anchor }];
}

/** What a line begins with that goes on with the blocks in which an offset stands: lists and notes are indented. */
function prefixOf(text: string, offset: number): string {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return (
    before
      .replace(/\[\^[^\]]*\]:[ \t]*/, '    ')
      // A blank behind the sign of a quotation is part of it.
      .replace(/>(?=[^>\s])/g, '> ')
      .replace(/[^>\s]/g, ' ')
  );
}

/** The words of a segment in the place of the source's; of those that are the source's nothing but addresses is exchanged. */
function exchangeWords(
  segment: EditionSegment,
  text: string,
  page: PageConfiguration,
  lead: LeadAddress,
): Splice[] {
  const { markdown, segment: source } = segment;
  const start = source.location.start.offset;
  const end = source.location.end.offset;
  if (!source.node || start === undefined || end === undefined) return [];
  const { open, close } = marksOf(segment, page);
  if (markdown === source.markdown) {
    const marks =
      open === ''
        ? []
        : [
            { start, end: start, text: open },
            { start: end, end, text: close },
          ];
    return [...marks, ...leadLinks(source.node, text, lead)];
  }
  const words = leadMarkdown(keepReferences(markdown, source, text), lead);
  return [{ start, end, text: open + fit({ ...segment, markdown: words }, text, start) + close }];
}

/** Words that stand untranslated bear their language (https://www.w3.org/TR/WCAG22/#language-of-parts). */
function marksOf(
  { state, node }: EditionSegment,
  { language }: PageConfiguration,
): { open: string; close: string } {
  const isMarked = state !== 'source' && state !== 'translated' && plainText(node).trim() !== '';
  return isMarked ? { open: `<span lang="${language}">`, close: '</span>' } : { open: '', close: '' };
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
  const [first = '', ...rest] = markdown.split('\n');
  const prefix = prefixOf(text, start);
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
