import type { Diagnostic, Language } from '../../model.ts';
import { diagnose } from '../diagnose.ts';
import type { OwnPatternRule } from './own-rules.ts';

/**
 * Tells which of a project's own rules look where the project has nothing. Of a project without texts or editions, which
 * has other findings, it says nothing.
 * Findings: own-rule-can-apply.
 *
 * @param sources languages that texts of the project are written in
 * @param editions languages of its editions
 */
export function checkCanApply(
  rules: readonly OwnPatternRule[],
  sources: readonly Language[],
  editions: readonly Language[],
): Diagnostic[] {
  if (sources.length === 0 || editions.length === 0) return [];
  const translated = editions.filter((language) => sources.some((source) => source !== language));
  return rules.flatMap((rule): Diagnostic[] => {
    const { languages, ofText, ofTranslation, location } = rule;
    const searched = [...(ofText ? sources : []), ...(ofTranslation ? translated : [])];
    if (searched.some((language) => languages?.includes(language) ?? true)) return [];
    const expected = [...new Set(searched)].join(', ');
    const values = { context: contextOf(rule, expected), expected, found: languages?.join(', ') ?? '' };
    return [diagnose('own-rule-can-apply', location, values)];
  });
}

function contextOf({ ofText, ofTranslation }: OwnPatternRule, expected: string): string {
  if (!ofText && !ofTranslation) return 'comparison';
  if (expected === '') return 'alone';
  return ofText ? 'text' : 'translation';
}
