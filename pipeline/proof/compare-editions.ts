import type { Diagnostic, Edition, Extraction, Mention, Statement, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { addTo } from '../values/add-to.ts';
import { toAsciiDigits } from '../values/ascii-digits.ts';
import { stableJson } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { showCanonicalValue } from '../values/show-canonical-value.ts';
import { type CodeHabits, readCodeHabits } from './code-habits.ts';
import { compareItems } from './compare-items.ts';
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
      ...compareLocators(sourceMentions.get(index) ?? [], targetMentions.get(index) ?? []),
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

/**
 * Finds citations that point to another place of the same work. Abbreviations may be the language's own ("p. 250",
 * "pág. 250"): the numbers count, where there are any.
 */
function compareLocators(source: Mention[], target: Mention[]): Diagnostic[] {
  const isCitation = (mention: Mention): boolean => mention.path === undefined;
  const entities = new Set(source.filter(isCitation).map((mention) => mention.entity));
  return [...entities].flatMap((entity) => {
    const own = (mentions: Mention[]): Mention[] =>
      mentions.filter((mention) => mention.entity === entity && isCitation(mention));
    const { missing, extra } = difference(own(source), own(target), (mention) => numbersOf(mention.locator));
    return missing.slice(0, extra.length).map((expected, index) => {
      const found = extra[index] as Mention;
      const values = { target: entity, expected: expected.locator ?? '', found: found.locator ?? '' };
      const related = [{ location: expected.location, role: 'source' }];
      return diagnose('locator-agrees-across-editions', found.location, values, related);
    });
  });
}

function numbersOf(locator: string | undefined): string {
  const numbers = toAsciiDigits(locator ?? '').match(/\p{Nd}+|(?<![\p{L}])[ivxlcdm]+(?![\p{L}.])/giu) ?? [];
  return numbers.length > 0 ? numbers.join(' ').toLowerCase() : (locator ?? '').trim().toLowerCase();
}
