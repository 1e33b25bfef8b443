import type { Html, Nodes } from 'mdast';
import type { Diagnostic, Location, Segment, Staged, TranslationState, Vocabulary } from '../model.ts';
import { parseSegment, readSegment, type SegmentContext } from '../text/syntax.ts';
import { borrowTitles } from './borrow-titles.ts';
import { checkTranslatedMarks } from './check-translated-marks.ts';
import type { NodeContent } from './copy-tree.ts';
import { type PoEntry, stateOf } from './po-file.ts';
import { reportForeign } from './report-segment.ts';

/** A segment with the words that an edition has for it. */
interface TranslatedSegment {
  segment: Segment;
  /** Undefined where the catalog does not have the segment. */
  entry: PoEntry | undefined;
  state: TranslationState;
  markdown: string;
  /** The position is that of the whole translation, in its own text; undefined where the source's words are shown. */
  content: NodeContent;
}

/**
 * Reads the translation of a segment as inline Markdown; the source's words stand where nobody has confirmed one.
 * Findings: translation-stays-inline, and those of readSegment and checkTranslatedMarks.
 *
 * @param notes those of the document
 */
export function translateSegment(
  segment: Segment,
  entry: PoEntry | undefined,
  notes: Pick<SegmentContext, 'footnotes' | 'definitions' | 'recall'>,
  vocabulary: Vocabulary,
): Staged<TranslatedSegment> {
  const { definitions: _, ...inline } = notes;
  const source = segment.node ?? parseSegment(segment.markdown, inline);
  const state = entry ? stateOf(entry) : 'untranslated';
  if (!entry || state !== 'translated') {
    const content = { children: structuredClone(source.children), position: undefined };
    return { value: { segment, entry, state, markdown: segment.markdown, content }, diagnostics: [] };
  }
  const { value: free, diagnostics: oversize } = readSegment(entry.msgstr, { ...inline, allowHtml: true });
  const diagnostics: Diagnostic[] = oversize.map((finding) => ({ ...finding, location: startOf(entry) }));
  // A document has HTML nodes only where its project allows HTML.
  const html = findHtml(source) ? undefined : findHtml(free);
  const foreign = reportForeign(segment, entry, html);
  if (foreign) diagnostics.push(foreign);
  diagnostics.push(...checkTranslatedMarks(segment, entry, free, notes));
  const paragraph = html ? parseSegment(entry.msgstr, inline) : free;
  borrowTitles(source, paragraph, vocabulary);
  const { children, position } = paragraph;
  const content = { children, position };
  return { value: { segment, entry, state, markdown: entry.msgstr, content }, diagnostics };
}

/** A translation that is too long to read is too long to show. */
function startOf({ location: { path, start } }: PoEntry): Location {
  return { path, start, end: start };
}

function findHtml(node: Nodes): Html | undefined {
  if (node.type === 'html') return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = findHtml(child);
    if (found) return found;
  }
  return undefined;
}
