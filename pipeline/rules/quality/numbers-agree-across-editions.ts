import type { TextValue } from '../../model.ts';
import type { QualityRule, SegmentPair } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';
import { reportValues } from './report-values.ts';

const id = 'numbers-agree-across-editions';

/**
 * Numbers that no annotation states are those of the source, each read by its locale, with the signs and words that limit them and
 * the order of a range. That a number in words or a round one is gone, or came in, is advice: “100% perfect” is “perfecto”.
 */
export const numbersAgreeAcrossEditions: QualityRule = {
  id,
  check: (pair) => [
    ...reportValues(id, pair, isNumber, isLoose),
    ...pair.values.relationChanged.map(({ source, target }) =>
      reportInTarget(id, pair, target, {
        context: 'relation',
        expected: limitedBy(pair.source, source),
        found: limitedBy(pair.target, target),
      }),
    ),
    ...pair.values.turned.map(({ source, target }) =>
      reportInTarget(id, pair, target, {
        context: 'turned',
        expected: pair.source.text.slice(source.start, source.end),
        found: pair.target.text.slice(target.start, target.end),
      }),
    ),
  ],
};

function isNumber({ form }: TextValue): boolean {
  return !['month', 'weekday', 'clock', 'rate', 'era', 'hemisphere'].includes(form);
}

/** A number that another wording may do without: in words, or with one figure that is not nought ("3", "100", "10,000"). */
function isLoose({ form, value = '' }: TextValue): boolean {
  return form === 'cardinal' || (form === 'figures' && /^[1-9]0*$/.test(value));
}

/** A number with the sign of what limits it, whatever words the text has for that. */
function limitedBy({ text }: SegmentPair['source'], { relation, start, end }: TextValue): string {
  return `${relation === undefined ? '' : `${relation} `}${text.slice(start, end)}`;
}
