import type { QualityRule } from './quality-rule.ts';

/** Every rule on the wording of translations, in the order of their ids. */
export const qualityRules: readonly QualityRule[] = [];
