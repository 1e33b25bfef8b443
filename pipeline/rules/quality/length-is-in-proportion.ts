import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'length-is-in-proportion';
/** Short texts vary more: so many characters a translation may always be shorter or longer. */
const slack = { shorter: 12, longer: 20 };

/** Up to so many characters a text may be of any length within the language's limits; in longer ones the differences of words level out. */
const shortMax = 60;

/** A translation is about as long as its source leads one to expect: nothing is missing, nothing was added. */
export const lengthIsInProportion: QualityRule = {
  id: rule,
  check: (pair, { target: { habits } }) => {
    if (!habits.lengthRatio) return [];
    const [least = 0, greatest = Infinity] = habits.lengthRatio;
    const expected = pair.source.text.length;
    const found = pair.target.text.length;
    // A limit of 2.1 is one of √2.1 for texts four times as long and longer.
    const narrowing = Math.min(1, Math.max(0.5, Math.sqrt(shortMax / expected)));
    const context = found < least ** narrowing * expected - slack.shorter ? 'short' : 'long';
    if (context === 'long' && found <= greatest ** narrowing * expected + slack.longer) return [];
    return [reportInTarget(rule, pair, { start: 0, end: found }, { context, expected, found })];
  },
};
