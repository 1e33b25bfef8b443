import { isMisspelling } from './is-misspelling.ts';
import { readWording, type Wording, type WordingToken } from './read-wording.ts';

/** Why a change of the source is more than a correction of spelling or markup. */
export type Obstacle = 'links' | 'notes' | 'code' | 'figures' | 'words' | 'marks' | 'ending' | 'translation';

/** What a text was, what it is, and what was translated from the first. */
export interface Change {
  before: string;
  after: string;
  translation: string;
}

export interface ChangeContext {
  /** Labels of the document's footnotes, without the caret. */
  footnotes: string[];
  /** Whether a word in lower case is one of the source language's, as far as it is known. */
  isWord: (word: string) => boolean;
}

/** At most this share of a segment's words may be misspelt, and always one. */
const misspeltMax = 0.25;

/**
 * Looks for what makes a translation of the text before the change doubtful as one of the text after it. Undefined
 * where the two have the same links, notes and code in the same places of the same words, the same figures, and
 * differ at most in spelling (see isMisspelling), a word typed twice, spaces, hyphens, letter case, emphasis and
 * punctuation; and where the translation has the codes and the final mark of the text after the change.
 */
export function findObstacle(change: Change, { footnotes, isWord }: ChangeContext): Obstacle | undefined {
  const [before, after, translation] = [change.before, change.after, change.translation].map((markdown) =>
    readWording(markdown, footnotes),
  ) as [Wording, Wording, Wording];
  const code = findDifferentCode(before, after);
  if (code) return code;
  if (!sameItems(before.figures, after.figures)) return 'figures';
  const words = [before, after].map(({ tokens }) => tokens.filter(({ kind }) => kind === 'word'));
  const [old = [], now = []] = words;
  if (!sameWords(old, now, isWord)) return 'words';
  if (!sameWords(before.tokens, after.tokens, isWord)) return 'links';
  if (before.marks !== after.marks) return 'marks';
  if (before.ending !== after.ending && translation.ending !== after.ending) return 'ending';
  return sameItems(translation.forms, after.forms) ? undefined : 'translation';
}

function findDifferentCode(before: Wording, after: Wording): Obstacle | undefined {
  return (['links', 'notes', 'code'] as const).find((kind) => {
    const [old, now] = [before, after].map(({ codes }) =>
      codes.filter((code) => code.kind === kind).map(({ form }) => form),
    ) as [string[], string[]];
    return !sameItems(old, now);
  });
}

function sameWords(
  before: WordingToken[],
  after: WordingToken[],
  isWord: (word: string) => boolean,
): boolean {
  const letters = (tokens: WordingToken[]): string =>
    tokens.map(({ text }) => text.replace(/[’']/g, '')).join('');
  const single = after.length < before.length ? withoutRepetition(before) : before;
  if (letters(single) === letters(after)) return true;
  if (single.length !== after.length) return false;
  const different = single.flatMap((token, index) => {
    const other = after[index];
    return other && token.text !== other.text ? [[token, other] as const] : [];
  });
  if (different.length > Math.max(1, misspeltMax * after.length)) return false;
  return different.every(
    ([a, b]) => a.kind === 'word' && b.kind === 'word' && isMisspelling(a.text, b.text, isWord),
  );
}

/** A word typed twice is a slip of its own. */
function withoutRepetition(tokens: WordingToken[]): WordingToken[] {
  return tokens.filter(({ kind, text }, index) => kind === 'code' || tokens[index - 1]?.text !== text);
}

function sameItems(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
