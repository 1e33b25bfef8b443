import type { Json, JsonObject } from '../../model.ts';
import { getKey, isObject, sameJson } from '../../values/json-value.ts';
import { yearsOf } from '../../values/years-of.ts';
import type { NameLimits } from './name-limits.ts';
import { foldLetters, type PrintedEntry, readPrintedEntry } from './printed-entry.ts';

/** A fact of a work that its entry in a reference list does not have. */
export interface LostFact {
  /** Variable of CSL-JSON. */
  variable: string;
  /** What the bibliography has, or the part of it that is missing. */
  value: string;
}

/** Variables with names, those of whose lists the first that a work has must be printed. */
const creators = [
  'author',
  'editor',
  'director',
  'composer',
  'interviewer',
  'organizer',
  'host',
  'illustrator',
  'translator',
];
/** Types of works that are known by who published them; of others databases name a publisher that no style prints. */
const published: ReadonlySet<string> = new Set(
  (
    'book chapter classic collection dataset entry entry-dictionary entry-encyclopedia map motion_picture musical_score pamphlet ' +
    'paper-conference report software standard thesis'
  ).split(' '),
);
/** What is printed wherever a work has it. */
const printed = ['author', 'editor'];

/**
 * Finds what an item of CSL-JSON says of a work and its entry in a reference list does not: title, and that of what holds
 * it; names, as many as the style prints; years; pages; volume, issue and number; publisher and edition; DOI, or else address.
 *
 * @param months names of the months in the language of the list
 */
export function findLost(
  item: JsonObject,
  text: string,
  limits: NameLimits,
  months: readonly string[],
): LostFact[] {
  const entry = readPrintedEntry(text);
  const lost: LostFact[] = [];
  const check = (variable: string, isThere: (value: string) => boolean): void => {
    const value = readText(item, variable);
    if (value !== '' && !isThere(value)) lost.push({ variable, value });
  };
  // What is long is taken first: a number or a name may stand in it.
  findAddress(item, entry, check);
  findTitles(item, entry, check);
  if (!isAsBefore(text, limits)) lost.push(...findNames(item, entry, limits));
  check('page', (value) => takePages(value, entry));
  takeAccessed(item, entry, months);
  for (const year of yearsOf(item))
    if (!entry.takeTokens([(token) => token.replace(/^\p{L}+/u, '') === year]))
      lost.push({ variable: 'issued', value: year });
  if (published.has(readText(item, 'type'))) {
    check('publisher', (value) => entry.take(plain(value)));
    // Of a first edition styles do not speak.
    if (readText(item, 'edition') !== '1') check('edition', (value) => takeNumbers(value, entry));
  }
  for (const variable of ['volume', 'issue', 'number']) check(variable, (value) => takeNumbers(value, entry));
  return lost.filter(({ value }) => !isSaidOtherwise(value, item, lost));
}

type Check = (variable: string, isThere: (value: string) => boolean) => void;

