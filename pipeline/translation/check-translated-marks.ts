import type { Nodes, Paragraph } from 'mdast';
import type { Diagnostic, Location, Segment } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { findAttributes } from '../text/find-attributes.ts';
import { listReferences } from '../text/list-references.ts';
import { readSegment, type SegmentContext } from '../text/syntax.ts';
import type { PoEntry } from './po-file.ts';

/**
 * Finds in a translation what only the source may have: an id or class in braces, a link whose address stands in a definition.
 * What the source has as words may be words here.
 * Findings: attribute-has-an-effect, link-is-inline.
 *
 * @param paragraph the msgstr, read
 */
export function checkTranslatedMarks(
  segment: Segment,
  entry: PoEntry,
  paragraph: Paragraph,
  notes: Pick<SegmentContext, 'footnotes' | 'definitions' | 'recall'>,
): Diagnostic[] {
  const words = segment.markdown.replace(/\\(?=[^\p{L}\p{N}\s])/gu, '');
  const related = [{ location: segment.location, role: 'source' }];
  const isTitle = ['heading', 'caption'].includes(segment.kind) || /^(?:sub)?title$/.test(segment.key ?? '');
  const attributes = findAttributes(paragraph, entry.msgstr, isTitle)
    .filter(({ found }) => !words.includes(found))
    .map(({ start, end, found }) => {
      const values = { context: 'translation', found };
      return diagnose('attribute-has-an-effect', entry.locate(start, end), values);
    });
  return [...attributes, ...findReferences(entry, words, notes)].map((finding) => ({ ...finding, related }));
}

function findReferences(
  entry: PoEntry,
  words: string,
  notes: Pick<SegmentContext, 'footnotes' | 'definitions' | 'recall'>,
): Diagnostic[] {
  if (!entry.msgstr.includes('[') || !notes.definitions?.length) return [];
  const { value } = readSegment(entry.msgstr, { ...notes, allowHtml: true });
  return listReferences(value).flatMap((node) => {
    const found = sliceOf(node, entry.msgstr);
    return words.includes(found) ? [] : [diagnose('link-is-inline', placeOf(node, entry), { found })];
  });
}

function sliceOf({ position }: Nodes, text: string): string {
  return text.slice(position?.start.offset, position?.end.offset);
}

function placeOf({ position }: Nodes, entry: PoEntry): Location {
  return entry.locate(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
