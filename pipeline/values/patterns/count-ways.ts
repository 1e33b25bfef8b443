import type { PatternNode } from './read-pattern.ts';

/**
 * In how many ways a pattern may divide a text of a length between its parts, at most: an engine that goes back tries no more than
 * that from each beginning. What repeats a thing that has several ways multiplies them each time.
 */
export function countWays(node: PatternNode, length: number): number {
  switch (node.kind) {
    case 'sequence':
    case 'beyond':
      return node.items.reduce((ways, item) => ways * countWays(item, length), 1);
    case 'choice':
      return node.items.reduce((ways, item) => ways + countWays(item, length), 0);
    case 'repeat': {
      const most = Math.min(node.most, length + node.least);
      const each = countWays(node.item, length);
      const times = most - node.least + 1;
      return each <= 1 ? times : each ** most * times;
    }
    default:
      return 1;
  }
}
