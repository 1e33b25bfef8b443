import type { LanguageHabits } from '../../model.ts';
import { anyOf } from '../../values/any-of.ts';
import { escapePattern } from '../../values/escape-pattern.ts';
import { ignoringCase } from '../../values/ignoring-case.ts';
import { type Found, findAll } from './find-surplus.ts';
import { beginsSentence, isCapitalised } from './find-words.ts';

/** A pair of opposites, by the name that it has in all languages, and which of the two: 2 for words that may be either. */
export interface Pole {
  pair: string;
  side: number;
}

/** What a sentence denies, and which of two opposites it names. */
export interface Polarity {
  /** Words that do nothing but negate. */
  negations: Found[];
  /**
   * Those whose sentence another language may say without: beside a word that carries a negation ("cannot be avoided" is "is certain"),
   * and in a question that hopes for a yes ("Can't we go?", "It is long, isn't it?").
   */
  undone: Found[];
  /** Whether a set phrase has such a word, which another language has no negation for: "no matter", "not only". */
  mayNegate: boolean;
  /** How many words carry a negation within them, and are none of two opposites: "unable", "lacks", "only". */
  negative: number;
  poles: { pole: Pole; found: Found }[];
}

/** Words are looked up whole, by their beginning ("increas*") or by their end ("*n't"). */
interface WordList<T> {
  whole: Map<string, T[]>;
  beginnings: [string, T][];
  endings: [string, T][];
}

const word = /\p{L}[\p{L}\p{M}]*(?:['-][\p{L}\p{M}]+)*/gu;

/** Reads the polarity of sentences by the words of a language; undefined where the language has none. */
export function createPolarityReader({
  negations = [],
  negativeWords = [],
  setPhrases = [],
  antonyms = {},
}: LanguageHabits): ((sentence: string) => Polarity) | undefined {
  if (negations.length === 0) return undefined;
  const denying = listWords(negations.map((form) => [form, true]));
  const negative = listWords(negativeWords.filter(isOneWord).map((form) => [form, true]));
  const poles = listPoles(antonyms);
  const ignored = phrasePattern(setPhrases);
  const phrases = phrasePattern(negativeWords.filter((form) => !isOneWord(form)));
  const isNegative = ({ text }: Found): boolean =>
    lookUp(negative, text).length > 0 && lookUp(poles, text).length === 0;
  const denies = (found: Found): boolean => lookUp(denying, found.text).length > 0;

  return (sentence) => {
    const said = blank(blank(plainApostrophes(sentence), numbered), ignored);
    const inPhrases = phrases ? findAll(phrases, said) : [];
    const text = blank(said, phrases);
    const words = readWords(text);
    const negations = words.filter((found) => denies(found) && !isName(text, found.start));
    const negatives = words.filter(isNegative);
    return {
      negations,
      undone: negations.filter(
        (one) => isHopeful(text, one) || negatives.some((other) => isNear(text, one, other)),
      ),
      mayNegate: inPhrases.some((phrase) => readWords(phrase.text).some(denies)),
      negative: negatives.length + inPhrases.length,
      poles: words.flatMap((found) => lookUp(poles, found.text).map((pole) => ({ pole, found }))),
    };
  };
}

/** Words as the lists have them: "don’t" is "don't". */
export function plainApostrophes(text: string): string {
  return text.replaceAll('’', "'");
}

/** "No. 5" denies nothing. */
const numbered = /(?<![\p{L}\p{N}])[Nn]os?\.(?=[\s\u00a0]?\p{N})/gu;

/** How many words may stand between a negation and the word that it undoes: "not at all impossible". */
const between = /^(?:\s+\p{L}[\p{L}\p{M}'-]*){0,3}\s+$/u;

function isNear(text: string, negation: Found, word: Found): boolean {
  return word.start > negation.end && between.test(text.slice(negation.end, word.start));
}

/** A negation in the first words of a question that begins with no question word, or in its tag: "…, isn't it?" */
function isHopeful(text: string, { start, end }: Found): boolean {
  const [question = ''] = /^[^.!?]*\?/u.exec(text.slice(end)) ?? [];
  if (question === '') return false;
  const before = text.slice(0, start);
  const isFirst = /(?:^|[.!?:;¿—–]\s*)(?:\p{L}+,\s)?$/u.test(before);
  const isTag = /[,;]\s*¿?(?:\p{L}+\s)?$/u.test(before) && /^(?:\s+\p{L}+){0,3}\s*\?$/u.test(question);
  return isFirst || isTag;
}

function readWords(text: string): Found[] {
  return findAll(word, text).map((found) => ({ ...found, text: found.text.toLowerCase() }));
}

/** A text of the same length without the phrases. */
function blank(text: string, phrases: RegExp | undefined): string {
  return phrases ? text.replace(phrases, (phrase) => ' '.repeat(phrase.length)) : text;
}

/** Capitals within a sentence are those of names and titles: "None" is a word of a program. */
function isName(text: string, start: number): boolean {
  return isCapitalised(text.slice(start)) && !beginsSentence(text, start);
}

function isOneWord(form: string): boolean {
  return !form.includes(' ');
}

function listPoles(antonyms: NonNullable<LanguageHabits['antonyms']>): WordList<Pole> {
  return listWords(
    Object.entries(antonyms).flatMap(([pair, sides]) =>
      sides.flatMap((forms = [], side) => forms.map((form): [string, Pole] => [form, { pair, side }])),
    ),
  );
}

function listWords<T>(forms: [form: string, what: T][]): WordList<T> {
  const list: WordList<T> = { whole: new Map(), beginnings: [], endings: [] };
  for (const [form, what] of forms) {
    if (form.endsWith('*')) list.beginnings.push([form.slice(0, -1), what]);
    else if (form.startsWith('*')) list.endings.push([form.slice(1), what]);
    else list.whole.set(form, [...(list.whole.get(form) ?? []), what]);
  }
  return list;
}

/** A word that is listed whole is not looked for by its beginning. */
function lookUp<T>({ whole, beginnings, endings }: WordList<T>, text: string): T[] {
  const listed = whole.get(text);
  if (listed) return listed;
  return [
    ...beginnings.filter(([beginning]) => text.startsWith(beginning)).map(([, what]) => what),
    ...endings.filter(([ending]) => text.endsWith(ending)).map(([, what]) => what),
  ];
}

/** Any of these phrases, the longest that is there; "*" stands for the rest of a word, "…" for up to three words. */
function phrasePattern(phrases: readonly string[]): RegExp | undefined {
  if (phrases.length === 0) return undefined;
  const any = anyOf(phrases, (phrase) =>
    phrase
      .split('*')
      .map(escapePattern)
      .join('[\\p{L}\\p{M}]*')
      .replaceAll(' … ', '\\s+(?:[\\p{L}\\p{M}]+\\s+){0,3}')
      .replaceAll(' ', '\\s+'),
  );
  return ignoringCase(`(?<![\\p{L}\\p{M}\\p{N}])(?:${any})(?![\\p{L}\\p{M}\\p{N}])`, 'g');
}
