import { UsageError } from './usage-error.ts';

/** What a command takes, an option or an argument, and what its action gets of it. */
export interface Parameter<T> {
  /** Key of its words in locales/<lang>/cli.json. */
  words: string;
  /** What stands for the value in the help: "<name>". A switch has none, and an argument has that of its line in commands.ts. */
  value?: string;
  /** Whether it may be given several times. */
  isList?: boolean;
  /** Of a switch: whether it is written with "no-" before its name, and turns off what is on without it. */
  isNegated?: boolean;
  /**
   * @param found as the parser hands it over, undefined where nothing was given
   * @param name as the reader writes it: "--format"
   * @throws UsageError where it is not what the command takes
   */
  read: (found: unknown, name: string) => T;
}

/** An option without a value. */
export function flag(words: string): Parameter<boolean> {
  return { words, read: (found) => found === true };
}

/** An option without a value that turns something off: `cache` is written `--no-cache`. */
export function unless(words: string): Parameter<boolean> {
  return { words, isNegated: true, read: (found) => found !== false };
}

/** A text that may be missing. */
export function optionalText(words: string, value?: string): Parameter<string | undefined> {
  return { words, ...placed(value), read: asText };
}

/** A text, or another one where none is given. */
export function textOr(fallback: string, words: string, value?: string): Parameter<string> {
  return { words, ...placed(value), read: (found) => asText(found) ?? fallback };
}

/** One of several words, or `fallback`. */
export function choice<const T extends string, const F extends T | undefined>(
  allowed: readonly T[],
  fallback: F,
  words: string,
  value = '<name>',
): Parameter<T | F> {
  const read = (found: unknown, name: string): T | F => {
    const asked = asText(found);
    return asked === undefined ? fallback : oneOf(name, asked, allowed);
  };
  return { words, value, read };
}

/** An address on the web, which must be given. */
export function address(words: string): Parameter<string> {
  const read = (found: unknown, option: string): string => {
    const asked = asText(found);
    if (asked === undefined) throw new UsageError('missingOption', { option, expected: 'https://…' });
    if (!/^https?:\/\//.test(asked) || !URL.canParse(asked))
      throw new UsageError('invalidValue', { option, found: asked, expected: 'http(s)://…' });
    return asked;
  };
  return { words, value: '<url>', read };
}

/** An address on the web; undefined where none is given. */
export function optionalAddress(words: string): Parameter<string | undefined> {
  const { read, ...shown } = address(words);
  return { ...shown, read: (found, option) => (found === undefined ? undefined : read(found, option)) };
}

/** An address on the web with a hole for a name, "https://example.org/{rule}.md"; undefined where none is given. */
export function addressPattern(words: string, hole: string): Parameter<string | undefined> {
  const expected = `https://…/{${hole}}`;
  const read = (found: unknown, option: string): string | undefined => {
    const asked = asText(found);
    if (asked === undefined) return undefined;
    const isAddress = /^https?:\/\//.test(asked) && URL.canParse(asked.replaceAll(`{${hole}}`, 'x'));
    if (!isAddress || !asked.includes(`{${hole}}`))
      throw new UsageError('invalidValue', { option, found: asked, expected });
    return asked;
  };
  return { words, value: '<url>', read };
}

/** A number above 0. */
export function positive(fallback: number, words: string, value: string): Parameter<number> {
  const read = (found: unknown, name: string): number => {
    const asked = asText(found);
    if (asked === undefined) return fallback;
    const number = /^\d+(?:\.\d+)?$/.test(asked) ? Number(asked) : 0;
    if (!(number > 0 && Number.isFinite(number)))
      throw new UsageError('noNumber', { option: name, found: asked });
    return number;
  };
  return { words, value, read };
}

/** A port of this machine, 0 for any that is free; undefined where none is given. */
export function portNumber(words: string): Parameter<number | undefined> {
  const read = (found: unknown, name: string): number | undefined => {
    const asked = asText(found);
    if (asked === undefined) return undefined;
    const number = /^\d{1,5}$/.test(asked) ? Number(asked) : Number.NaN;
    if (!(number <= 65535)) throw new UsageError('noPort', { option: name, found: asked });
    return number;
  };
  return { words, value: '<number>', read };
}

/** Texts, of an option that may be given several times, or as a list with commas. */
export function textList(words: string, value: string): Parameter<string[]> {
  const read = (found: unknown): string[] =>
    textsIn(found)
      .flatMap((text) => text.split(','))
      .filter((text) => text !== '');
  return { words, value, isList: true, read };
}

/** A text that may be left out where the option stands: "--changed", "--changed main"; undefined without the option. */
export function textIfAny(words: string, value: string): Parameter<{ text?: string } | undefined> {
  const read = (found: unknown) => {
    const text = asText(found);
    return text === undefined ? (found === true ? {} : undefined) : { text };
  };
  return { words, value, read };
}

/** A whole number, 0 as well; undefined where none is given. */
export function countFromZero(words: string): Parameter<number | undefined> {
  const read = (found: unknown, option: string): number | undefined => {
    const asked = asText(found);
    if (asked === undefined) return undefined;
    if (!/^\d{1,9}$/.test(asked))
      throw new UsageError('invalidValue', { option, found: asked, expected: '0, 1, 2 …' });
    return Number(asked);
  };
  return { words, value: '<number>', read };
}

/** A whole number above 0; undefined where none is given. */
export function atLeastOne(words: string): Parameter<number | undefined> {
  const read = (found: unknown, option: string): number | undefined => {
    const asked = asText(found);
    if (asked === undefined) return undefined;
    if (!/^[1-9]\d{0,3}$/.test(asked))
      throw new UsageError('invalidValue', { option, found: asked, expected: '1, 2, 3 …' });
    return Number(asked);
  };
  return { words, value: '<number>', read };
}

/** Texts, of an option that may be given several times; a comma is part of one. */
export function wholeTexts(words: string, value: string): Parameter<string[]> {
  return { words, value, isList: true, read: textsIn };
}

/** As many arguments as there are. */
export function rest(words: string): Parameter<string[]> {
  return { words, read: textsIn };
}

/** @throws UsageError where an option's value is not one that it can have */
export function oneOf<const T extends string>(option: string, found: string, allowed: readonly T[]): T {
  const known = allowed.find((candidate): candidate is T => candidate === found);
  if (known === undefined) {
    throw new UsageError('invalidValue', { option, found, expected: allowed.join(', ') });
  }
  return known;
}

function placed(value: string | undefined): { value?: string } {
  return value === undefined ? {} : { value };
}

function asText(found: unknown): string | undefined {
  return typeof found === 'string' ? found : undefined;
}

function textsIn(found: unknown): string[] {
  return Array.isArray(found) ? found.filter((each) => typeof each === 'string') : [];
}
