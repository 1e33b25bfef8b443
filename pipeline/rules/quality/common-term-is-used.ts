import { missingTerms } from './missing-terms.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportMissingTerm } from './report-missing-term.ts';

const id = 'common-term-is-used';

/** A term of common nouns that the source writes outside links is translated by one of its labels. */
export const commonTermIsUsed: QualityRule = {
  id,
  check: (pair, context) =>
    missingTerms(pair, context)
      .filter(({ isProper, terms }) => !isProper && terms.every(({ label }) => label.role !== 'acronym'))
      .flatMap((missing) => reportMissingTerm(id, pair, missing, context)),
};
