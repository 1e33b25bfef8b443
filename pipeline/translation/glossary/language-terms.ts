import type {
  EntityId,
  Language,
  LanguageHabits,
  NamedTerm,
  Term,
  TermLabel,
  TermMatch,
} from '../../model.ts';
import { addTo } from '../../values/add-to.ts';
import { remember } from '../../values/remember.ts';
import { createWordReader, type StemmedWord } from './create-word-reader.ts';
import { createPhraseIndex, type PhraseIndex, type PhraseMatch, type Recognition } from './phrase-index.ts';

interface Indexed extends NamedTerm {
  /** Whether the label is one word with a capital: the same word in lower case is something else ("o peru", "la paz"). */
  isName: boolean;
}

/** The glossary in one language. */
export interface LanguageTerms {
  find: (text: string) => TermMatch[];
  createFind: (terms: Iterable<Term>) => (text: string) => TermMatch[];
  named: (words: string) => NamedTerm[];
  match: (words: string, term: Term) => TermLabel | undefined;
  holds: (text: string, entity: EntityId) => boolean;
}

/** Label of a language whose texts are given for all of them. */
const undetermined = 'und';

/** Texts whose words are kept at a time: rule by rule the same few are asked about, and a corpus has no end. */
const answersMax = 2000;

/** What a term is called in a language; a text of undetermined language is good in every one. */
export function labelsIn(term: Term | undefined, language: Language): TermLabel[] {
  return [...(term?.labels.get(language) ?? []), ...(term?.labels.get(undetermined) ?? [])];
}

/** Prepares the labels of all terms in a language. */
export function createLanguageTerms(
  terms: Iterable<Term>,
  language: Language,
  habits: LanguageHabits,
): LanguageTerms {
  const read = remember(createWordReader(language, habits), answersMax);
  const indexed = (all: Iterable<Term>): PhraseIndex<Indexed> => {
    const index = createPhraseIndex<Indexed>();
    for (const term of all) {
      for (const label of labelsIn(term, language)) {
        const words = read(label.text);
        index.add(words, { term, label, isName: isOneName(words) }, recognitionOf(label));
      }
    }
    return index;
  };
  const index = indexed(terms);
  const everywhere = (words: StemmedWord[]) => words.flatMap((_, first) => index.startingAt(words, first));
  const find = remember((text) => findLongest(read(text), index.startingAt), answersMax);
  const held = remember((text) => {
    const good = everywhere(read(text)).filter(({ value }) => value.label.role !== 'avoided');
    return new Set(good.map(({ value }) => value.term.entity));
  }, answersMax);
  const named = (text: string): NamedTerm[] => {
    const words = read(text);
    const byTerm = new Map<Term, PhraseMatch<NamedTerm>[]>();
    for (const match of everywhere(words)) {
      addTo(byTerm, match.value.term, match);
    }
    return [...byTerm].flatMap(([term, matches]) =>
      isCovered(words, matches) ? [{ term, label: best(matches).value.label }] : [],
    );
  };
  return {
    named,
    find,
    createFind: (others) => {
      const { startingAt } = indexed(others);
      return (text) => findLongest(read(text), startingAt);
    },
    match: (text, term) => {
      const found = named(text).find((name) => name.term === term);
      if (found) return found.label;
      const words = sortedStems(read(text));
      return labelsIn(term, language).find(
        (label) => !isAcronym(label) && words.includes(' ') && sortedStems(read(label.text)) === words,
      );
    },
    holds: (text, entity) => held(text).has(entity),
  };
}

/** The longest labels, from the left; what is found at the same words belongs to several entities. */
function findLongest(
  words: StemmedWord[],
  startingAt: (words: StemmedWord[], first: number) => PhraseMatch<Indexed>[],
): TermMatch[] {
  const found: TermMatch[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const start = words[first]?.start ?? 0;
    if (isInsideWord(words[first])) continue;
    const matches = startingAt(words, first).filter(
      ({ value, last }) =>
        !isInsideWord(words[last + 1]) && (!value.isName || isCapital(words[last]?.text ?? '')),
    );
    const last = Math.max(...matches.map((match) => match.last));
    const seen = new Set<Term>();
    for (const { value, last: at } of matches) {
      if (at !== last || seen.has(value.term)) continue;
      seen.add(value.term);
      found.push({ term: value.term, label: value.label, start, end: words[last]?.end ?? start });
    }
    if (matches.length > 0) first = last;
  }
  return found;
}

/** Whether a word goes on with the one before it: "cross-border" does, "Peru-Ecuador" does not. */
function isInsideWord(word: StemmedWord | undefined): boolean {
  return word?.isJoined === true && !isCapital(word.text);
}

/** Whether labels of one entity make up the words: "Andean Community (CAN)". */
function isCovered(words: StemmedWord[], matches: PhraseMatch<NamedTerm>[]): boolean {
  return words.every(
    ({ isLoose }, index) => isLoose || matches.some(({ first, last }) => first <= index && index <= last),
  );
}

/** The longest of the matches; of equal ones the first, which has the better role. */
function best<T>(matches: PhraseMatch<T>[]): PhraseMatch<T> {
  return matches.reduce((a, b) => (b.last - b.first > a.last - a.first ? b : a));
}

/** A form of one word may be an adjective with genders: "latinoamericano". */
function recognitionOf(label: TermLabel): Recognition {
  if (isAcronym(label)) return 'written';
  return label.role === 'form' ? 'stem' : 'number';
}

/** One word in capitals is an acronym whatever the record says; endings and case of acronyms matter. */
function isAcronym({ role, text }: TermLabel): boolean {
  return role === 'acronym' || /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(text);
}

function isOneName(words: StemmedWord[]): boolean {
  const [first, ...rest] = words.filter(({ isLoose }) => !isLoose);
  return first !== undefined && rest.length === 0 && isCapital(first.text);
}

function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

/** Words may stand in another order: "Peru–Ecuador border", "border of Ecuador and Peru". */
function sortedStems(words: StemmedWord[]): string {
  return words
    .filter(({ isLoose }) => !isLoose)
    .map(({ stem }) => stem)
    .sort()
    .join(' ');
}
