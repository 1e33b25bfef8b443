import type { StemmedWord } from './create-word-reader.ts';

/** A phrase found among words: those from `first` to `last`, both included. */
export interface PhraseMatch<T> {
  value: T;
  first: number;
  last: number;
}

/**
 * How a phrase is recognized: as it is written; by its stems; or by its stems, unless it is one word, which must be the
 * same but for its number.
 */
export type Recognition = 'written' | 'stem' | 'number';

/** Phrases by their stems; looking for them takes time by the length of the text, not by their number. */
export interface PhraseIndex<T> {
  add: (phrase: StemmedWord[], value: T, recognition: Recognition) => void;
  /** Phrases that begin at a word, the shortest first. */
  startingAt: (words: StemmedWord[], first: number) => PhraseMatch<T>[];
}

interface Entry<T> {
  value: T;
  /** The words as they must be written; undefined where case and endings do not matter. */
  exact: string[] | undefined;
  /** What a phrase of one word must be in the singular. */
  singular: string | undefined;
  joints: Joints;
}

/** Positions of words by what stands before them. */
interface Joints {
  /** Punctuation. */
  parted: number[];
  /** Articles, prepositions and the like: "projects of a group" is not "project group". */
  loose: number[];
}

interface Branch<T> {
  next: Map<string, Branch<T>>;
  entries: Entry<T>[];
}

/**
 * Makes an empty index. Between the words of a phrase any article or preposition may stand where the phrase has some,
 * and none where it has none; one that begins a phrase is a word of it ("La Paz"). Punctuation in a text divides words,
 * unless the phrase has some at the same place.
 */
export function createPhraseIndex<T>(): PhraseIndex<T> {
  const root: Branch<T> = { next: new Map(), entries: [] };
  return {
    add: (phrase, value, recognition) => {
      const telling = tellingWords(phrase);
      if (telling.length === 0) return;
      let branch = root;
      for (const { stem } of telling) {
        const next: Branch<T> = branch.next.get(stem) ?? { next: new Map(), entries: [] };
        branch.next.set(stem, next);
        branch = next;
      }
      branch.entries.push({
        value,
        exact: recognition === 'written' ? telling.map(({ text }) => text) : undefined,
        singular: recognition === 'number' && telling.length === 1 ? telling[0]?.singular : undefined,
        joints: jointsOf(phrase, telling),
      });
    },
    startingAt: (words, first) => {
      const matches: PhraseMatch<T>[] = [];
      const taken: StemmedWord[] = [];
      let branch: Branch<T> | undefined = root;
      for (let last = first; last < words.length; last += 1) {
        const word = words[last];
        const next: Branch<T> | undefined = word && branch?.next.get(word.stem);
        if (!next || !word) {
          if (word?.isLoose && taken.length > 0) continue;
          break;
        }
        taken.push(word);
        branch = next;
        if (next.entries.length === 0) continue;
        const joints = jointsOf(words.slice(first, last + 1), taken);
        for (const entry of next.entries) {
          if (fits(entry, taken, joints)) matches.push({ value: entry.value, first, last });
        }
      }
      return matches;
    },
  };
}

/** The words that tell a phrase from others: without articles and prepositions, but for those that begin it. */
function tellingWords(phrase: StemmedWord[]): StemmedWord[] {
  const begin = phrase.findIndex(({ isLoose }) => !isLoose);
  return phrase.filter(({ isLoose }, index) => !isLoose || index < begin || begin === -1);
}

function fits<T>({ exact, singular, joints }: Entry<T>, taken: StemmedWord[], found: Joints): boolean {
  if (!found.parted.every((position) => joints.parted.includes(position))) return false;
  if (found.loose.join() !== joints.loose.join()) return false;
  if (exact) return taken.every(({ text }, index) => text === exact[index]);
  return singular === undefined || taken[0]?.singular === singular;
}

function jointsOf(words: StemmedWord[], telling: StemmedWord[]): Joints {
  const joints: Joints = { parted: [], loose: [] };
  let position = 0;
  let [isParted, isLoose] = [false, false];
  for (const [index, word] of words.entries()) {
    isParted ||= index > 0 && word.isParted;
    if (word !== telling[position]) isLoose = true;
    else {
      if (isParted) joints.parted.push(position);
      if (isLoose) joints.loose.push(position);
      [isParted, isLoose] = [false, false];
      position += 1;
    }
  }
  return joints;
}
