import type { Html, Nodes, Paragraph, PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import type {
  Catalog,
  CatalogEntry,
  Diagnostic,
  Document,
  Edition,
  EditionConfiguration,
  EditionSegment,
  JsonObject,
  Location,
  Segment,
  SegmentNode,
  Staged,
  Vocabulary,
} from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { parseSegment, readSegment } from '../text/syntax.ts';
import { borrowTitles } from './borrow-titles.ts';
import { keysOf } from './contexts.ts';
import { copyTree, type Words } from './copy-tree.ts';
import { footnoteLabels } from './footnote-labels.ts';
import { locateIn, locateInSource } from './locate-nodes.ts';
import { reportForeign, reportState, reportUnused } from './report-segment.ts';

/** A segment with the words that an edition has for it. */
interface Wording {
  segment: Segment;
  entry: CatalogEntry | undefined;
  markdown: string;
  children: PhrasingContent[];
  /** Of the whole translation, in its own text; undefined where the source's words are shown. */
  position: Position | undefined;
  state: EditionSegment['state'];
}

/**
 * Makes an edition: the document's structure with the words of a catalog. What is not translated, or not
 * confirmed, is shown in the source language; it is reported here where the edition has no threshold, else in one finding
 * by `reportCompleteness`. The edition in the source language is the document.
 *
 * @param catalog undefined where the edition has none
 */
export function localize(
  document: Document,
  segments: Segment[],
  catalog: Catalog | undefined,
  edition: EditionConfiguration,
  vocabulary: Vocabulary,
): Staged<Edition> {
  const { language, tag } = edition;
  const footnotes = footnoteLabels(document.tree);
  const parse = (markdown: string): Paragraph => parseSegment(markdown, { footnotes });
  if (document.frontMatter.value.language === language) {
    return { value: sourceEdition(document, segments, edition, parse), diagnostics: [] };
  }

  const diagnostics: Diagnostic[] = [];
  const entries = catalog?.entries ?? new Map<string, CatalogEntry>();
  const mayHaveGaps = edition.threshold !== undefined;
  if (entries.size === 0 && !catalog?.isBroken && !mayHaveGaps) {
    const location = document.frontMatter.locate('language');
    diagnostics.push(diagnose('edition-has-catalog', location, { language }));
  }
  const wordings = segments.map((segment): Wording => {
    const entry = keysOf(segment)
      .map((key) => entries.get(key))
      .find((found) => found !== undefined);
    const state = stateOf(entry);
    if (entries.size > 0 && state !== 'translated' && !mayHaveGaps)
      diagnostics.push(reportState(segment, entry, language));
    if (!entry || state !== 'translated') {
      const { children } = segment.node ?? parse(segment.markdown);
      const words = { markdown: segment.markdown, children: structuredClone(children), position: undefined };
      return { segment, entry, ...words, state };
    }
    const source = segment.node ?? parse(segment.markdown);
    const { value: free, diagnostics: oversize } = readSegment(entry.msgstr, { footnotes, allowHtml: true });
    for (const finding of oversize) diagnostics.push({ ...finding, location: startOf(entry) });
    // A document has HTML nodes only where its project allows HTML.
    const html = findHtml(source) ? undefined : findHtml(free);
    const foreign = reportForeign(segment, entry, html);
    if (foreign) diagnostics.push(foreign);
    const paragraph = html ? parse(entry.msgstr) : free;
    borrowTitles(source, paragraph, vocabulary);
    const { children, position } = paragraph;
    return { segment, entry, markdown: entry.msgstr, children, position, state };
  });
  const used = new Set(wordings.map(({ entry }) => entry));
  for (const entry of entries.values()) if (!used.has(entry)) diagnostics.push(reportUnused(entry));

  const words = new Map<Nodes, Words>();
  for (const { segment, children, position } of wordings) {
    if (segment.node) words.set(segment.node, { children, position });
  }
  const { tree, copies } = copyTree(document.tree, words);
  const frontMatter = structuredClone(document.frontMatter.value);
  const editionSegments = wordings.map(({ segment, entry, markdown, children, state }): EditionSegment => {
    if (segment.key !== undefined) setAt(frontMatter, segment.key, markdown);
    const copy = segment.node && copies.get(segment.node);
    const node: SegmentNode = copy ?? { type: 'paragraph', children };
    const locate = entry && state === 'translated' ? locateIn(entry) : locateInSource(document, segment);
    const remarks = entry && state === 'translated' ? entry.remarks : [];
    return { segment, markdown, node, state, remarks, locate };
  });
  return {
    value: { language, tag, isSource: false, tree, frontMatter, segments: editionSegments },
    diagnostics,
  };
}

function sourceEdition(
  document: Document,
  segments: Segment[],
  { language, tag }: EditionConfiguration,
  parse: (markdown: string) => Paragraph,
): Edition {
  return {
    language,
    tag,
    isSource: true,
    tree: document.tree,
    frontMatter: document.frontMatter.value,
    segments: segments.map((segment) => ({
      segment,
      markdown: segment.markdown,
      node: segment.node ?? parse(segment.markdown),
      state: 'source',
      remarks: [],
      locate: locateInSource(document, segment),
    })),
  };
}

/** A translation that is too long to read is too long to show. */
function startOf({ location: { path, start } }: CatalogEntry): Location {
  return { path, start, end: start };
}

function stateOf(entry: CatalogEntry | undefined): 'translated' | 'fuzzy' | 'untranslated' {
  if (!entry || entry.msgstr.trim() === '') return 'untranslated';
  return entry.fuzzy ? 'fuzzy' : 'translated';
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

/** Sets a value that is there already, at a path with slashes ("keywords/2"). */
function setAt(value: JsonObject, path: string, text: string): void {
  const steps = path.split('/');
  const last = steps.pop() ?? '';
  let parent: unknown = value;
  for (const step of steps) {
    parent = Object.hasOwn(Object(parent), step) ? (parent as JsonObject)[step] : undefined;
  }
  if (Object.hasOwn(Object(parent), last)) (parent as JsonObject)[last] = text;
}
