/** How many findings of a rule are judged, where it has so many. */
export const sampleSize = 40;
/** With fewer judged findings a share says nothing. */
export const tooFew = 20;

/**
 * What the page of a rule says under “Measured”.
 *
 * @param {import('./measured.mjs').PrecisionRecord} record
 * @param {string} id
 */
export function writeMeasured({ segments, rules }, id) {
  const where = `In ${number(sum(segments))} segments of [real translations](../quality.md#measured)`;
  const { advice, ...own } = rules[id];
  return advice
    ? `${writeFound(where, own)} Of what it says as advice: ${writeFound('there', advice)}`
    : writeFound(where, own);
}

const sum = (counts) => Object.values(counts).reduce((all, one) => all + one, 0);
const number = (value) => value.toLocaleString('en-US');

function writeFound(where, { findings, judged, true: right, precision }) {
  const count = sum(findings);
  if (count === 0) return `${where} this rule finds nothing.`;
  const found = `${where} this rule has findings in ${number(count)}.`;
  if (judged === 0) return `${found} None of them has been judged.`;
  const share =
    precision === 'too few' ? 'too few to say how often it is right' : `it is right in ${precision}%`;
  return `${found} ${judged} of them, taken by chance, were read, and ${right} were true: ${share}.`;
}
