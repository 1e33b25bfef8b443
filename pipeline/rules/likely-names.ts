import { distance } from 'fastest-levenshtein';
import type { Diagnostic } from '../model.ts';

/**
 * The candidates that a mistyped name most likely meant, nearest first, at most `limit`.
 * A candidate counts when no more than a third of the longer name (at least two letters; of three letters one, or two that
 * changed places) differs.
 * Of ids ("place:puno"), only the part after a common type counts.
 */
export function likelyNames(name: string, candidates: Iterable<string>, limit = 3): string[] {
  const near: { candidate: string; edits: number }[] = [];
  const type = name.slice(0, name.indexOf(':') + 1);
  for (const candidate of candidates) {
    const common = candidate.startsWith(type) ? type.length : 0;
    const length = Math.max(name.length, candidate.length) - common;
    const allowed =
      length <= 3 && sorted(name) !== sorted(candidate) ? 1 : Math.max(2, Math.floor(length / 3));
    if (Math.abs(candidate.length - name.length) > allowed) continue;
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    if (edits <= allowed && edits < candidate.length - common) near.push({ candidate, edits });
  }
  near.sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1));
  return near.slice(0, limit).map((item) => item.candidate);
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

/**
 * Values of a message that names the likely candidates: `likely` joins them, and where there are some, `context` chooses
 * the variant of the help that asks whether one of them was meant.
 */
export function suggest(name: string, candidates: Iterable<string>): Diagnostic['values'] {
  return suggestAmong(likelyNames(name, candidates));
}

/** As `suggest`, for candidates that are likely already. */
export function suggestAmong(likely: string[]): Diagnostic['values'] {
  return likely.length > 0 ? { likely: likely.join(', '), context: 'likely' } : { likely: '' };
}
