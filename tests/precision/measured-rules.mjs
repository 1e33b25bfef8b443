import { qualityRules } from '../../lib/rules/quality/quality-rules.js';

/** Rules on annotations, names of entities and notes, of which the corpora have none: seeded faults measure them. */
const unmeasured = new Set([
  'acronym-is-the-languages',
  'avoided-term-is-absent',
  'common-term-is-used',
  'glossary-term-is-used',
  'mention-uses-a-known-name',
  'notes-keep-their-order',
]);

/** Ids of the rules that the corpora measure, sorted: those on wording, and parity of what a text without annotations has. */
export const measuredRules = [
  ...qualityRules.map(({ id }) => id).filter((id) => !unmeasured.has(id)),
  'code-is-kept',
  'inline-markup-agrees-across-editions',
  'link-target-is-kept',
].sort();
