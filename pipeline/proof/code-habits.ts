import type { Nodes } from 'mdast';
import type { Edition } from '../model.ts';

/** What an edition does with the words of inline code. */
export interface CodeHabits {
  /** Whether it has words of its own for the names of examples. */
  hasOwnNames: () => boolean;
  /** Whether the words of a code that another one lacks are changed by habit. */
  isChangedByHabit: (expected: string, found: string) => boolean;
}

/** How many segments must change a word for it to be a habit, and how many words that it never keeps show an edition with names of its own. */
const habitMin = { segments: 2, words: 6 };
/** A word that is kept so many times as often as it is changed is no name of an example. */
const keptMax = 3;

/** Looks at the codes of all translated segments beside those of the source. */
export function readCodeHabits(source: Edition, target: Edition): CodeHabits {
  const originals = new Map(source.segments.map((segment) => [segment.segment.index, segment]));
  const counts = new Map<string, { kept: number; changed: number }>();
  for (const { segment, node, state } of target.segments) {
    const original = originals.get(segment.index);
    if (!original || state !== 'translated') continue;
    const found = new Set(codesOf(node).flatMap(wordsOf));
    for (const word of new Set(codesOf(original.node).flatMap(wordsOf))) {
      const count = counts.get(word) ?? { kept: 0, changed: 0 };
      count[found.has(word) ? 'kept' : 'changed'] += 1;
      counts.set(word, count);
    }
  }
  const neverKept = [...counts.values()].filter(({ kept }) => kept === 0).length;
  const hasOwnNames = neverKept >= habitMin.words;
  return {
    hasOwnNames: () => hasOwnNames,
    isChangedByHabit: (expected, found) => {
      const others = new Set(wordsOf(found));
      return wordsOf(expected).every((word) => {
        if (others.has(word)) return true;
        const { kept = 0, changed = 0 } = counts.get(word) ?? {};
        return (hasOwnNames || changed >= habitMin.segments) && kept < keptMax * changed;
      });
    },
  };
}

function codesOf(node: Nodes): string[] {
  if (node.type === 'inlineCode') return [node.value.normalize('NFC')];
  return 'children' in node ? node.children.flatMap(codesOf) : [];
}

/** The names in a code: "MyClass", "do_it". */
function wordsOf(code: string): string[] {
  return code.match(/[\p{L}_][\p{L}\p{M}\p{N}_]*/gu) ?? [];
}
