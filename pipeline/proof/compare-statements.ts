import type { Diagnostic, Statement } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { stableJson } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { difference } from './difference.ts';
import { showCanonicalValue } from './show-canonical-value.ts';

/**
 * Finds values that two editions of a segment state differently. Text is what a translation is there to change;
 * a link that one edition lacks, or whose words could not be read, has its own finding.
 */
export function compareStatements(source: Statement[], target: Statement[]): Diagnostic[] {
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
