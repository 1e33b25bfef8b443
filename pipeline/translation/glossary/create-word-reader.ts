import type { Language, LanguageHabits, TextRange } from '../../model.ts';
import { primaryLanguage } from '../../values/primary-language.ts';
import { remember } from '../../values/remember.ts';
import { stemmers } from './stemmers.ts';

/** A word of a text, made ready for comparison. */
export interface StemmedWord extends TextRange {
  /** As it is written, but for its Unicode form (NFC). */
  text: string;
  /** What it has in common with its other forms: number, gender, person. */
  stem: string;
  /**
   * What it has in common with its plural only, where the language says how plurals end; else the stem. Stems bring
   * together too much where nothing but one word is compared: "government" and "governance", "Andes" and "and".
   */
  singular: string;
  /** Whether it is an article, preposition or the like, which another sentence may put otherwise: "of", "l’", "’s". */
  isLoose: boolean;
  /** Whether punctuation stands between it and the word before; hyphens, apostrophes and quotation marks are none. */
  isParted: boolean;
  /** Whether a hyphen joins it to the word before, so that it is part of a longer one: "cross-border". */
  isJoined: boolean;
}

/** Reads the words of a text in one language. */
export type ReadsTerms = (text: string) => StemmedWord[];

const undetermined = 'und';
const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const hyphens = /^[-\u2010\u2011]$/;
const joiningMarks = /^[\s\p{Pd}'’‘"“”«»„‚‹›/\u00AD\u200C\u200D]*$/u;

/** Makes the reader of a language; contractions are taken apart, endings taken off. */
export function createWordReader(language: Language, habits: LanguageHabits): ReadsTerms {
  const functionWords = new Set(habits.functionWords);
  const contractions = new Map(Object.entries(habits.contractions ?? {}));
  const toForms = createForms(language, habits);
  const tag = wellFormed(language);
  return (text) => {
    const words: StemmedWord[] = [];
    let before = 0;
    for (const match of text.matchAll(wordPattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const written = match[0].normalize('NFC');
      const lower = written.toLocaleLowerCase(tag);
      const gap = before > 0 ? text.slice(before, start) : '';
      const [isParted, isJoined] = [!joiningMarks.test(gap), hyphens.test(gap)];
      before = end;
      // An acronym may look like a function word: CAN, OEA.
      const isAcronym = written.length > 1 && written !== lower && written === written.toLocaleUpperCase(tag);
      const isElided = written.length === 1 && /['’]/.test(`${text[start - 1] ?? ''}${text[end] ?? ''}`);
      const parts = isAcronym ? [lower] : (contractions.get(lower)?.split(' ') ?? [lower]);
      for (const [index, part] of parts.entries()) {
        const isLoose = !isAcronym && (isElided || functionWords.has(part));
        const forms = isLoose ? { stem: `${part} `, singular: part } : toForms(part);
        const place = { isParted: index === 0 && isParted, isJoined: index === 0 && isJoined, start, end };
        words.push({ text: written, ...forms, isLoose, ...place });
      }
    }
    return words;
  };
}

type Forms = Pick<StemmedWord, 'stem' | 'singular'>;

function createForms(language: Language, { pluralEndings }: LanguageHabits): (word: string) => Forms {
  const cut = stemmers[primaryLanguage(language)];
  const endings = Object.entries(pluralEndings ?? {}).sort(([a], [b]) => b.length - a.length);
  return remember((word) => {
    const [plural = '', single = ''] =
      endings.find(([ending]) => word.endsWith(ending) && word.length > ending.length) ?? [];
    const singular = word.slice(0, word.length - plural.length) + single;
    const stem = cut ? cut(singular) : singular;
    return { stem, singular: pluralEndings ? singular : stem };
  });
}

/** The tag, or that of no language: what is no tag at all would make the language's case mapping throw. */
function wellFormed(language: Language): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? undetermined;
  } catch {
    return undetermined;
  }
}
