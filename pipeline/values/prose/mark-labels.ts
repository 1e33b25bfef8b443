import type { TextValue } from '../../model.ts';
import { toAsciiDigits } from '../ascii-digits.ts';
import { escapePattern } from '../escape-pattern.ts';
import { ignoringCase } from '../ignoring-case.ts';
import type { LocaleWords } from '../locale-words.ts';

/** What may stand between a word such as "law" and its figures: "No.", "n.º", "#", "(". */
const number = '(?:(?:n\\.?\\s?[º°o]|no?s?\\.|#|§+)[\\s\u00a0]*)?\\(?';

/** Bodies that number standards, which are named alike in all languages: "ISO 14001", "NBR 6.023". */
const standardBefore =
  /(?<![\p{L}\p{Nd}])(?:ISO|IEC|IEEE|ITU|DIN|EN|BS|ASTM|ANSI|NFPA|API|JIS|GOST|RFC|NBR|UNE|NTP|IRAM|NTC|NCh|NB|COVENIN|OHSAS|AFNOR)[\s\u00a0-]$/u;

/** Between the figures of two labels: "Tables 2.1 and 2.2". */
const between = /^(?:\s?[-–,;]\s?|,?\s\p{L}{1,3}\s)$/u;

/**
 * Makes the function that marks, among the figures of a text, those with points or commas inside that are a name and no quantity:
 * the number of a table, an article, a version, a law, a standard, a DOI. A name is compared letter by letter; where its signs part thousands
 * it may be written as the locale has them.
 */
export function createLabelMarker({
  labels = [],
}: LocaleWords): (text: string, figures: TextValue[], ratios: TextValue[]) => void {
  const words = [...labels.map(escapePattern), 'v\\.?', 'doi:', '§+'];
  const behind = `(?:${words.join('|')})[\\s\u00a0]*${number}$`;
  // Told by letters alone, most figures have no such word before them.
  const likely = ignoringCase(behind);
  const before = ignoringCase(`(?:^|[^\\p{L}])${behind}`);
  const isNamed = (words: string) => likely.test(words) && before.test(words);
  return (text, figures, ratios) => {
    for (const value of ratios) {
      if (!standardBefore.test(text.slice(Math.max(0, value.start - 12), value.start))) continue;
      // "ISO 9.001:2015"
      const written = text.slice(value.start, value.end);
      value.others = [...value.others, toAsciiDigits(written).replace(/[.,\s\u00a0\u202f]/g, '')];
    }
    for (const [index, value] of figures.entries()) {
      const written = toAsciiDigits(text.slice(value.start, value.end));
      if (value.form !== 'figures' || !/^\d+(?:[.,]\d+)+$/.test(written)) continue;
      const last = figures[index - 1];
      const isLabel =
        (last?.form === 'label' && between.test(text.slice(last.end, value.start))) ||
        /^\/\w/.test(text.slice(value.end)) ||
        standardBefore.test(text.slice(Math.max(0, value.start - 12), value.start)) ||
        isNamed(text.slice(Math.max(0, value.start - 40), value.start));
      if (!isLabel) continue;
      const readings = [value.value, value.foreign].flatMap((one) => one ?? []);
      const others = /^\d{1,3}(?:[.,]\d{3})+$/.test(written) ? readings : [];
      Object.assign(value, { form: 'label', value: written, others, foreign: undefined });
    }
  };
}
