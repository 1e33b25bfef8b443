import type { LanguageHabits } from '../../model.ts';
import { type Found, findAll } from './find-surplus.ts';

/** Quotation marks of all languages, straight ones too; an apostrophe between letters is none. */
const marks = /["“”„‟«»‹›‘‚‛「」『』]|(?<![\p{L}\p{N}])['’]|['’](?![\p{L}\p{N}])/gu;
/** A straight mark after a digit is a foot, an inch, a minute, unless it closes a quotation: 5' 10", 12° 3' S. */
const measure = /(?<=\d)["'’]/gu;

/** The quotation marks in a text, in order. */
export function findQuotes(text: string): Found[] {
  const measures = new Set(findAll(measure, text).map(({ start }) => start));
  return findAll(marks, text).filter(({ text: mark, start }) => {
    if (!measures.has(start)) return true;
    const before = text.slice(0, start);
    return mark === '"' ? before.split('"').length % 2 === 0 : /(?<!\p{L})['‘]/u.test(before);
  });
}

/** Quoted passages of a text, by the marks of a language and straight ones; the marks are part of them. */
export function findQuotations(text: string, { quotationMarks = [] }: LanguageHabits): Found[] {
  const straight: [string, string] = ['"', '"'];
  return [...quotationMarks, straight].flatMap(([open, close]): Found[] => {
    const quoted: Found[] = [];
    let from = text.indexOf(open);
    while (from >= 0) {
      const to = text.indexOf(close, from + open.length);
      const end = to < 0 ? text.length : to + close.length;
      if (to >= 0) quoted.push({ text: text.slice(from, end), start: from, end });
      from = text.indexOf(open, end);
    }
    return quoted;
  });
}

/** Such marks may stand alone: the years ’90, the tourists’ guide. */
export function isApostrophe(mark: string): boolean {
  return mark === "'" || mark === '’';
}
