import { toAsciiDigits } from './ascii-digits.ts';
import type { CitationWords } from './citation-words.ts';
import type { CitedPart, CitedPlace } from './cited-place.ts';
import {
  createNumberScanner,
  type NumberScanner,
  type Scanned,
  type ScannedText,
} from './create-number-scanner.ts';
import type { CslTerm } from './csl-terms.ts';
import { listLocatorLabels } from './list-locator-labels.ts';
import { plainLetters } from './plain-letters.ts';

/** Reads a locator: "p. 250", "pp. 12-15, 20", "chap. 7, p. 5", "xii", "s.v. river". */
export type PlaceReader = (locator: string) => CitedPlace;

const unlabeled = { form: undefined, isCapitalized: false, isPlural: false, numbers: [], words: '' };

/** Makes the reader of locators of one language, by the terms of its CSL locale, which are read with the first locator, and its own words. */
export function createPlaceReader(terms: () => readonly CslTerm[], words: CitationWords): PlaceReader {
  // A text without a locator needs none of the patterns.
  let made: NumberScanner | undefined;
  return (locator) => {
    made ??= createNumberScanner(listLocatorLabels(terms(), words), words);
    const scanner = made;
    const source = toAsciiDigits(locator.normalize('NFC').trim());
    const text = { source, folded: plainLetters(source) };
    const parts: CitedPart[] = [];
    for (let at = 0; at < source.length; ) {
      const part =
        readLabeled(text, at, scanner) ??
        readCounted(text, at, scanner) ??
        (parts.length === 0 ? readBare(text, at, scanner) : undefined) ??
        readWords(text, at, scanner);
      if (!part) return { unknown: labelOf(source.slice(at)) };
      parts.push(part.value);
      at = part.end + (scanner.comma(text, part.end) ?? gapAt(text, part.end));
    }
    return { parts };
  };
}

function readLabeled(text: ScannedText, at: number, scanner: NumberScanner): Scanned<CitedPart> | undefined {
  const labeled = scanner.label(text, at);
  if (!labeled) return undefined;
  const { value: label, end: from } = labeled;
  const isCapitalized = /^\p{Lu}\p{Ll}/u.test(text.source.slice(at));
  const part = { ...label, isCapitalized, words: '' };
  const rest = text.source.slice(from);
  if (label.kinds.includes('sub-verbo') && rest !== '')
    return { value: { ...part, numbers: [], words: rest }, end: text.source.length };
  const { value: numbers, end } = scanner.numbers(text, from, true);
  // A label in full may stand for itself: "introduction".
  if (!isEnd(text, end, scanner) || (numbers.length === 0 && label.form !== 'long')) return undefined;
  return { value: { ...part, numbers }, end };
}

/** "3rd chapter", "2.ª parte". */
function readCounted(text: ScannedText, at: number, scanner: NumberScanner): Scanned<CitedPart> | undefined {
  const ordinal = scanner.ordinal(text, at);
  const label = ordinal && scanner.label(text, ordinal.end);
  if (!label || !isEnd(text, label.end, scanner)) return undefined;
  const numbers = [{ from: ordinal.value, to: undefined, following: undefined }];
  return { value: { ...unlabeled, ...label.value, numbers }, end: label.end };
}

/** A number without a label is a page, or has its own form: 1:05:30, John 3:16. */
function readBare(text: ScannedText, at: number, scanner: NumberScanner): Scanned<CitedPart> | undefined {
  const { value: numbers, end } = scanner.numbers(text, at, false);
  if (numbers.length === 0 || !isEnd(text, end, scanner)) return undefined;
  const isTimed = numbers.every(({ from }) => from.includes(':'));
  return {
    value: { ...unlabeled, kinds: isTimed ? ['timestamp', 'verse', 'page'] : ['page'], numbers },
    end,
  };
}

/**
 * Words up to the next comma: "passim". Figures among them would be those of a label that nobody knows, and an abbreviation lacks its
 * number.
 */
function readWords(text: ScannedText, at: number, scanner: NumberScanner): Scanned<CitedPart> | undefined {
  const [words = ''] = /^[^,;]*/.exec(text.source.slice(at)) ?? [];
  if (words.trim() === '' || /\d/.test(words) || scanner.label(text, at)) return undefined;
  return { value: { ...unlabeled, kinds: [], words: words.trim() }, end: at + words.length };
}

/** Whether a part may end there: before a comma, the next part, or nothing. */
function isEnd(text: ScannedText, at: number, scanner: NumberScanner): boolean {
  const next = at + gapAt(text, at);
  return next >= text.source.length || scanner.comma(text, at) !== undefined || scanner.isPart(text, next);
}

function gapAt({ folded }: ScannedText, at: number): number {
  return /^[\s\u00a0.]*/.exec(folded.slice(at))?.[0].length ?? 0;
}

function labelOf(rest: string): string {
  return /^[^\d,;]*/.exec(rest)?.[0].trim() || rest;
}
