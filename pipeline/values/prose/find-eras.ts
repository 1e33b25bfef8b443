import type { TextValue } from '../../model.ts';
import { anyOf } from '../any-of.ts';
import type { LocaleWords } from '../locale-words.ts';
import { foundValue } from './found-value.ts';
import { writeAbbreviation } from './write-abbreviation.ts';

/** Makes the finder of eras beside figures or a century: "44 B.C.", "siglo V a. C.", "AD 79". That of today may be left out. */
export function createEraFinder({ eras = {} }: LocaleWords): (text: string) => TextValue[] {
  const byKey = new Map(Object.entries(eras).map(([form, era]) => [squeeze(form), era]));
  if (byKey.size === 0) return () => [];
  const any = `(?:${anyOf(Object.keys(eras), writeAbbreviation)})`;
  const pattern = new RegExp(
    `(?<=[\\p{Nd}IVXL](?:st|nd|rd|th)?(?:[\\s\u00a0]\\p{L}{1,9})?[\\s\u00a0])${any}(?![\\p{L}\\p{Nd}])|(?<![\\p{L}\\p{Nd}.])${any}(?=[\\s\u00a0]\\p{Nd})`,
    'gu',
  );
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: words, index: start }) => {
      const era = byKey.get(squeeze(words));
      return foundValue({
        form: 'era',
        start,
        end: start + words.length,
        value: `era ${era}`,
        isCertain: era === 'bc',
      });
    });
}

function squeeze(words: string): string {
  return words.replace(/[\s.]/g, '');
}
