import type { Diagnostic, TextRange } from '../../model.ts';
import { type Found, takeAway } from '../quality/find-surplus.ts';

/** Finds what a pattern matches in a text, from left to right; nothing that it finds is empty. */
export type Find = (text: string) => Found[];

/**
 * How often a translation may have what the pattern matches: never, as often as its source at most, or exactly as often.
 */
export type Expectation = 'absent' | 'no-more-than-source' | 'same-as-source';

/** Where a text does not have what a pattern expects, with the values of the message. */
export interface Breach extends TextRange {
  values: Diagnostic['values'];
}

/** What a translation has against a pattern. */
export function findBreaches(
  find: Find,
  expects: Expectation,
  { text, source }: { text: string; source: string },
): Breach[] {
  const all = find(text);
  if (expects === 'absent') return all.map(describe);
  const own = all.length > 0 || expects === 'same-as-source' ? find(source) : [];
  const extra = takeAway(all, own);
  if (expects === 'no-more-than-source') return extra.map(describe);
  const missing = takeAway(own, all);
  return [
    ...extra.map(({ text: found, start, end }, index) => {
      const expected = missing[index]?.text;
      return {
        start,
        end,
        values: { ...(expected === undefined ? { context: 'extra' } : { expected }), found },
      };
    }),
    ...missing.slice(extra.length).map(({ text: expected }) => ({
      start: 0,
      end: text.length,
      values: { context: 'missing', expected },
    })),
  ];
}

function describe({ text: found, start, end }: Found): Breach {
  return { start, end, values: { found } };
}
