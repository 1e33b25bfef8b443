import { anyOf } from '../values/any-of.ts';
import type { CitationWords } from '../values/citation-words.ts';
import { plainLetters } from '../values/plain-letters.ts';
import { writeLoosely } from '../values/write-loosely.ts';

/** Words that begin with a small letter within names: "de", "van der". */
const longestParticle = 4;

/**
 * The names that the words before a year are: "Rhi-Sausi and Oddone", "Coletti et al.", "Comunidad Andina [CAN]". None where they are a
 * title between quotation marks; undefined where they are prose.
 */
export function readCitedNames(
  text: string,
  { andOthers = [], listWords = [], nameWords = [] }: CitationWords,
): string[] | undefined {
  const source = text.normalize('NFC');
  if (/[“”«»"„]|\p{Nd}/u.test(source)) return [];
  const blank = (from: string, forms: readonly string[], by: string): string => {
    const pattern = anyOf(forms.map(plainLetters), writeLoosely);
    if (pattern === '') return from;
    const places = [
      ...plainLetters(from).matchAll(new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, 'gu')),
    ];
    return places.reduceRight(
      (left, { index, 0: found }) => left.slice(0, index) + by + left.slice(index + found.length),
      from,
    );
  };
  const listed = blank(
    blank(
      blank(source, andOthers, ';'),
      nameWords.filter((word) => /\.|\s|.{4}/.test(word)),
      ';',
    ),
    listWords,
    ';',
  );
  const pieces = listed
    .replace(/[’']s?(?=[\s;,)\]]|$)/gu, '')
    .split(/[,;&/()[\]]|\s[\u2013\u2014]\s/u)
    .map((piece) => piece.split(/[\s\u00a0]+/u).filter((word) => word !== ''))
    .map((words) => withoutNameWords(words, nameWords))
    .filter((words) => words.length > 0);
  if (!pieces.every((words) => words.every(isNameLike))) return undefined;
  return pieces.filter((words) => words.some(isName)).map((words) => words.join(' '));
}

/** "In" and "Véase" begin a sentence; "de" and "la" are parts of names where a name goes before or after. */
function withoutNameWords(words: string[], nameWords: readonly string[]): string[] {
  const [first = ''] = words;
  const isOther = nameWords.some((word) => plainLetters(word) === plainLetters(first));
  return isOther && words.length > 1 ? words.slice(1) : words;
}

function isNameLike(word: string): boolean {
  return /^[^\p{Ll}]/u.test(word) || word.length <= longestParticle || /^\p{Ll}{1,3}[’']\p{Lu}/u.test(word);
}

/** Not an initial: two letters with no point between them. */
function isName(word: string): boolean {
  return /^[\p{Lu}\p{Lt}\p{Lo}].*[\p{L}]/u.test(word) && !/^(?:\p{Lu}\.-?)+\p{Lu}?$/u.test(word);
}
