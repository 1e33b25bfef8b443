import { type Found, findSurplus } from './find-surplus.ts';
import type { QualityRule } from './quality-rule.ts';
import { reportInTarget } from './report-in-target.ts';

const id = 'markup-is-whole';

/** Signs of Markdown that were not read as markup: half a pair of asterisks, a pipe, a link with a space inside. */
const sign = /\*+|`+|\||~~|__|\]\s?\(|\[\^/gu;

/** No half of a mark is left in the text: readers would see it. Signs that the source shows as text may be there. */
export const markupIsWhole: QualityRule = {
  id,
  check: (pair) =>
    findSurplus(sign, pair.target.text, pair.source.text)
      .filter((found) => !isShown(found, pair.target.text))
      .filter((found) => !isEscaped(found.text, pair.target.edition.markdown))
      .map((found) => reportInTarget(id, pair, found, { found: found.text })),
};

/** Whether asterisks are quoted, or stand between signs and letters as in a formula, where they could open and close nothing. */
function isShown({ text, start, end }: Found, whole: string): boolean {
  if (!text.startsWith('*')) return false;
  const [before, after] = [whole.charAt(start - 1), whole.charAt(end)];
  return /["'“”‘’«»]/u.test(before) ? /["'“”‘’«»]/u.test(after) : /[\])}]/u.test(before) && /\S/u.test(after);
}

/** Whether the translator typed the sign with a backslash, and so wants it shown. */
function isEscaped(found: string, markdown: string): boolean {
  return markdown.includes(`\\${found.charAt(0)}`);
}
