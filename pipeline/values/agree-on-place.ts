import type { CitedNumber, CitedPart } from './cited-place.ts';
import { endOfRange } from './end-of-range.ts';
import { plainLetters } from './plain-letters.ts';
import { readRoman } from './read-roman.ts';

/** Kinds whose Roman numbers are not the Arabic ones: the pages of a preface are counted by themselves. */
const countedApart: readonly string[] = ['page', 'folio'];

/** Whether two locators can mean one place: the same kinds with the same numbers, in any order. */
export function agreeOnPlace(one: readonly CitedPart[], other: readonly CitedPart[]): boolean {
  const left = [...other];
  return (
    one.length === other.length &&
    one.every((part) => {
      const at = left.findIndex((candidate) => isSamePart(part, candidate));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    })
  );
}

function isSamePart(one: CitedPart, other: CitedPart): boolean {
  // Words that are no label are the language's own.
  if (one.kinds.length === 0 || other.kinds.length === 0) return one.kinds.length === other.kinds.length;
  const shared = one.kinds.filter((kind) => other.kinds.includes(kind));
  const isApart = shared.some((kind) => countedApart.includes(kind));
  const keyOf = ({ numbers, words }: CitedPart): string =>
    [plainLetters(words), ...numbers.map((number) => canonicalNumber(number, isApart))].join(',');
  return shared.length > 0 && keyOf(one) === keyOf(other);
}

function canonicalNumber({ from, to, following }: CitedNumber, isApart: boolean): string {
  const numberOf = (text: string): string => {
    const roman = isApart ? undefined : readRoman(text);
    return roman === undefined ? text.toLowerCase() : String(roman);
  };
  const end = to === undefined ? '' : `-${numberOf(endOfRange(from, to))}`;
  return `${numberOf(from)}${end}${following ? ` ${following}` : ''}`;
}
