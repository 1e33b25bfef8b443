import { type Found, findAll, takeAway } from './find-surplus.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'brackets-are-balanced';
const pairs: Record<string, string> = { '(': ')', '[': ']', '{': '}', '（': '）', '［': '］' };
const closers = new Set(Object.values(pairs));
/** Labels of an enumeration need no opening bracket: "a) …; b) …", "1) …", "iv) …". */
const label = /(?<![\p{L}\p{N}([])(?:\p{L}|\d{1,2}|[ivx]{1,4})\)/gu;

/** Brackets close what they open, in the order in which they were opened. */
export const bracketsAreBalanced: QualityRule = {
  id: rule,
  check: (pair) => {
    const found = findUnbalanced(pair.target.text);
    if (found.length === 0) return [];
    const own = takeAway(found, findUnbalanced(pair.source.text));
    return own.map((bracket) => {
      const context = closers.has(bracket.text) ? 'close' : 'open';
      return reportInTarget(rule, pair, bracket, { context, found: bracket.text });
    });
  },
};

function findUnbalanced(text: string): Found[] {
  const brackets = findAll(/[()[\]{}（）［］]/gu, text);
  if (brackets.length === 0) return [];
  const open: Found[] = [];
  const alone: Found[] = [];
  const labels = new Set(findAll(label, text).map(({ end }) => end));
  for (const bracket of brackets) {
    const last = open.at(-1);
    if (pairs[bracket.text] !== undefined) open.push(bracket);
    else if (last && pairs[last.text] === bracket.text) open.pop();
    else if (!labels.has(bracket.end)) alone.push(bracket);
  }
  return [...alone, ...open].sort((a, b) => a.start - b.start);
}
