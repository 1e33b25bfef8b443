/** Names of languages that Babel and biblatex have and ISO 639 has not (https://ctan.org/pkg/biblatex, table 2). */
const babelNames: ReadonlyMap<string, string> = new Map([
  ['acadian', 'fr-CA'],
  ['american', 'en-US'],
  ['australian', 'en-AU'],
  ['austrian', 'de-AT'],
  ['brazil', 'pt-BR'],
  ['brazilian', 'pt-BR'],
  ['british', 'en-GB'],
  ['canadian', 'en-CA'],
  ['canadien', 'fr-CA'],
  ['francais', 'fr'],
  ['frenchb', 'fr'],
  ['germanb', 'de'],
  ['greek', 'el'],
  ['mexican', 'es-MX'],
  ['naustrian', 'de-AT'],
  ['newzealand', 'en-NZ'],
  ['ngerman', 'de'],
  ['norsk', 'nb'],
  ['nswissgerman', 'de-CH'],
  ['nynorsk', 'nn'],
  ['portuges', 'pt'],
  ['spanishmx', 'es-MX'],
  ['swissgerman', 'de-CH'],
  ['ukenglish', 'en-GB'],
  ['usenglish', 'en-US'],
]);

/** Codes by the English name of a language, and by its other codes, in small letters. */
export type LanguageCodes = ReadonlyMap<string, string>;

/**
 * The BCP 47 tag of a language as reference managers write it: a tag ("es", "es_PE"), a name in English ("Spanish"), one of
 * biblatex ("brazilian"), a code of ISO 639-2 or -3 ("spa").
 *
 * @param codes undefined where no file needs them
 * @returns undefined for anything else
 */
export function languageTag(text: string, codes: LanguageCodes | undefined): string | undefined {
  const name = text.trim().toLowerCase();
  const known = babelNames.get(name) ?? codes?.get(name);
  if (known !== undefined) return known;
  const tag = text.trim().replaceAll('_', '-');
  // Subtags of language alone have two or three letters; longer ones are reserved (RFC 5646).
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(tag)) return undefined;
  try {
    return new Intl.Locale(tag).toString();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether a text of a bibliography may have languages that are no tags. */
export function namesLanguages(text: string): boolean {
  return /\b(?:language|langid)\b["'\s:={]{1,9}\p{L}{3,}|^LA {1,2}- ?\p{L}{3,}/mu.test(text);
}
