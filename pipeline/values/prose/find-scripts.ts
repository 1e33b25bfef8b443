import type { TextValue } from '../../model.ts';
import { anyOf } from '../any-of.ts';
import type { TextWords } from '../list-words.ts';
import type { LocaleWords } from '../locale-words.ts';
import { foundValue } from './found-value.ts';

/**
 * Figures above or below the line behind a letter, a bracket or a mark (https://www.unicode.org/charts/PDF/U2070.pdf), with their
 * signs: "x²", "Ca²⁺", "CO₂", "(a+b)³"; "x^2" and "x^{-1}" as they are typed.
 */
const scripts =
  /(?<=[^\s\p{Nd}\u00b9\u00b2\u00b3\u2070-\u208e])(?:(?<raised>[⁺⁻]?[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+[⁺⁻]?|[⁺⁻])|(?<lowered>[₊₋]?[\u2080-\u2089]+[₊₋]?)|\^(?:\{(?<braced>[-\u2212]?\d{1,3})\}|(?<typed>[-\u2212]?\d{1,3})(?!\d)))/gu;

/** What one of these has to have. */
const signs = /[\u00b9\u00b2\u00b3\u2070-\u208b^]/;

/**
 * Makes the finder of powers and indices of letters, in figures and by their words ("squared"). Another wording may do without them
 * ("carbon dioxide"), so that only another one in their place says something; "CO2" may be either.
 */
export function createScriptFinder({
  powers = {},
}: LocaleWords): (text: string, own: TextWords) => TextValue[] {
  const any = anyOf(Object.keys(powers));
  const named =
    any === '' ? undefined : new RegExp(`(?<![\\p{L}\\p{Nd}])(?:${any})(?![\\p{L}\\p{Nd}])`, 'gu');
  const likely = any === '' ? undefined : new RegExp(any);
  return (text, { low }) => {
    const found = [...(signs.test(text) ? text.matchAll(scripts) : [])].map(
      ({ 0: written, index: start, groups = {} }) => {
        const figures = plain(groups.raised ?? groups.lowered ?? groups.braced ?? groups.typed ?? '');
        return scriptAt(
          start,
          start + written.length,
          groups.lowered === undefined ? 'raised' : 'lowered',
          figures,
        );
      },
    );
    const spaced = low.replace(/\u00a0/g, ' ');
    for (const { 0: words, index: start } of named && likely?.test(spaced) ? spaced.matchAll(named) : [])
      found.push(scriptAt(start, start + words.length, 'raised', String(powers[words])));
    return found;
  };
}

/** "⁻²" as "-2" */
function plain(signs: string): string {
  return signs.normalize('NFKC').replace(/\u2212/g, '-');
}

function scriptAt(start: number, end: number, side: 'raised' | 'lowered', figures: string): TextValue {
  const value = `${side} ${figures}`;
  return foundValue({ form: 'script', start, end, value, others: [figures], isCertain: false });
}
