import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'length-is-in-proportion';
/** Short texts vary more: so many characters a translation may always be shorter or longer. */
const slack = { shorter: 12, longer: 20 };

/** A translation is about as long as its source leads one to expect: nothing is missing, nothing was added. */
export const lengthIsInProportion: QualityRule = {
  id: rule,
  check: (pair, { target: { habits } }) => {
    if (!habits.lengthRatio) return [];
    const [least = 0, greatest = Infinity] = habits.lengthRatio;
    const expected = pair.source.text.length;
    const found = pair.target.text.length;
    const context = found < least * expected - slack.shorter ? 'short' : 'long';
    if (context === 'long' && found <= greatest * expected + slack.longer) return [];
    return [reportInTarget(rule, pair, { start: 0, end: found }, { context, expected, found })];
  },
};
