import type { TextRange, TextValue } from '../../model.ts';
import { addTo } from '../add-to.ts';
import { createLowerCase } from '../list-words.ts';
import type { UnitForm, UnitForms } from '../unit-forms.ts';

/** A unit, and the range of its words; of no length where the number has none. */
export type FoundUnit = Pick<TextValue, 'units' | 'unitWords' | 'isUnitSign'> & TextRange;

/** Finds the unit of the number that stands at a place of a text. */
export type UnitFinder = (text: string, number: TextRange) => FoundUnit;

/** Finds the unit that a number has, in the words after it, or before it for money. */
export function createUnitFinder(tag: string, connectors: readonly string[], forms: UnitForms): UnitFinder {
  const readAfter = createAfterReader(tag, connectors, forms);
  const readBefore = createBeforeReader(forms);
  return (text, { start, end }) =>
    readBefore(text, start) ??
    readAfter(text, end) ?? { units: [], unitWords: '', isUnitSign: false, start, end: start };
}

type Finder = (text: string, at: number) => FoundUnit | undefined;

function found(
  text: string,
  start: number,
  end: number,
  unit: Pick<UnitForm, 'isSign'>,
  codes: Iterable<string>,
): FoundUnit {
  return { units: [...codes], unitWords: text.slice(start, end), isUnitSign: unit.isSign, start, end };
}

/** Finds a unit behind a number that ends at a place. */
function createAfterReader(tag: string, connectors: readonly string[], forms: UnitForms): Finder {
  const lower = createLowerCase(tag);
  const longest = Math.max(0, ...[...forms.keys()].map((form) => form.length));
  /** Longest first, by their first letter in lower case: a text has few numbers and a language many words for units. */
  const byLetter = new Map<string, { form: string; lowerForm: string; unit: UnitForm }[]>();
  for (const [form, unit] of [...forms].sort(([a], [b]) => b.length - a.length)) {
    const lowerForm = withSpaces(lower(form));
    addTo(byLetter, lowerForm.charAt(0), { form: withSpaces(form), lowerForm, unit });
  }

  /** A form that stands at a place of a text; only of long ones the case does not matter. */
  const readForm = (text: string, start: number): FoundUnit | undefined => {
    // "A 7-light-year trip" and "7 light years" have one unit.
    const rest = withSpaces(text.slice(start, start + longest + 8));
    const lowerRest = lower(rest);
    for (const { form, lowerForm, unit } of byLetter.get(lowerRest.charAt(0)) ?? []) {
      const isForm = rest.startsWith(form) || (form.length > 3 && lowerRest.startsWith(lowerForm));
      const isWhole = !goesOn.test(rest.slice(form.length)) || !/[\p{L}²³]$/u.test(form);
      if (isForm && isWhole) return found(text, start, start + form.length, unit, unit.codes);
    }
    return undefined;
  };

  return (text, end) => {
    const start = end + (/^[\s-]/.test(text.slice(end, end + 1)) ? 1 : 0);
    const connector = connectors.find((word) => text.startsWith(`${word} `, start));
    const skipped = (connector?.length ?? -1) + 1;
    const unit = readForm(text, start + skipped) ?? readForm(text, start);
    if (unit) return unit;
    const [sign] = /^\p{Sc}/u.exec(text.slice(start)) ?? [];
    return sign ? found(text, start, start + sign.length, { isSign: true }, [sign]) : undefined;
  };
}

/** Behind a form of which it makes another unit: a letter, a figure, a power that it or what it is divided by has ("m/s³"). */
const goesOn = /^(?:[\p{L}\p{Nd}]|(?:[/·⋅]\p{L}{1,4})?[⁻\u00b9\u00b2\u00b3\u2070\u2074-\u2079])/u;

/** One kind of space, between words that a hyphen joins as well; lengths stay. */
function withSpaces(words: string): string {
  return /[-\u00a0\u202f]/.test(words) ? words.replace(/[\u00a0\u202f]|(?<=\p{L})-(?=\p{L})/gu, ' ') : words;
}

/** Finds a unit before a number that starts at a place, of those that stand there. */
function createBeforeReader(forms: UnitForms): Finder {
  const before = [...forms].filter(([, unit]) => unit.isBefore).sort(([a], [b]) => b.length - a.length);
  const signs = new Map(before);
  const longest = Math.max(0, ...before.map(([form]) => form.length));
  return (text, start) => {
    const end = start - (/\s/.test(text.charAt(start - 1)) ? 1 : 0);
    for (let length = Math.min(longest, end); length > 0; length -= 1) {
      const form = text.slice(end - length, end).replace(/[\u00a0\u202f]/g, ' ');
      const unit = signs.get(form);
      if (!unit) continue;
      const isWhole = !/[\p{L}\p{Nd}]/u.test(text[end - length - 1] ?? ' ') || !/^\p{L}/u.test(form);
      if (isWhole) return found(text, end - length, end, unit, unit.codes);
    }
    const [sign] = /\p{Lu}{0,3}\p{Sc}$/u.exec(text.slice(Math.max(0, end - 4), end)) ?? [];
    return sign ? found(text, end - sign.length, end, { isSign: true }, [sign]) : undefined;
  };
}
