import { visibleText } from '../rules/report/visible-cells.ts';

/** Most code points that a message quotes, unless its caller needs more. */
const quotedMax = 200;
/** Most code units that are looked at: a page of errors may be of any size. */
const readMax = 20_000;

/** What is no words of a page, and then its tags; an IRI in angle brackets is none. */
const unseen = /<(style|script|head)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->|<!doctype[^>]*>/gi;
const tag = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gi;

/**
 * What a server said, fit for a message: one line without tags, with control and other hidden characters as `<U+001B>`, and
 * shortened. Whatever a message says in the words of a server goes through here.
 *
 * @param keepsTags where "<b>" is what was said, as in a triple
 */
export function quoteAnswer(
  text: string,
  { longest = quotedMax, keepsTags = false }: { longest?: number; keepsTags?: boolean } = {},
): string {
  const read = text.slice(0, readMax);
  const words = keepsTags ? read : read.replace(unseen, ' ').replace(tag, ' ');
  const shown = Array.from(visibleText(words.replace(/\s+/g, ' ').trim()));
  return shown.length > longest || text.length > readMax
    ? `${shown.slice(0, longest).join('').trimEnd()}…`
    : shown.join('');
}
