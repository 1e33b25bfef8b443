import type { Diagnostic, Edition, Extraction, Language, Statement, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { addTo } from '../values/add-to.ts';
import type { CitationReaders } from '../values/create-citation-readers.ts';
import { stableJson } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { showCanonicalValue } from '../values/show-canonical-value.ts';
import { type CodeHabits, readCodeHabits } from './code-habits.ts';
import { compareItems } from './compare-items.ts';
import { compareLocators } from './compare-locators.ts';
import { difference } from './difference.ts';

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
  readersOf: (language: Language) => CitationReaders,
): Diagnostic[] {
  const languages = { from: source.language, to: target.language };
  const originals = new Map(source.segments.map((segment) => [segment.segment.index, segment]));
  const sourceStatements = groupBySegment(sourceExtraction.statements);
  const targetStatements = groupBySegment(targetExtraction.statements);
  const sourceMentions = groupBySegment(sourceExtraction.mentions);
  const targetMentions = groupBySegment(targetExtraction.mentions);
  let known: CodeHabits | undefined;
  const habits = (): CodeHabits => {
    known ??= readCodeHabits(source, target);
    return known;
  };
  return target.segments.flatMap((segment) => {
    const { index } = segment.segment;
    const original = originals.get(index);
    if (!original || segment.state !== 'translated') return [];
    return [
      ...compareItems(original, segment, vocabulary, languages, habits),
      ...compareStatements(sourceStatements.get(index) ?? [], targetStatements.get(index) ?? []),
      ...compareLocators(
        { mentions: sourceMentions.get(index) ?? [], ...readersOf(source.language) },
        { mentions: targetMentions.get(index) ?? [], ...readersOf(target.language) },
      ),
    ];
  });
}

function groupBySegment<T extends { segment: number }>(annotations: T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const annotation of annotations) addTo(groups, annotation.segment, annotation);
  return groups;
}

/**
 * Finds values that two editions of a segment state differently. Text is what a translation is there to change;
 * a link that one edition lacks, or whose words could not be read, has its own finding.
 */
function compareStatements(source: Statement[], target: Statement[]): Diagnostic[] {
  const isNeutral = (statement: Statement): boolean => !kindOf(statement).isTagged;
  const nameOf = ({ entity, path }: Statement): string => `${entity}#${path}`;
  const canonical = (statement: Statement): string => stableJson(statement.value);
  const names = new Set(source.filter(isNeutral).map(nameOf));
  return [...names].flatMap((name) => {
    const own = (statements: Statement[]): Statement[] => statements.filter((one) => nameOf(one) === name);
    const { missing, extra } = difference(own(source), own(target), canonical);
    return missing.slice(0, extra.length).map((expected, index) => {
      const found = extra[index] as Statement;
      const values = {
        target: name,
        expected: showCanonicalValue(expected.value, expected),
        found: showCanonicalValue(found.value, found),
        words: found.title ?? found.words,
      };
      const related = [{ location: expected.location, role: 'source' }];
      return diagnose('statement-agrees-across-editions', found.location, values, related);
    });
  });
}
