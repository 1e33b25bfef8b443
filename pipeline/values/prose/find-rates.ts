import type { TextValue } from '../../model.ts';
import { anyOf } from '../any-of.ts';
import type { TextWords } from '../list-words.ts';
import type { LocaleWords } from '../locale-words.ts';
import { foundValue } from './found-value.ts';

/** Makes the finder of words that say per how long something is or happens: "a year", "weekly", "por hora". */
export function createRateFinder({ rates = {} }: LocaleWords): (own: TextWords) => TextValue[] {
  const any = anyOf(Object.keys(rates));
  if (any === '') return () => [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{Nd}])(?:${any})(?![\\p{L}\\p{Nd}])`, 'gu');
  const likely = new RegExp(any);
  return ({ low }) => {
    const text = low.replace(/\u00a0/g, ' ');
    return [...(likely.test(text) ? text.matchAll(pattern) : [])].map(({ 0: words, index: start }) =>
      // "A day" may be one day, and "annual" be left out.
      foundValue({
        form: 'rate',
        start,
        end: start + words.length,
        value: `per ${rates[words]}`,
        isCertain: false,
      }),
    );
  };
}