function findAddress(item: JsonObject, entry: PrintedEntry, check: Check): void {
  const doi = readText(item, 'DOI').replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  const hasDoi = doi !== '' && entry.take(doi, 'each');
  const address = readText(item, 'URL').replace(/^https?:\/\//i, '');
  const hasAddress = address !== '' && (entry.take(address, 'each') || entry.take(decode(address), 'each'));
  check('DOI', () => hasDoi);
  if (doi === '') check('URL', () => hasAddress);
}

/** Journals are abbreviated where the item says how. */
function findTitles(item: JsonObject, entry: PrintedEntry, check: Check): void {
  const short = ['container-title-short', 'journalAbbreviation'].map((variable) => readText(item, variable));
  const titles = ['title', 'container-title'];
  const lengthOf = (variable: string): number => foldLetters(plain(readText(item, variable))).length;
  for (const variable of titles.sort((a, b) => lengthOf(b) - lengthOf(a))) {
    const others = variable === 'title' ? [] : short.filter((form) => form !== '');
    check(variable, (value) => [value, ...others].some((form) => entry.take(plain(form))));
  }
}

function findNames(item: JsonObject, entry: PrintedEntry, limits: NameLimits): LostFact[] {
  const first = creators.find((variable) => namesIn(item, variable).length > 0);
  return [...new Set([first, ...printed])].flatMap((variable) =>
    variable === undefined
      ? []
      : printedNames(namesIn(item, variable), limits)
          .filter((name) => !entry.has(name))
          .map((value) => ({ variable, value })),
  );
}

/** Whether a dash stands for the names of the entry before. */
function isAsBefore(text: string, { substitute }: NameLimits): boolean {
  return substitute !== undefined && text.startsWith(substitute);
}

function printedNames(names: readonly string[], { from, first, last }: NameLimits): string[] {
  if (from === undefined || names.length < from) return [...names];
  return names.filter((_, index) => index < first || (last && index === names.length - 1));
}

/** The words of each name that every style prints: the family name without its particles, a name of one piece as it is. */
function namesIn(item: JsonObject, variable: string): string[] {
  const names = getKey(item, variable);
  if (!Array.isArray(names)) return [];
  return names.flatMap((name) => {
    if (!isObject(name)) return typeof name === 'string' ? [name] : [];
    const whole = name.literal ?? name.family ?? name.given;
    if (typeof whole !== 'string') return [];
    if (whole !== name.family) return [whole];
    const [family = ''] = whole.replaceAll('"', '').split(',');
    return [family.replace(/^(?:\p{Ll}+(?:['’]|\s+))+(?=\S)/u, '')];
  });
}

/** "147-172" is there as "147–72", too, and "S12-S18" as "S12–8". */
function takePages(value: string, entry: PrintedEntry): boolean {
  const runs = value.split(/[,;&]|\s(?![-–—])(?<![-–—]\s)/).map((run) => run.match(/[\p{L}\p{N}]+/gu) ?? []);
  const withDigits = runs.map((run) => run.map(foldLetters)).filter((run) => run.length > 0);
  return withDigits.every(([first = '', ...others]) => {
    const last = others.map(
      (wanted) => (token: string) =>
        token !== '' && /\p{N}/u.test(token) === /\p{N}/u.test(wanted)
          ? wanted.endsWith(token) || token.endsWith(wanted)
          : false,
    );
    return entry.takeTokens([(token) => token === first, ...last], 'end');
  });
}

/** A number in any form: 4, 4th, 4º, IV; of words with a number the number. */
function takeNumbers(value: string, entry: PrintedEntry): boolean {
  const tokens = readPrintedEntry(plain(value)).tokens();
  const numbers = tokens.filter((token) => /^\p{N}+$/u.test(token));
  return (numbers.length > 0 ? numbers : tokens).every((wanted) => {
    const roman = writeRoman(Number(wanted));
    return entry.takeTokens([(token) => token === wanted || token === roman]);
  });
}

/** The year of a date of access is not that of publication. */
function takeAccessed(item: JsonObject, entry: PrintedEntry, months: readonly string[]): void {
  const accessed = getKey(item, 'accessed');
  const [parts] = isObject(accessed) && Array.isArray(accessed['date-parts']) ? accessed['date-parts'] : [];
  if (!Array.isArray(parts) || parts.length < 3) return;
  const issued = getKey(item, 'issued');
  // One day for both: what is printed may be either.
  if (isObject(issued) && sameJson(issued['date-parts'] ?? null, [parts])) return;
  const [year = '', month = '', day = ''] = parts.map(String);
  const name = foldLetters(months[Number(month) - 1] ?? '').slice(0, 3);
  const isMonth = (token: string): boolean => token.startsWith(name) || Number(token) === Number(month);
  const isDay = (token: string): boolean => Number(token) === Number(day);
  const isYear = (token: string): boolean => token === year;
  const any = (): boolean => true;
  const forms = [
    [isDay, isMonth, isYear],
    [isMonth, isDay, isYear],
    [isYear, isMonth, isDay],
    [isDay, any, isMonth, any, isYear],
    [isDay, isMonth, any, isYear],
    [isDay, any, isMonth, isYear],
  ];
  forms.some((form) => entry.takeTokens(form, 'end'));
}

/** Where author and publisher, or site and title, are one, styles print it once. */
function isSaidOtherwise(value: string, item: JsonObject, lost: readonly LostFact[]): boolean {
  const wanted = foldLetters(plain(value));
  const others = ['title', 'container-title', 'publisher'].map((variable) => readText(item, variable));
  const names = creators.flatMap((variable) => namesIn(item, variable));
  const same = [...others, ...names].filter((other) => foldLetters(plain(other)) === wanted);
  return same.length > lost.filter((fact) => foldLetters(plain(fact.value)) === wanted).length;
}

function readText(item: JsonObject, variable: string): string {
  const value: Json | undefined = getKey(item, variable);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Without the markup that CSL reads in texts. */
function plain(text: string): string {
  return text.replace(/<\/?(?:i|b|sup|sub|sc|span)\b[^<>]*>/g, '');
}

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

const romans: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function writeRoman(number: number): string {
  if (!Number.isInteger(number) || number <= 0 || number >= 4000) return '';
  let rest = number;
  return romans.reduce((written, [value, letters]) => {
    const count = Math.floor(rest / value);
    rest -= count * value;
    return written + letters.repeat(count);
  }, '');
}
