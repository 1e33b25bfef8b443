import type { TextValue, Vocabulary } from '../model.ts';
import { addTo } from './add-to.ts';
import { createLowerCase } from './list-words.ts';
import type { LocaleWords } from './locale-words.ts';

/** A unit, and the range of its words. */
type FoundUnit = Pick<TextValue, 'unit' | 'isUnitSign' | 'start' | 'end'>;

/** Finds the unit that a number has, in the words after it, or before it for money. */
export function createUnitFinder(
  tag: string,
  words: LocaleWords,
  vocabulary: Vocabulary,
): (text: string, number: TextValue) => FoundUnit {
  const forms = listForms(words, vocabulary);
  const isSign = (form: string, unit: string): boolean =>
    form === words.units[unit]?.symbol || form === unit || !/^\p{L}+$/u.test(form.replace(/\s/g, ''));
  const readAfter = createAfterReader(tag, words, forms, isSign);
  const readBefore = createBeforeReader(words, forms, isSign);
  return (text, { start, end }) =>
    readBefore(text, start) ??
    readAfter(text, end) ?? { unit: undefined, isUnitSign: false, start, end: start };
}

type Finder = (text: string, at: number) => FoundUnit | undefined;

/** Codes of units by all that a text may have for them. */
function listForms(words: LocaleWords, vocabulary: Vocabulary): Map<string, string> {
  const forms = new Map<string, string>();
  for (const [code, unit] of Object.entries(words.units)) {
    for (const form of [...(unit.symbol ? [unit.symbol] : []), ...(unit.forms ?? [])]) {
      if (!forms.has(form.normalize('NFC'))) forms.set(form.normalize('NFC'), code);
    }
  }
  for (const code of vocabulary.units.keys()) if (/\D/.test(code) && !forms.has(code)) forms.set(code, code);
  return forms;
}

/** Finds a unit behind a number that ends at a place. */
function createAfterReader(
  tag: string,
  words: LocaleWords,
  forms: Map<string, string>,
  isSign: (form: string, unit: string) => boolean,
): Finder {
  const lower = createLowerCase(tag);
  const longest = Math.max(0, ...[...forms.keys()].map((form) => form.length));
  /** Longest first, by their first letter in lower case: a text has few numbers and a language many words for units. */
  const byLetter = new Map<string, { form: string; lowerForm: string; unit: string }[]>();
  for (const [form, unit] of [...forms].sort(([a], [b]) => b.length - a.length)) {
    const letter = lower(form).charAt(0);
    addTo(byLetter, letter, { form, lowerForm: lower(form), unit });
  }

  /** A form that a text begins with; only of long ones the case does not matter. */
  const readForm = (text: string, start: number): FoundUnit | undefined => {
    const lowerText = lower(text);
    for (const { form, lowerForm, unit } of byLetter.get(lowerText.charAt(0)) ?? []) {
      const isForm = text.startsWith(form) || (form.length > 3 && lowerText.startsWith(lowerForm));
      const isWhole = !/[\p{L}\p{Nd}²³]/u.test(text[form.length] ?? ' ') || !/[\p{L}²³]$/u.test(form);
      if (isForm && isWhole) return { unit, isUnitSign: isSign(form, unit), start, end: start + form.length };
    }
    return undefined;
  };

  return (text, end) => {
    const start = end + (/^[\s-]/.test(text.slice(end)) ? 1 : 0);
    const rest = text.slice(start, start + longest + 20);
    const connector = (words.connectors ?? []).find((word) => rest.startsWith(`${word} `));
    const skipped = (connector?.length ?? -1) + 1;
    const found = readForm(rest.slice(skipped), start + skipped) ?? readForm(rest, start);
    if (found) return found;
    const [sign] = /^\p{Sc}/u.exec(rest) ?? [];
    return sign ? { unit: sign, isUnitSign: true, start, end: start + sign.length } : undefined;
  };
}

/** Finds a unit before a number that starts at a place, of those that stand there. */
function createBeforeReader(
  words: LocaleWords,
  forms: Map<string, string>,
  isSign: (form: string, unit: string) => boolean,
): Finder {
  const before = [...forms].filter(([, unit]) => words.units[unit]?.before);
  return (text, start) => {
    const rest = text.slice(0, start).replace(/\s$/, '');
    const end = rest.length;
    for (const [form, unit] of before) {
      if (!rest.endsWith(form)) continue;
      const isWhole =
        !/[\p{L}\p{Nd}]/u.test(rest[rest.length - form.length - 1] ?? ' ') || !/^\p{L}/u.test(form);
      if (isWhole) return { unit, isUnitSign: isSign(form, unit), start: end - form.length, end };
    }
    const [sign] = /\p{Lu}{0,3}\p{Sc}$/u.exec(rest.slice(-4)) ?? [];
    return sign ? { unit: sign, isUnitSign: true, start: end - sign.length, end } : undefined;
  };
}
