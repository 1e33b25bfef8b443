import { type Found, findAll } from './find-surplus.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const rule = 'letters-are-of-one-script';
/** Scripts whose letters look like those of another of them. */
const alike: [name: string, letter: RegExp][] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
];

/** The letters of a word are of one script: no Cyrillic "а" in a Spanish word, which no search would find. */
export const lettersAreOfOneScript: QualityRule = {
  id: rule,
  check: (pair) => {
    const { text } = pair.target;
    if (!/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(text)) return [];
    return findAll(/\p{L}[\p{L}\p{M}]*/gu, text)
      .filter((word) => !pair.source.text.includes(word.text))
      .flatMap((word) => {
        const stranger = findStranger(word);
        return stranger ? [reportInTarget(rule, pair, stranger.place, stranger.values)] : [];
      });
  },
};

/** The first letter that is not of the script which most of the word is of. */
function findStranger(
  word: Found,
): { place: { start: number; end: number }; values: Record<string, string> } | undefined {
  const scripts = [...word.text].map((letter) => alike.find(([, pattern]) => pattern.test(letter))?.[0]);
  const count = (script: string | undefined): number => scripts.filter((each) => each === script).length;
  const [main] = alike.map(([name]) => name).sort((a, b) => count(b) - count(a));
  const at = scripts.findIndex((script) => script !== undefined && script !== main);
  const letter = [...word.text][at];
  if (letter === undefined || main === undefined) return undefined;
  const start = word.start + [...word.text].slice(0, at).join('').length;
  const values = { word: word.text, found: letter, script: scripts[at] ?? '', expected: main };
  return { place: { start, end: start + letter.length }, values };
}
