import { qualityRules } from '../../lib/rules/quality/quality-rules.js';

/** How many findings of a rule are judged, where it has so many. */
export const sampleSize = 40;
/** With fewer judged findings a share says nothing. */
export const tooFew = 20;

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
  'inline-markup-agrees-across-editions',
  'link-target-is-kept',
].sort();

/**
 * What the page of a rule says under “Measured”.
 *
 * @param {import('./measured.mjs').PrecisionRecord} record
 * @param {string} id
 */
export function writeMeasured({ segments, rules }, id) {
  const sum = (counts) => Object.values(counts).reduce((all, one) => all + one, 0);
  const number = (value) => value.toLocaleString('en-US');
  const { findings, judged, true: right, precision } = rules[id];
  const count = sum(findings);
  const where = `In ${number(sum(segments))} segments of [real translations](../quality.md#how-well-it-works)`;
  if (count === 0) return `${where} this rule finds nothing.`;
  const found = `${where} this rule has ${count === 1 ? 'one finding' : `findings in ${number(count)}`}.`;
  if (judged === 0) return `${found} None has been judged.`;
  const share =
    precision === 'too few' ? 'too few to say how often it is right' : `it is right in ${precision}%`;
  return `${found} ${judged} of them, by chance, were read by a person, and ${right} were true: ${share}.`;
}
