import type { LanguageHabits, TextRange } from '../../model.ts';
import { ignoringCase } from '../../values/ignoring-case.ts';

/** One member of an enumeration in running text, or what stands around one. */
export interface ListItem extends TextRange {
  /** Whether a comma, a conjunction or a sign that opens lists stands before it; else it may be the end of a longer phrase. */
  isBound: boolean;
  /** Whether a conjunction stands before it. */
  isJoined: boolean;
  /** Whether the sentence begins with it. */
  isFirst: boolean;
}

/** A range of a text in which what stands in further parentheses is blank. */
interface ListScope extends TextRange {
  text: string;
}

/**
 * Cuts a text where enumerations are cut: at commas and conjunctions, and where they are of one clause. What stands in
 * parentheses is a text of its own, and no part of the one around it.
 *
 * @param masked the text, with a letter for each character that belongs to a link, so that nothing is cut inside one
 * @returns the items clause by clause, with two or more in each
 */
export function listItems(masked: string, { conjunctions = [] }: LanguageHabits): ListItem[][] {
  const separator = createSeparator(conjunctions);
  return listScopes(masked).flatMap((scope) =>
    listClauses(scope).flatMap((clause) => {
      const items = cutClause(scope.text, clause, separator);
      return items.length > 1 ? [items] : [];
    }),
  );
}

/** A comma, a conjunction, or one after the other; the conjunction is the first group. */
function createSeparator(conjunctions: readonly string[]): RegExp {
  const words = conjunctions.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'));
  const joined = words.length > 0 ? words.join('|') : '(?!)';
  return ignoringCase(`\\s*,\\s*(?:(${joined})\\s+)?|\\s+(${joined})\\s+`, 'g');
}

/** Parentheses from the inside outwards, then what is left. */
function listScopes(masked: string): ListScope[] {
  const scopes: ListScope[] = [];
  let rest = masked;
  for (let found = inner.exec(rest); found; found = inner.exec(rest)) {
    const [start, end] = [found.index, found.index + found[0].length];
    scopes.push({ start: start + 1, end: end - 1, text: rest });
    rest = `${rest.slice(0, start)}${' '.repeat(end - start)}${rest.slice(end)}`;
  }
  scopes.push({ start: 0, end: rest.length, text: rest });
  return scopes;
}

const inner = /\([^()]*\)/;

/** Sentences, and their parts at colons, semicolons and dashes. */
function listClauses({ start, end, text }: ListScope): TextRange[] {
  const clauses: TextRange[] = [];
  let from = start;
  for (const { index, 0: mark } of text.slice(start, end).matchAll(/[.:;?!…]+(?=[\s”’"»]|$)|—|\s–\s/gu)) {
    clauses.push({ start: from, end: start + index });
    from = start + index + mark.length;
  }
  clauses.push({ start: from, end });
  return clauses;
}

function cutClause(text: string, clause: TextRange, separator: RegExp): ListItem[] {
  const items: ListItem[] = [];
  const before = text.slice(0, clause.start).trimEnd();
  const isStart = before === '' || /[.?!…]$/u.test(before);
  let from = clause.start;
  let isJoined = false;
  const add = (end: number): void => {
    const range = trim(text, from, end);
    const isFirst = items.length === 0;
    items.push({
      ...range,
      isBound: !isFirst || /[:;(]$/u.test(before),
      isJoined,
      isFirst: isFirst && isStart,
    });
  };
  for (const match of text.slice(clause.start, clause.end).matchAll(separator)) {
    const at = clause.start + match.index;
    add(at);
    isJoined = (match[1] ?? match[2]) !== undefined;
    from = at + match[0].length;
  }
  add(clause.end);
  return items;
}

function trim(text: string, start: number, end: number): TextRange {
  let [from, to] = [start, end];
  while (from < to && /[\s\uFFFC“”"«»]/u.test(text.charAt(from))) from += 1;
  while (to > from && /[\s\uFFFC“”"«»]/u.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
