import type { Nodes, Root } from 'mdast';
import type { Diagnostic } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import type { Locator } from './locator.ts';

/** Most levels of lists, quotations, containers and emphasis in each other; the Markdown parser's time grows with their square. */
export const nestingMax = 100;

/** Longest paragraph in UTF-16 code units, some ten pages; delimiters in one paragraph cost quadratic time. */
export const paragraphMax = 20_000;

/** Most asterisks and underscores in a paragraph; each may be looked for from every other one. */
const marksMax = 1_000;

/** Nothing, or a quotation's signs with nothing after them: more than three spaces before one make it a word of the paragraph. */
const blank = /^\s*$|^ {0,3}(?:> ?)+\s*$/;
/** Where a new block starts although no blank line stands before it. */
const blockStart = /^[\s>]*(?:[-*+]\s|\d{1,9}[.)]\s|\||\[\^|#|:::)/;
/** Where a key or an item of a list starts in the front matter. */
const keyStart = /^\s*(?:-\s|[^\s#:]+:(?:\s|$))/;
const openContainer = /^[\s>]*:{3,}[^\s:]/;
const closeContainer = /^[\s>]*:{3,}\s*$/;

/**
 * Finds what would make the Markdown parser slow or overflow its stack, before it is called.
 * Reads lines only, so it errs on the safe side: it may count levels that the parser would not.
 */
export function checkSize(text: string, locator: Locator): Diagnostic[] {
  const frontMatterEnd = endOfFrontMatter(text);
  let blockFrom = 0;
  let marks = 0;
  let containers = 0;
  for (const match of text.matchAll(/[^\r\n]*(?:\r\n?|\n|$)/g)) {
    const line = match[0];
    const from = match.index;
    const isBlank = blank.test(line);
    const isStart = (from < frontMatterEnd ? keyStart : blockStart).test(line) || from === frontMatterEnd;
    if (isBlank || isStart) {
      blockFrom = isBlank ? from + line.length : from;
      marks = 0;
    }
    const place = locator.range(blockFrom, blockFrom);
    if (from + line.length - blockFrom > paragraphMax) {
      return [diagnose('paragraph-has-bounded-length', place, { limit: paragraphMax })];
    }
    marks += line.match(/[*_]/g)?.length ?? 0;
    if (marks > marksMax) {
      return [diagnose('paragraph-has-bounded-length', place, { context: 'marks', limit: marksMax })];
    }
    if (openContainer.test(line)) containers++;
    else if (closeContainer.test(line) && containers > 0) containers--;
    if (countLevels(line) + containers > nestingMax) {
      return [diagnose('nesting-is-shallow', locator.range(from, from), { limit: nestingMax })];
    }
  }
  return [];
}

/** Offset of the line that closes a front matter; 0 where there is none. */
function endOfFrontMatter(text: string): number {
  const [opening] = /^---[ \t]*(?:\r\n?|\n)/.exec(text) ?? [];
  const closing = opening === undefined ? null : /^---[ \t]*$/m.exec(text.slice(opening.length));
  return opening === undefined || !closing ? 0 : opening.length + closing.index;
}

/** Levels that a line's markers and indentation can stand for; a list item is indented by two columns at least. */
function countLevels(line: string): number {
  const marker = /([ \t]*)(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s))/y;
  let levels = 0;
  for (let match = marker.exec(line); match; match = marker.exec(line)) {
    levels += 1 + Math.floor((match[1]?.length ?? 0) / 2);
    if (levels > nestingMax) break;
  }
  return levels;
}

/** Whether a tree is deeper than what the recursive walks of later stages may meet. Does not recurse itself. */
export function isTooDeep(tree: Root): boolean {
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let item = open.pop(); item; item = open.pop()) {
    // A list, its item and the paragraph in it are three nodes for one level.
    if (item.depth > nestingMax * 3) return true;
    if ('children' in item.node) {
      // What has no children only counts.
      const depth = item.depth + 1;
      for (const node of item.node.children)
        if ('children' in node || depth > nestingMax * 3) open.push({ node, depth });
    }
  }
  return false;
}
