import { missingTerms } from './missing-terms.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportMissingTerm } from './report-missing-term.ts';

const id = 'glossary-term-is-used';

/** A proper name that the source writes outside links is in the translation too, by any of its labels. */
export const glossaryTermIsUsed: QualityRule = {
  id,
  check: (pair, context) =>
    missingTerms(pair, context)
      .filter(({ isProper, terms }) => isProper && terms.every(({ label }) => label.role !== 'acronym'))
      .flatMap((missing) => reportMissingTerm(id, pair, missing, context)),
};
