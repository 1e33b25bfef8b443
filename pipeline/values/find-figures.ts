import type { TextValue } from '../model.ts';
import { toAsciiDigits } from './ascii-digits.ts';
import type { LocaleWords } from './locale-words.ts';
import { createNumberReader } from './read-number.ts';

/** Figures in groups with spaces between, or with points and commas inside; a sign at the end is the sentence's. */
const figures =
  /(?<!\p{Nd})(?:\p{Nd}{1,3}(?:[\u00a0\u2009\u202f ]\p{Nd}{3})+(?!\p{Nd})(?:[.,٫]\p{Nd}+)?|\p{Nd}+(?:[.,٫٬]\p{Nd}+)*)/gu;

/** Groups with an apostrophe between, as Switzerland writes them. */
const apostrophes = /(?<!\p{Nd})\p{Nd}{1,3}(?:[’']\p{Nd}{3})+(?!\p{Nd})(?:\.\p{Nd}+)?/gu;

/** In canonical form as it is (see `canonicalDecimal`). */
const plainNumber = /^[1-9]\d{0,14}$/;

/** A minus before figures; a hyphen after a word or a number is no minus. */
const minus = /(?:^|[\s(])([-\u2212])$/;

/** Finds numbers in figures, with a scale ("1.5 million"); of "1995–98" the end is 1998. */
export function createFigureFinder(tag: string, words: LocaleWords): (text: string) => TextValue[] {
  const numbers = createNumberReader(tag, words);
  const hasApostrophes = /[’']/.test(new Intl.NumberFormat(tag).format(10_000));
  const pattern = hasApostrophes ? new RegExp(`${apostrophes.source}|${figures.source}`, 'gu') : figures;
  const isScale = (word: string): boolean =>
    Object.hasOwn(words.scales, word.normalize('NFC').toLocaleLowerCase(tag));

  const scaleAfter = (rest: string): string => {
    let length = 0;
    for (;;) {
      const word = /^[ \u00a0\u202f](\p{L}[\p{L}\p{M}-]*)/u.exec(rest.slice(length));
      if (!word?.[1] || !isScale(word[1])) return rest.slice(0, length);
      length += word[0].length;
    }
  };

  return (text) => {
    const found: TextValue[] = [];
    for (const match of text.matchAll(pattern)) {
      const [sign = ''] = minus.exec(text.slice(0, match.index))?.slice(1) ?? [];
      const after = match.index + match[0].length;
      const scale = scaleAfter(text.slice(after, after + 40));
      const [start, end] = [match.index - sign.length, after + scale.length];
      const written = sign + toAsciiDigits(match[0].replace(/[’']/g, '')) + scale;
      // Most are whole numbers of a few figures, which every locale reads alike.
      const read = plainNumber.test(written)
        ? { ok: true as const, number: written, rest: '' }
        : numbers.readLeading(written);
      found.push({
        form: 'figures',
        start,
        end,
        ...readings(read, match[0]),
        unit: undefined,
        sharedUnit: undefined,
        isUnitSign: false,
        isCertain: true,
      });
    }
    completeYears(text, found);
    return found;
  };
}

function readings(
  read: ReturnType<ReturnType<typeof createNumberReader>['readLeading']>,
  text: string,
): Pick<TextValue, 'value' | 'foreign'> {
  if (read?.ok) return { value: read.number, foreign: undefined };
  const { first, second, reading } = read?.values ?? {};
  if (second !== undefined) return { value: String(second), foreign: String(first) };
  if (reading !== undefined) return { value: undefined, foreign: String(reading) };
  // No number, such as "1.2.3": it is compared as it is written.
  return { value: toAsciiDigits(text), foreign: undefined };
}

/** A year of two figures after a dash belongs to the century of the year before it. */
function completeYears(text: string, found: TextValue[]): void {
  for (const [index, year] of found.entries()) {
    const end = found[index + 1];
    if (!end?.value || !/^[12]\d{3}$/.test(year.value ?? '')) continue;
    if (!/^[-–]$/.test(text.slice(year.end, end.start)) || end.end - end.start !== 2) continue;
    const [century, last] = [year.value?.slice(0, 2) ?? '', year.value?.slice(2) ?? ''];
    const short = text.slice(end.start, end.end);
    if (/^\d\d$/.test(short) && short > last) end.value = century + short;
  }
}
