import { addTo } from '../../values/add-to.ts';
import type { BlockToken, InlineMarkup } from './tokens.ts';

/**
 * Finds for each code of an edited block the published one that it is: the one with the same words, for moved codes
 * keep them; else the next one with the same address.
 */
export function pairCodes(
  published: readonly BlockToken[],
  edited: readonly BlockToken[],
): Map<InlineMarkup, InlineMarkup> {
  const pairs = new Map<InlineMarkup, InlineMarkup>();
  const offered = codesOf(published);
  const sought = codesOf(edited);
  for (const key of [
    ({ form, words }: InlineMarkup) => JSON.stringify([form, words]),
    ({ form }: InlineMarkup) => form,
  ]) {
    const free = new Map<string, InlineMarkup[]>();
    const taken = new Set(pairs.values());
    for (const code of offered) {
      if (!taken.has(code)) addTo(free, key(code), code);
    }
    for (const code of sought) {
      const pair = pairs.has(code) ? undefined : free.get(key(code))?.shift();
      if (pair) pairs.set(code, pair);
    }
  }
  return pairs;
}

/** The codes of a block in the order in which they begin. */
export function codesOf(tokens: readonly BlockToken[]): InlineMarkup[] {
  return tokens.flatMap(({ kind, code }) => (code && kind !== 'close' ? [code] : []));
}
