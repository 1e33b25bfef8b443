import type { Paragraph } from 'mdast';
import type {
  Diagnostic,
  Document,
  Edition,
  EditionConfiguration,
  EditionSegment,
  JsonObject,
  Recall,
  Segment,
  SegmentNode,
  Staged,
  Vocabulary,
} from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { listLabels } from '../text/list-labels.ts';
import { parseSegment } from '../text/syntax.ts';
import { copyTree } from './copy-tree.ts';
import { findEntry } from './find-entry.ts';
import { footnoteLabels } from './footnote-labels.ts';
import { locateIn, locateInSource } from './locate-nodes.ts';
import { indexEntries, type PoFile } from './po-file.ts';
import { reportState, reportUnused } from './report-segment.ts';
import { translateSegment } from './translate-segment.ts';

/**
 * Makes an edition: the document's structure with the words of a catalog. What is not translated, or not
 * confirmed, is shown in the source language; it is reported here where the edition has no threshold, else in one finding
 * of its standing. The edition in the source language is the document.
 *
 * @param catalog undefined where the edition has none
 */
export function localize(
  document: Document,
  segments: Segment[],
  catalog: PoFile | undefined,
  edition: EditionConfiguration,
  vocabulary: Vocabulary,
  recall?: Recall,
): Staged<Edition> {
  const { language, tag } = edition;
  const inline = { footnotes: footnoteLabels(document.tree), ...(recall && { recall }) };
  const notes = { ...inline, definitions: listLabels(document) };
  const parse = (markdown: string): Paragraph => parseSegment(markdown, inline);
  if (document.frontMatter.value.language === language) {
    return { value: sourceEdition(document, segments, edition, parse), diagnostics: [] };
  }

  const diagnostics: Diagnostic[] = [];
  const entries = indexEntries(catalog?.entries ?? []);
  const isBroken = catalog?.entries.some(({ readable }) => !readable) ?? false;
  const mayHaveGaps = edition.threshold !== undefined;
  if (entries.size === 0 && !isBroken && !mayHaveGaps) {
    const location = document.frontMatter.locate('language');
    diagnostics.push(diagnose('edition-has-catalog', location, { language }));
  }
  const translated = segments.map((segment) => {
    const entry = findEntry(segment, entries);
    const { value, diagnostics: found } = translateSegment(segment, entry, notes, vocabulary);
    if (entries.size > 0 && value.state !== 'translated' && !mayHaveGaps)
      diagnostics.push(reportState(segment, entry, language));
    diagnostics.push(...found);
    return value;
  });
  const used = new Set(translated.map(({ entry }) => entry));
  for (const entry of entries.values()) if (!used.has(entry)) diagnostics.push(reportUnused(entry));

  const contents = new Map(
    translated.flatMap(({ segment, content }) => (segment.node ? [[segment.node, content] as const] : [])),
  );
  const { tree, copies } = copyTree(document.tree, contents);
  const frontMatter = structuredClone(document.frontMatter.value);
  const editionSegments = translated.map(({ segment, entry, markdown, content, state }): EditionSegment => {
    if (segment.key !== undefined) setAt(frontMatter, segment.key, markdown);
    const copy = segment.node && copies.get(segment.node);
    const node: SegmentNode = copy ?? { type: 'paragraph', children: content.children };
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
