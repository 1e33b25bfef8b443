import type { PoEntry } from './po-file.ts';
import { similarity, wordsOf } from './similarity.ts';

/** Dice coefficient of words from which a translation is worth a look; msgmerge has 0.6 for its own measure. */
const similarityMin = 0.6;

/**
 * Prepares the search for the entry whose msgid is most like a text. An index by word keeps it from comparing
 * everything with everything. Of equals the first wins.
 */
export function closestEntry(entries: PoEntry[]): (text: string) => PoEntry | undefined {
  const bags = entries.map((entry) => wordsOf(entry.msgid));
  const byWord = new Map<string, number[]>();
  bags.forEach((bag, index) => {
    for (const word of bag.keys()) {
      const holders = byWord.get(word);
      if (holders) holders.push(index);
      else byWord.set(word, [index]);
    }
  });
  return (text) => {
    const words = wordsOf(text);
    const shared = new Map<number, number>();
    for (const word of words.keys()) {
      for (const index of byWord.get(word) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    let best: PoEntry | undefined;
    let bestScore = similarityMin;
    for (const index of [...shared.keys()].sort((a, b) => a - b)) {
      const score = similarity(words, bags[index] ?? new Map());
      if (score > bestScore || (score === bestScore && !best)) {
        best = entries[index];
        bestScore = score;
      }
    }
    return best;
  };
}
