import type { Nodes, Paragraph, Parents, Root } from 'mdast';
import type { Point } from 'unist';
import { findPlainRuns, type PlainRun } from './find-plain-runs.ts';
import { visitBlocks } from './visit-blocks.ts';
import { visitNodes } from './visit-nodes.ts';

/** A tree, and the offsets of the signs that begin lines of quotations, which no tree tells. */
export interface ReadTree {
  tree: Root;
  quotationMarks: number[];
}

/** What stands for plain paragraphs while the rest of a text is read: the shortest paragraph. */
const placeholder = 'x';

/**
 * Reads a text with a parser to which a word is given in the place of plain paragraphs, which are read by themselves: the time of
 * parsers is in the number of characters. A paragraph between blank lines is one in the text exactly if the word is one
 * there, as long as all before it are; where one is not, that is read by the parser, too.
 *
 * @param parse reads any text
 */
export function readTree(text: string, parse: (text: string) => ReadTree): ReadTree {
  // What is not found in the second round stood after something that was open: a third one would have no end.
  let runs = findPlainRuns(text);
  for (let round = 0; round < 2 && runs.length > 0; round += 1) {
    const short = shorten(text, runs);
    const read = parse(short.text);
    const found = findPlaceholders(read.tree, short.places);
    if (found.size === runs.length) return putBack(read, short.places, found);
    runs = short.places.filter((place) => found.has(place)).map(({ run }) => run);
  }
  return parse(text);
}

/** A run in the shortened text. */
interface ShortPlace {
  run: PlainRun;
  /** Offset of its placeholder. */
  at: number;
}

function shorten(text: string, runs: readonly PlainRun[]): { text: string; places: ShortPlace[] } {
  const places: ShortPlace[] = [];
  let short = '';
  let from = 0;
  for (const run of runs) {
    short += text.slice(from, run.start);
    places.push({ run, at: short.length });
    short += placeholder;
    from = run.end;
  }
  return { text: short + text.slice(from), places };
}

/** Where the paragraphs of placeholders are in a tree. */
function findPlaceholders(
  tree: Root,
  places: readonly ShortPlace[],
): Map<ShortPlace, { paragraph: Paragraph; parent: Parents }> {
  const byOffset = new Map(places.map((place) => [place.at, place]));
  const found = new Map<ShortPlace, { paragraph: Paragraph; parent: Parents }>();
  visitBlocks(tree, (node, parents) => {
    if (node.type !== 'paragraph') return;
    const place = byOffset.get(node.position?.start.offset ?? -1);
    const parent = parents.at(-1);
    const isWhole = node.position?.end.offset === (place?.at ?? 0) + placeholder.length;
    if (place && parent && isWhole) found.set(place, { paragraph: node, parent });
  });
  return found;
}

/** Gives the nodes of a shortened text their places in the whole one, and puts the plain paragraphs between them. */
function putBack(
  { tree, quotationMarks }: ReadTree,
  places: readonly ShortPlace[],
  found: ReturnType<typeof findPlaceholders>,
): ReadTree {
  const shift = createShift(places);
  visitNodes(tree, (node) => {
    if (node.position) node.position = { start: shift(node.position.start), end: shift(node.position.end) };
  });
  const runs = new Map([...found].map(([{ run }, { paragraph }]): [Nodes, PlainRun] => [paragraph, run]));
  for (const parent of new Set([...found.values()].map((one) => one.parent))) {
    parent.children = (parent.children as Nodes[]).flatMap(
      (child): Nodes[] => runs.get(child)?.paragraphs ?? [child],
    ) as typeof parent.children;
  }
  return {
    tree,
    quotationMarks: quotationMarks.map((offset) => shift({ line: 1, column: 1, offset }).offset ?? offset),
  };
}

/** From places in a shortened text to those in the whole one. */
function createShift(places: readonly ShortPlace[]): (point: Point) => Point {
  const ends = places.map(({ at }) => at + placeholder.length);
  /** By the number of placeholders that end before a place: how far all behind them moved. */
  const moved = [{ offset: 0, line: 0 }];
  for (const { run } of places) {
    const { offset, line } = moved.at(-1) ?? { offset: 0, line: 0 };
    moved.push({ offset: offset + run.end - run.start - placeholder.length, line: line + run.lines });
  }
  return ({ line, column, offset = 0 }) => {
    const count = countUpTo(ends, offset);
    const by = moved[count] ?? { offset: 0, line: 0 };
    const isEnd = count > 0 && ends[count - 1] === offset;
    const end = isEnd ? places[count - 1]?.run.paragraphs.at(-1)?.position?.end : undefined;
    return end ? { ...end } : { line: line + by.line, column, offset: offset + by.offset };
  };
}

/** How many of the sorted numbers are not larger. */
function countUpTo(sorted: readonly number[], most: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
