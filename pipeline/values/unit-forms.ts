import type { Vocabulary } from '../model.ts';
import type { CldrUnit, CurrencyWords, ReadsCldr } from './cldr-locale.ts';
import { localesOf } from './find-currency.ts';
import { currencyCodes, regionsByCurrency } from './iso-4217.ts';
import type { LocaleWords, UnitWords } from './locale-words.ts';
import { mostShared } from './most-shared.ts';

/** A way to write a unit or a currency. */
export interface UnitForm {
  /** Codes of the units that it may be: of schemas/units.json, of CLDR, of ISO 4217. */
  codes: Set<string>;
  /** Whether it is a sign, which says the same in every language. */
  isSign: boolean;
  /** Whether it may stand before its number, as those of money do. */
  isBefore: boolean;
}

/** Units in one language by the forms that a text may have for them, in composed letters. */
export type UnitForms = ReadonlyMap<string, UnitForm>;

/** A way to write a unit of the project; `unit` has the words of the language, where it has some. */
interface OwnForm {
  form: string;
  code: string;
  unit: UnitWords | undefined;
}

/** All that the words of the project and of the tool have for the units of schemas/units.json, unit by unit, with their codes. */
export function listOwnForms({ units }: LocaleWords, vocabulary: Vocabulary): OwnForm[] {
  const named = Object.entries(units).flatMap(([code, unit]) =>
    [code, ...(unit.symbol ? [unit.symbol] : []), ...(unit.forms ?? [])].map((form) => ({
      form,
      code,
      unit,
    })),
  );
  return [...named, ...[...vocabulary.units.keys()].map((code) => ({ form: code, code, unit: undefined }))];
}

/**
 * Gathers the units of a language: the words of the project and of the tool; what CLDR calls its units, under the code of the
 * project where the two share a name; and all currencies, by their names, by the word that many of them share ("dollars"), by
 * sign and by code.
 */
export function gatherUnitForms(
  tag: string,
  words: LocaleWords,
  vocabulary: Vocabulary,
  cldr: ReadsCldr,
): UnitForms {
  const forms = new Map<string, UnitForm>();
  const add = (form: string, code: string, isSign: boolean, isBefore = false): void => {
    const key = form.normalize('NFC');
    const known = forms.get(key);
    if (known) known.codes.add(code);
    else if (key !== '') forms.set(key, { codes: new Set([code]), isSign, isBefore });
  };
  for (const { form, code, unit } of listOwnForms(words, vocabulary)) {
    // "1" is the code of what counts nothing.
    if (/^\d+$/.test(form) || (!unit && forms.has(form))) continue;
    // Codes such as "day" are words.
    const isSign = form === unit?.symbol || !isWord(form) || (form === code && isClearSign(form));
    add(form, code, isSign, unit?.before ?? false);
  }
  const locales = localesOf(tag).flatMap((name) => cldr(name) ?? []);
  // What all languages share are signs under the name of names: "in".
  const own = locales.filter((locale) => locale !== cldr('und'));
  for (const { units } of own)
    for (const [name, unit] of units()) if (!everyday.has(name)) addUnit(name, unit, forms, add);
  // A sign of the international system is one in each language ("s"), unless that has something else for it.
  for (const [name, { signs }] of cldr('und')?.units() ?? []) {
    const names = own.flatMap(({ units }) => units().get(name)?.names ?? []);
    addUnit(name, { names, signs: signs.filter((form) => !forms.has(form)) }, forms, add);
  }
  for (const { currencies } of [...locales].reverse())
    for (const [code, currency] of currencies) addCurrency(code, currency, add);
  for (const code of currencyCodes) add(code, code, true, true);
  for (const [sign, code] of Object.entries(signsAbroad)) add(sign, code, true, true);
  if (locales[0]) addShared(tag, locales[0].currencies, add);
  return forms;
}

/** Signs of currencies that texts of other languages have as they are at home, where CLDR has the code or another sign for them. */
const signsAbroad: Readonly<Record<string, string>> = {
  'S/': 'PEN',
  'S/.': 'PEN',
  Bs: 'BOB',
  'Bs.': 'BOB',
  C$: 'CAD',
  RD$: 'DOP',
};

/** Units whose names are everyday words, which another language has others for: three dots are "tres puntos". */
const everyday = new Set(['graphics-dot', 'length-point']);

type Add = (form: string, code: string, isSign: boolean, isBefore?: boolean) => void;

function addUnit(name: string, { names, signs }: CldrUnit, forms: UnitForms, add: Add): void {
  const known = names.find((form) => forms.has(form));
  const codes = known === undefined ? [name] : (forms.get(known)?.codes ?? []);
  for (const code of [...codes]) {
    for (const form of names) add(form, code, false);
    for (const form of signs) if (isClearSign(form)) add(form, code, true);
  }
}

/** Abbreviations of small letters that are no word: the international system's and a few more. */
const smallSigns = new Set(
  'mm cm dm m km nm g mg kg l ml cl dl hl s ms min h ha t ft yd mi lb oz bar cal kcal kn mph bit rpm ppm ppb'.split(
    ' ',
  ),
);

/** Whether no text has the form for something else: not "in", "a" and "pts". */
function isClearSign(form: string): boolean {
  if (/[°%‰²³/]|^[µμ]/u.test(form)) return true;
  return (
    smallSigns.has(form) || /^[LWV]$/.test(form) || /^\p{Ll}{0,2}\p{Lu}\p{L}{1,3}$|^\p{Ll}\p{Lu}$/u.test(form)
  );
}

function addCurrency(code: string, { names, symbol, narrow }: CurrencyWords, add: Add): void {
  if (!currencyCodes.has(code)) return;
  for (const name of names) add(lowerName(name), code, false);
  for (const sign of [symbol, narrow]) if (sign && sign !== code) add(sign, code, true, true);
}

/** "Peruvian soles (1863–1965)" are soles; case does not count. */
function lowerName(name: string): string {
  return name.replace(/\s*\(.*\)/, '').toLowerCase();
}

/** The word that names of currencies share, first or last by the language: "dollars" of twenty, "soles" of one. */
function addShared(tag: string, currencies: ReadonlyMap<string, CurrencyWords>, add: Add): void {
  const all = [...regionsByCurrency.keys()].flatMap((code) =>
    (currencies.get(code)?.names ?? []).map((name) => ({ code, words: lowerName(name).split(/[\s\u00a0]/) })),
  );
  const split = all.filter(({ words }) => words.length > 1);
  const shared = (at: 0 | -1) => mostShared(split.map(({ words }) => words.at(at) ?? ''));
  const at = shared(0) >= shared(-1) ? 0 : -1;
  for (const { code, words } of split) {
    const head = words.at(at) ?? '';
    if (head.length > 2) add(head.normalize('NFC').toLocaleLowerCase(tag), code, false);
  }
}

function isWord(form: string): boolean {
  return /^\p{L}+$/u.test(form.replace(/\s/g, ''));
}
