import type { Diagnostic, Edition, Extraction, Vocabulary } from '../model.ts';
import { compareItems } from './compare-items.ts';
import { compareLocators } from './compare-locators.ts';
import { compareStatements } from './compare-statements.ts';

/**
 * Proves that a translated edition says what the source says: segment by segment the same links, values,
 * locators, notes, code and images. Blocks cannot differ, for the edition has the source's. Segments that show
 * the source's words, for want of a confirmed translation, have nothing to compare.
 */
export function compareEditions(
  source: Edition,
  target: Edition,
  sourceExtraction: Extraction,
  targetExtraction: Extraction,
  vocabulary: Vocabulary,
): Diagnostic[] {
  const originals = new Map(source.segments.map((segment) => [segment.segment.index, segment]));
  const sourceStatements = groupBySegment(sourceExtraction.statements);
  const targetStatements = groupBySegment(targetExtraction.statements);
  const sourceMentions = groupBySegment(sourceExtraction.mentions);
  const targetMentions = groupBySegment(targetExtraction.mentions);
  return target.segments.flatMap((segment) => {
    const { index } = segment.segment;
    const original = originals.get(index);
    if (!original || segment.state !== 'translated') return [];
    return [
      ...compareItems(original, segment, vocabulary),
      ...compareStatements(sourceStatements.get(index) ?? [], targetStatements.get(index) ?? []),
      ...compareLocators(sourceMentions.get(index) ?? [], targetMentions.get(index) ?? []),
    ];
  });
}

function groupBySegment<T extends { segment: number }>(annotations: T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const annotation of annotations) {
    const group = groups.get(annotation.segment);
    if (group) group.push(annotation);
    else groups.set(annotation.segment, [annotation]);
  }
  return groups;
}
