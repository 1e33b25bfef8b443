import type { ReadsCldr } from './cldr-locale.ts';
import { localesOf } from './find-currency.ts';
import type { LocaleWords } from './locale-words.ts';

/** A power of ten by its sign, "m" or "bn", and how many UTF-16 code units it has with the space before it. */
export interface ScaleSign {
  exponent: number;
  length: number;
}

/**
 * Makes the function that finds the sign of a power of ten at the beginning of a text: "m" of "1.2m", " mi" of "1,2 mi".
 *
 * @returns its `isMoney` tells that the figures are an amount of money: elsewhere one small letter is a unit ("5m"), and one
 * letter stands without a space; so are figures with the sign of a currency behind ("5 M€")
 */
export function createScaleSigns(
  tag: string,
  words: LocaleWords,
  cldr: ReadsCldr,
): (text: string, isMoney: boolean) => ScaleSign | undefined {
  const [own] = localesOf(tag).flatMap((name) => cldr(name) ?? []);
  const signs = [...new Map([...(own?.scales ?? []), ...Object.entries(words.suffixes ?? {})])].sort(
    ([a], [b]) => b.length - a.length,
  );
  return (text, isMoney) => {
    const gap = /^[ \u00a0\u202f]/.test(text) ? 1 : 0;
    const rest = text.slice(gap, gap + 16);
    const low = rest.toLowerCase();
    for (const [sign, exponent] of signs) {
      const behind = rest.slice(sign.length);
      if (!low.startsWith(sign.toLowerCase()) || /^[\p{L}\p{M}\p{Nd}]/u.test(behind)) continue;
      // "2.0bN" is a name.
      if (/\p{Ll}\p{Lu}/u.test(rest.slice(0, sign.length))) continue;
      const isAmount = isMoney || /^[ \u00a0\u202f]?\p{Sc}/u.test(behind);
      const isAsListed = rest.startsWith(sign);
      // Small letters are a unit where a sign has capitals: "9 mm".
      if (!isAmount && sign !== sign.toLowerCase() && !isAsListed) continue;
      if (!isAmount && sign.length === 1 && (gap > 0 || (isAsListed && sign !== 'k'))) continue;
      return { exponent, length: gap + sign.length };
    }
    return undefined;
  };
}
