import type { CitationStyle, Language } from '../model.ts';
import type { CitationWords } from './citation-words.ts';
import type { CitedPlace } from './cited-place.ts';
import { type CitationReader, createCitationReader } from './create-citation-reader.ts';
import { createPlaceReader, type PlaceReader } from './create-place-reader.ts';
import { listCslTerms } from './csl-terms.ts';

/** How citations of one edition are read. */
export interface CitationReaders {
  readPlace: PlaceReader;
  readCitation: CitationReader;
}

/**
 * Makes the readers of citations for the editions. Each reads a locator in its own language first and in the others after it: an edition
 * borrows locators that the source has, and abbreviations travel.
 */
export function createCitationReaders(
  styles: ReadonlyMap<Language, CitationStyle>,
  wordsOf: (language: Language) => { citations: CitationWords },
): (language: Language) => CitationReaders {
  const readers = new Map(
    [...styles].map(([language, { locale, locales }]) => [
      language,
      createPlaceReader(() => listCslTerms(locales[locale]), wordsOf(language).citations),
    ]),
  );
  const made = new Map<Language, CitationReaders>();
  const make = (language: Language): CitationReaders => {
    const own = readers.get(language);
    const others = [...readers.values()].filter((reader) => reader !== own);
    const readPlace: PlaceReader = (locator) => {
      const read = [...(own ? [own] : []), ...others].map((reader) => reader(locator));
      return read.find(isWhole) ?? read.find(({ parts }) => parts) ?? read[0] ?? { unknown: locator };
    };
    return { readPlace, readCitation: createCitationReader(wordsOf(language).citations, readPlace) };
  };
  return (language) => {
    const readersOfOne = made.get(language) ?? make(language);
    made.set(language, readersOfOne);
    return readersOfOne;
  };
}

/** Whether each part has a label that is known. */
function isWhole({ parts }: CitedPlace): boolean {
  return parts?.every(({ kinds }) => kinds.length > 0) ?? false;
}
