import type { CitationWords } from '../values/citation-words.ts';
import type { CitedNumber, CitedPart } from '../values/cited-place.ts';

/**
 * Numbers that stand for those of a locator while citeproc is at work, which reads labels, ranges and joiners of its own into a
 * locator. No two begin alike, so that no style shortens a range of them.
 */
const [first, last] = ['7777000111', '8888000222'];
/** What stands for the words behind a citation. */
const behind = '9999000333';

/** How citeproc writes the "º" of "n.º"; superscripts are no text. */
const superscript = /<sup>([oa])<\/sup>/g;

/** What citeproc is given for a part of a locator, and the way back to its numbers. */
export interface CitedLocator {
  label: string;
  locator: string;
  /** Puts the numbers into what citeproc wrote. */
  fill: (html: string) => string;
}

/** One part of a locator as citeproc takes it; undefined for words that are no label. */
export function toCitedLocator(part: CitedPart, words: CitationWords): CitedLocator | undefined {
  const { kinds, numbers, isPlural } = part;
  const [label] = kinds;
  if (label === undefined) return undefined;
  const isSeveral =
    numbers.length > 1 || numbers.some(({ to, following }) => to !== undefined || (following && isPlural));
  const written = new RegExp(`([\\s\\u00a0]*)${first}(?:(\\D{1,20}?)${last})?`, 'gu');
  return {
    label,
    locator: isSeveral ? `${first}-${last}` : first,
    fill: (html) =>
      html.replace(superscript, ordinalSign).replace(written, (_, space: string, dash = '\u2013') => {
        const text = part.words || numbers.map((number) => writeNumber(number, dash, words)).join(', ');
        return text === '' ? '' : space + escapeHtml(text);
      }),
  };
}

/** What stands behind a citation, as citeproc takes it, and the way back to its words. */
export function toCitedSuffix(words: string): { suffix: string; fill: (html: string) => string } {
  return { suffix: `, ${behind}`, fill: (html) => html.replace(behind, () => escapeHtml(words)) };
}

function writeNumber({ from, to, following }: CitedNumber, dash: string, words: CitationWords): string {
  if (to !== undefined) return `${from}${dash}${to}`;
  const [after = ''] = (following && words.following?.[following]) || [];
  return after === '' ? from : `${from} ${after}`;
}

function ordinalSign(_: string, letter: string): string {
  return letter === 'o' ? 'º' : 'ª';
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
