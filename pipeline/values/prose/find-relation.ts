import type { Relation, TextRange, TextValue } from '../../model.ts';
import { anyOf } from '../any-of.ts';
import { escapePattern } from '../escape-pattern.ts';
import { ignoringCase } from '../ignoring-case.ts';
import type { LocaleWords } from '../locale-words.ts';

/** What limits a number. */
type FoundRelation = Pick<TextValue, 'relation' | 'isRelationSign'>;

const signs: Record<string, Relation> = {
  '>': '>',
  '＞': '>',
  '<': '<',
  '＜': '<',
  '≥': '≥',
  '⩾': '≥',
  '≧': '≥',
  '>=': '≥',
  '≤': '≤',
  '⩽': '≤',
  '≦': '≤',
  '<=': '≤',
  '~': '~',
  '∼': '~',
  '≈': '~',
  '±': '±',
  '+/-': '±',
};

/** Not an arrow, "->", nor what follows another number: "5 < 6" limits neither. */
const signBefore = /(?<![-=<>\p{Nd}]\s?)(>=|<=|\+\/-|[<>＜＞≤≥⩽⩾≦≧~∼≈±])\s?$/u;

/** Makes the function that finds what limits a number with its unit: "≥", "at least", "or more". */
export function createRelationFinder({
  relations = {},
  relationsAfter = {},
}: LocaleWords): (text: string, number: TextRange) => FoundRelation {
  const before = listPhrases(relations);
  const after = listPhrases(relationsAfter);
  const beforePattern =
    before.size > 0
      ? // "Menos de la mitad", "above the 40".
        ignoringCase(
          `(?<![\\p{L}\\p{M}])(${anyOf(before.keys(), spaced)})[\\s\u00a0](?:\\p{L}{1,3}[\\s\u00a0])?$`,
        )
      : undefined;
  const afterPattern =
    after.size > 0
      ? ignoringCase(`^(?:[\\s\u00a0]\\p{L}+){0,2}?,?[\\s\u00a0](${anyOf(after.keys(), spaced)})(?!\\p{L})`)
      : undefined;
  const limitsNext = createNextTest([...before.keys()]);
  const wordsAfter = (tail: string): string | undefined => {
    const { 0: found = '', 1: words = '' } = afterPattern?.exec(tail) ?? [];
    return words === '' || limitsNext(tail.slice(found.length - words.length), words) ? undefined : words;
  };
  return (text, { start, end }) => {
    const head = text.slice(Math.max(0, start - 40), start);
    const sign = signBefore.exec(head)?.[1];
    if (sign !== undefined) return { relation: signs[sign], isRelationSign: true };
    const words = beforePattern?.exec(head)?.[1] ?? wordsAfter(text.slice(end, end + 60));
    const key = words?.toLowerCase().replace(/\s/g, ' ');
    return {
      relation: key === undefined ? undefined : (before.get(key) ?? after.get(key)),
      isRelationSign: false,
    };
  };
}

/** Makes the test whether words behind a number limit the next one: "20 %, más de 5 km", but not "20 % más que antes". */
function createNextTest(before: string[]): (text: string, words: string) => boolean {
  if (before.length === 0) return () => false;
  const phrase = new RegExp(`(?<!\\p{L})(?:${anyOf(before, spaced)})(?=[\\s\u00a0])`, 'iu');
  return (text, words) => {
    const match = phrase.exec(text);
    if (!match || match.index >= words.length) return false;
    const end = match.index + match[0].length;
    const rest = text.slice(end);
    return end > words.length || /^[\s\u00a0]\p{Lu}{0,3}[\p{Nd}\p{Sc}]/u.test(rest);
  };
}

function listPhrases(table: Partial<Record<Relation, string[]>>): Map<string, Relation> {
  return new Map(
    Object.entries(table).flatMap(([relation, phrases]) =>
      phrases.map((phrase) => [phrase, relation as Relation] as const),
    ),
  );
}

/** A phrase with any kind of space between its words. */
function spaced(phrase: string): string {
  return escapePattern(phrase).replaceAll(' ', '[\\s\u00a0]');
}
