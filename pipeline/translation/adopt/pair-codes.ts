import type { Code, Token } from './tokens.ts';

/**
 * Finds for each code of an edited block the published one that it is: the one with the same words, for moved codes
 * keep them; else the next one with the same address.
 */
export function pairCodes(published: readonly Token[], edited: readonly Token[]): Map<Code, Code> {
  const pairs = new Map<Code, Code>();
  const offered = codesOf(published);
  const sought = codesOf(edited);
  for (const key of [({ form, words }: Code) => JSON.stringify([form, words]), ({ form }: Code) => form]) {
    const free = new Map<string, Code[]>();
    const taken = new Set(pairs.values());
    for (const code of offered) {
      if (!taken.has(code)) free.set(key(code), [...(free.get(key(code)) ?? []), code]);
    }
    for (const code of sought) {
      const pair = pairs.has(code) ? undefined : free.get(key(code))?.shift();
      if (pair) pairs.set(code, pair);
    }
  }
  return pairs;
}

/** The codes of a block in the order in which they begin. */
export function codesOf(tokens: readonly Token[]): Code[] {
  return tokens.flatMap(({ kind, code }) => (code && kind !== 'close' ? [code] : []));
}
