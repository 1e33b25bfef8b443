import type { Diagnostic, Mention } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { toAsciiDigits } from '../values/ascii-digits.ts';
import { difference } from './difference.ts';

/**
 * Finds citations that point to another place of the same work. Abbreviations may be the language's own ("p. 250",
 * "pág. 250"): the numbers count, where there are any.
 */
export function compareLocators(source: Mention[], target: Mention[]): Diagnostic[] {
  const isCitation = (mention: Mention): boolean => mention.path === undefined;
  const entities = new Set(source.filter(isCitation).map((mention) => mention.entity));
  return [...entities].flatMap((entity) => {
    const own = (mentions: Mention[]): Mention[] =>
      mentions.filter((mention) => mention.entity === entity && isCitation(mention));
    const { missing, extra } = difference(own(source), own(target), (mention) => numbersOf(mention.locator));
    return missing.slice(0, extra.length).map((expected, index) => {
      const found = extra[index] as Mention;
      const values = { target: entity, expected: expected.locator ?? '—', found: found.locator ?? '—' };
      const related = [{ location: expected.location, role: 'source' }];
      return diagnose('locator-agrees-across-editions', found.location, values, related);
    });
  });
}

function numbersOf(locator: string | undefined): string {
  const numbers = toAsciiDigits(locator ?? '').match(/\p{Nd}+|(?<![\p{L}])[ivxlcdm]+(?![\p{L}.])/giu) ?? [];
  return numbers.length > 0 ? numbers.join(' ').toLowerCase() : (locator ?? '').trim().toLowerCase();
}
