import type { TextWord } from './list-words.ts';
import type { LocaleWords } from './locale-words.ts';

/** A number in words: its value, and how many words it has. */
interface Cardinal {
  value: number;
  length: number;
}

/** Makes the reader of numbers in words of one language: "two hundred and six", "treinta y cinco", "mil millones". */
export function createCardinalReader(
  words: LocaleWords,
): (text: string, list: TextWord[], first: number) => Cardinal | undefined {
  const joiners = words.joiners ?? [];
  const find = (table: Record<string, number>, key: string | undefined): number | undefined =>
    key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
  return (text, list, first) => {
    let [total, current, last, at] = [0, 0, 0, first];
    for (;;) {
      const isLinked = at === first || /^[ \u00a0-]$/.test(text.slice(list[at - 1]?.end, list[at]?.start));
      const number = isLinked ? find(words.numbers, list[at]?.key) : undefined;
      const scale = isLinked && number === undefined ? find(words.scales, list[at]?.key) : undefined;
      if (number !== undefined && (at === first || canAdd(current || total, number))) {
        current += number;
      } else if (scale !== undefined && (at > first || scale === 3)) {
        const factor = 10 ** scale;
        if (scale < 3) current = (current || 1) * factor;
        else if (current === 0 && total > 0) total *= factor;
        else [total, current] = [total + (current || 1) * factor, 0];
      } else if (isLinked && at > first && joiners.includes(list[at]?.key ?? '')) {
        const next = find(words.numbers, list[at + 1]?.key);
        if (next === undefined || !canAdd(current || total, next)) break;
        at += 1;
        continue;
      } else break;
      at += 1;
      last = at;
    }
    return last > first ? { value: total + current, length: last - first } : undefined;
  };
}

/** "Twenty" takes "five", "hundred" takes "twenty"; "five" takes nothing. */
export function canAdd(value: number, next: number): boolean {
  if (value <= 0 || next <= 0) return false;
  let place = 1;
  while (value % (place * 10) === 0) place *= 10;
  return place > 1 && next < place;
}
