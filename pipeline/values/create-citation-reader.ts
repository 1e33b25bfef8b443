import { anyOf } from './any-of.ts';
import type { CitationWords } from './citation-words.ts';
import type { CitedPart } from './cited-place.ts';
import type { PlaceReader } from './create-place-reader.ts';
import { matchAt } from './match-at.ts';
import { plainLetters } from './plain-letters.ts';
import { writeLoosely } from './write-loosely.ts';

/** What the words of a citation say: "Rhi-Sausi and Oddone (2009a, p. 13)". */
export interface CitedWords {
  /** What stands before the year, without the comma or bracket between; '' where nothing does. */
  names: string;
  /** Years without their letters, both of "1867/1990", of "[1867] 1990" and of "2001–3"; none where words stand for it, or nothing does. */
  years: readonly string[];
  /** Whether words stand for the year. */
  standIn: 'undated' | 'forthcoming' | undefined;
  /** The locator among the words; undefined without one that can be read. */
  place: readonly CitedPart[] | undefined;
}

/** Reads the words of a citation; undefined where they have no year, and nothing that stands for it. */
export type CitationReader = (words: string) => CitedWords | undefined;

/** Makes the reader of citations in one language. */
export function createCitationReader(words: CitationWords, readPlace: PlaceReader): CitationReader {
  let pattern: ReturnType<typeof createPattern> | undefined;
  return (cited) => {
    pattern ??= createPattern(words);
    const source = cited.normalize('NFC').trim();
    const { groups } = pattern(plainLetters(source), 0) ?? {};
    if (!groups) return undefined;
    const { names = '', year: first, rest = '' } = groups;
    const second = groups.second ?? groups.reissue ?? groups.original ?? groups.first;
    const years =
      first === undefined ? [] : [first, ...(second === undefined ? [] : [complete(first, second)])];
    const standIn =
      groups.undated !== undefined ? 'undated' : groups.forthcoming !== undefined ? 'forthcoming' : undefined;
    return {
      names: source.slice(0, names.length).replace(/[\s,.([]+$/u, ''),
      years,
      standIn,
      place: placeIn(rest === '' ? '' : source.slice(-rest.length), readPlace),
    };
  };
}

/** The names, the year or what stands for it, and the rest. */
function createPattern({ undated = [], forthcoming = [], circa = [] }: CitationWords) {
  const anyForm = (forms: readonly string[]) => anyOf(forms.map(plainLetters), writeLoosely) || '(?!)';
  const other = String.raw`\s*[-\u2010-\u2015/]\s*\[?(?<second>\d{1,4})\p{L}?\]?(?![\p{L}\d])`;
  // "[1900] 2003", "2003 [1900]": of two years one stands in brackets of its own.
  const reissue = String.raw`\],?\s*(?<reissue>\d{4})\p{L}?(?![\p{L}\d])|\s*\[(?<original>\d{4})\]|\s*\((?<first>\d{4})\)`;
  const year = String.raw`(?<year>\d{4})\p{L}?(?![\p{L}\d])(?:${other}|${reissue})?`;
  const standsFor = `(?<undated>${anyForm(undated)})|(?<forthcoming>${anyForm(forthcoming)})`;
  const about = `(?:(?:${anyForm(circa)})[\\s\\u00a0]*)?`;
  return matchAt(
    `(?<names>[^\\d]*?)(?<![\\p{L}\\d])[\\s,.]*[(\\[]{0,2}\\s*${about}(?:${year}|(?:${standsFor})(?![\\p{L}\\d]))\\s*(?<rest>.*)$`,
  );
}

/** The second year of "2001-3" is 2003. */
function complete(first: string, second: string): string {
  return first.slice(0, Math.max(0, first.length - second.length)) + second;
}

function placeIn(rest: string, readPlace: PlaceReader): readonly CitedPart[] | undefined {
  const locator = rest.replace(/^[\s\])]*[,:;]?\s*/, '').replace(/[\s\])]+$/, '');
  const { parts } = locator === '' ? { parts: undefined } : readPlace(locator);
  return parts?.every(({ kinds }) => kinds.length > 0) ? parts : undefined;
}
