import type { CitationStyle, Language } from '../model.ts';
import type { CitationWords } from './citation-words.ts';
import type { CitedPlace } from './cited-place.ts';
import { createPlaceReader, type PlaceReader } from './create-place-reader.ts';
import { listCslTerms } from './csl-terms.ts';

/**
 * Makes the readers of locators for the editions. Each reads its own language first and the others after it: an edition borrows locators
 * that the source has, and abbreviations travel.
 */
export function createPlaceReaders(
  styles: ReadonlyMap<Language, CitationStyle>,
  wordsOf: (language: Language) => { citations: CitationWords },
): (language: Language) => PlaceReader {
  const readers = new Map(
    [...styles].map(([language, { locale, locales }]) => [
      language,
      createPlaceReader(listCslTerms(locales[locale]), wordsOf(language).citations),
    ]),
  );
  return (language) => {
    const own = readers.get(language);
    const others = [...readers.values()].filter((reader) => reader !== own);
    return (locator) => {
      const read = [...(own ? [own] : []), ...others].map((reader) => reader(locator));
      return read.find(isWhole) ?? read.find(({ parts }) => parts) ?? read[0] ?? { unknown: locator };
    };
  };
}

/** Whether each part has a label that is known. */
function isWhole({ parts }: CitedPlace): boolean {
  return parts?.every(({ kinds }) => kinds.length > 0) ?? false;
}
