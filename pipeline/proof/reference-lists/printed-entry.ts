/** The words of an entry of a reference list. What one fact was found in is not there for the next. */
export interface PrintedEntry {
  /** Whether the words stand there, whatever else does in the same place. */
  has: (words: string) => boolean;
  /** As `has`, and takes them: the first place, or each. */
  take: (words: string, places?: 'first' | 'each') => boolean;
  /** Takes the first of the tokens in a row that are as asked. */
  takeTokens: (matches: readonly ((token: string) => boolean)[], from?: 'start' | 'end') => boolean;
  /** What is left, as tokens. */
  tokens: () => string[];
}

/** Letters and digits of a text, with the places where a word of it begins and ends. */
interface Letters {
  text: string;
  starts: boolean[];
  ends: boolean[];
}

/**
 * Reads an entry. Letters and digits are compared, whatever their case and form (NFKC): styles write names and titles in
 * capitals, nest quotation marks, move full stops and dashes. A word is found as a word: "Ur" is not in "Journal", 2009 is in
 * "2009a". Letters of scripts without case have no such bounds, for these scripts write words together.
 */
export function readPrintedEntry(text: string): PrintedEntry {
  const letters = readLetters(text);
  const isTaken = new Array<boolean>(letters.text.length).fill(false);
  const find = (words: string, from: number): number => {
    for (let at = letters.text.indexOf(words, from); at >= 0; at = letters.text.indexOf(words, at + 1)) {
      if (isBounded(letters, at, words) && !isTaken.slice(at, at + words.length).includes(true)) return at;
    }
    return -1;
  };
  const mark = (from: number, length: number): void => {
    isTaken.fill(true, from, from + length);
  };
  const readTokens = (): { at: number; token: string }[] => splitTokens(letters, isTaken);
  return {
    has: (words) => {
      const wanted = readLetters(words).text;
      return wanted === '' || find(wanted, 0) >= 0;
    },
    take: (words, places = 'first') => {
      const wanted = readLetters(words).text;
      if (wanted === '') return true;
      let at = find(wanted, 0);
      if (at < 0) return false;
      for (; at >= 0; at = places === 'each' ? find(wanted, at + 1) : -1) mark(at, wanted.length);
      return true;
    },
    takeTokens: (matches, from = 'start') => {
      const tokens = readTokens();
      const indexes = tokens.map((_, index) => index);
      const isThere = (index: number): boolean =>
        matches.every((match, offset) => match(tokens[index + offset]?.token ?? ''));
      const index = from === 'start' ? indexes.find(isThere) : indexes.findLast(isThere);
      if (index === undefined) return false;
      for (const { at, token } of tokens.slice(index, index + matches.length)) mark(at, token.length);
      return true;
    },
    tokens: () => readTokens().map(({ token }) => token),
  };
}

/** Letters and digits in one case; no place of a text is told by it, for some letters become two. */
export function foldLetters(text: string): string {
  return readLetters(text).text;
}

function readLetters(text: string): Letters {
  const letters: Letters = { text: '', starts: [], ends: [] };
  let before = '';
  for (const letter of text.normalize('NFKC')) {
    if (!/[\p{L}\p{N}\p{M}]/u.test(letter)) {
      before = '';
      continue;
    }
    const isStart = before === '' || isTurn(before, letter);
    const last = letters.ends.length - 1;
    if (last >= 0) letters.ends[last] = isStart || (/\p{L}/u.test(before) && /\p{N}/u.test(letter));
    // Upper case first: ß becomes ss; a final sigma is a sigma.
    const folded = letter.toUpperCase().toLowerCase().replace('ς', 'σ');
    letters.text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      letters.starts.push(unit === 0 && isStart);
      letters.ends.push(false);
    }
    before = letter;
  }
  if (letters.text !== '') letters.ends[letters.text.length - 1] = true;
  return letters;
}

/** Where a word begins after another without a space: "2009a", "SouthPress". */
function isTurn(before: string, letter: string): boolean {
  return (
    (/\p{N}/u.test(before) && !/\p{N}/u.test(letter)) || (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(letter))
  );
}

function isBounded({ starts, ends }: Letters, at: number, words: string): boolean {
  const hasBounds = (letter: string): boolean => /[\p{Ll}\p{N}]/u.test(letter);
  const end = at + words.length - 1;
  return (
    (starts[at] === true || !hasBounds(words.slice(0, 1))) &&
    (ends[end] === true || !hasBounds(words.slice(-1)))
  );
}

function splitTokens(
  { text, starts }: Letters,
  isTaken: readonly boolean[],
): { at: number; token: string }[] {
  const tokens: { at: number; token: string }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (isTaken[at]) continue;
    const last = tokens.at(-1);
    const isNext = last !== undefined && last.at + last.token.length === at;
    if (last && isNext && !starts[at]) last.token += text[at];
    else tokens.push({ at, token: text[at] ?? '' });
  }
  return tokens;
}
