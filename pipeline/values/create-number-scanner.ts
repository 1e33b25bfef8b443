import { anyOf } from './any-of.ts';
import type { CitationWords } from './citation-words.ts';
import type { CitedNumber } from './cited-place.ts';
import { type LocatorLabel, type LocatorLabels, labelKey } from './list-locator-labels.ts';
import { matchAt } from './match-at.ts';
import { plainLetters } from './plain-letters.ts';
import { writeLoosely } from './write-loosely.ts';

/** A locator that is being read, as it stands and folded, letter for letter. */
export interface ScannedText {
  source: string;
  folded: string;
}

/** Something at a place of a text, and where it ends. */
export interface Scanned<T> {
  value: T;
  end: number;
}

export interface NumberScanner {
  label: (text: ScannedText, at: number) => Scanned<LocatorLabel> | undefined;
  /** Numbers with what stands between them. @param withLetters whether a single letter is one: "annex B" */
  numbers: (text: ScannedText, at: number, withLetters: boolean) => Scanned<CitedNumber[]>;
  /** The number of what is counted before it is named: "3rd chapter". */
  ordinal: (text: ScannedText, at: number) => Scanned<string> | undefined;
  /** Whether a label with its number stands there. */
  isPart: (text: ScannedText, at: number) => boolean;
  /** Length of what stands between two numbers or two parts; undefined where they end. */
  comma: (text: ScannedText, at: number) => number | undefined;
}

const space = String.raw`[\s\u00a0\u2009\u202f]*`;
const letter = String.raw`(?![ºª])\p{L}`;
/**
 * Figures, with a letter before or behind them, in several steps: "12", "12a", "A-12", "3:16", "2.1", "5(2)(a)"; of a leaf with its side:
 * "3 v."
 */
const figures = String.raw`(?:\p{L}{1,2}[-.]?)?\d+(?:[.:]\d+)*(?:(?:bis|ter|${letter})(?![\p{L}\d]))?(?:\([\p{L}\d]{1,4}\))*(?:\s[rv]\.?(?!\s*[\p{L}\d]))?`;
const roman = String.raw`(?=[ivxlcdm])m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?![\p{L}\d])`;
const ordinalSign = String.raw`(?:\.?[ºª°]|\.?(?:th|st|nd|rd|er|o|a)(?!\p{L}))`;
const nothing = '(?!)';

/** Makes what finds labels and numbers at a place of a locator. */
export function createNumberScanner(
  { byKey, written }: LocatorLabels,
  { following, rangeWords, listWords }: CitationWords,
): NumberScanner {
  const anyForm = (forms: Iterable<string> = []) =>
    anyOf([...forms].map(plainLetters), writeLoosely) || nothing;
  const [and, to] = [anyForm(listWords), anyForm(rangeWords)];
  const [one, several] = [anyForm(following?.one), anyForm(following?.several)];
  const readLabel = matchAt(`(?:${anyForm(written)})(?!\\p{L})${space}`);
  const readNumber = matchAt(`(?:(?<figures>${figures})|(?<roman>${roman}))(?<ordinal>${ordinalSign})?`);
  const readGap = matchAt(space);
  const readLetter = matchAt(String.raw`\p{L}(?![\p{L}\d])`);
  const readGlued = matchAt(String.raw`\d+(?=\p{L})`);
  const readFollowing = matchAt(`${space}(?:(?<several>${several})|(?<one>${one}))(?![\\p{L}\\d])`);
  const readDash = matchAt(`${space}(?:[-\u2010-\u2015\u2212]|(?<=\\s)(?:${to})(?=\\s))${space}`);
  const readComma = matchAt(
    `${space}(?:[,;]${space}(?:(?:${and})(?!\\p{L})${space})?|(?:${and})(?!\\p{L})${space})`,
  );

  const label: NumberScanner['label'] = ({ folded }, at) => {
    const found = readLabel(folded, at)?.[0];
    const value = found === undefined ? undefined : byKey.get(labelKey(found));
    return found !== undefined && value ? { value, end: at + found.length } : undefined;
  };

  const number = ({ source, folded }: ScannedText, at: number, withLetters: boolean) => {
    // "55ff." is no number with a letter.
    const glued = readGlued(folded, at);
    const bare = glued && readFollowing(folded, at + glued[0].length) ? glued : undefined;
    const found = bare ?? readNumber(folded, at) ?? (withLetters ? readLetter(folded, at) : undefined);
    if (!found || found[0] === '') return undefined;
    const { figures: own, roman: numeral = found[0] } = found.groups ?? {};
    return { value: source.slice(at, at + (own ?? numeral).length), end: at + found[0].length };
  };

  const ordinal: NumberScanner['ordinal'] = ({ source, folded }, at) => {
    const found = readNumber(folded, at);
    if (found?.groups?.ordinal === undefined) return undefined;
    const [end, gap] = [at + found[0].length, readGap(folded, at + found[0].length)?.[0].length ?? 0];
    return { value: source.slice(at, end - found.groups.ordinal.length), end: end + gap };
  };

  const entry = (text: ScannedText, at: number, withLetters: boolean): Scanned<CitedNumber> | undefined => {
    const first = number(text, at, withLetters);
    if (!first) return undefined;
    const from = first.value;
    const dash = readDash(text.folded, first.end)?.[0];
    if (dash !== undefined) {
      const next = first.end + dash.length;
      const second =
        number(text, label(text, next)?.end ?? next, withLetters) ?? number(text, next, withLetters);
      if (second) return { value: { from, to: second.value, following: undefined }, end: second.end };
    }
    const after = readFollowing(text.folded, first.end);
    const kind = after && (after.groups?.several === undefined ? 'one' : 'several');
    return { value: { from, to: undefined, following: kind }, end: first.end + (after?.[0].length ?? 0) };
  };

  const isPart: NumberScanner['isPart'] = (text, at) => {
    const labeled = label(text, at);
    return labeled !== undefined && entry(text, labeled.end, true) !== undefined;
  };

  const comma: NumberScanner['comma'] = ({ folded }, at) => readComma(folded, at)?.[0].length;

  const numbers: NumberScanner['numbers'] = (text, at, withLetters) => {
    const value: CitedNumber[] = [];
    let end = at;
    for (let next: number | undefined = at; next !== undefined; ) {
      const found = value.length > 0 && isPart(text, next) ? undefined : entry(text, next, withLetters);
      if (!found) break;
      value.push(found.value);
      end = found.end;
      const length = comma(text, end);
      next = length === undefined ? undefined : end + length;
    }
    return { value, end };
  };

  return { label, numbers, ordinal, isPart, comma };
}
