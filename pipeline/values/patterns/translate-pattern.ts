import { type PatternNode, type Range, readPattern } from './read-pattern.ts';

/** So many ranges a set may have; longer ones belong to properties of Unicode that other engines do not know. */
const rangesMax = 200;

/** A pattern for other engines, or what of it they do not have. */
export type TranslatedPattern =
  | { pattern: string; beyond?: undefined }
  | { pattern?: undefined; beyond: string };

/**
 * A pattern of JSON Schema (ECMA-262 with the flag `u`) as one that means the same in XPath, and so in SHACL and SPARQL
 * (https://www.w3.org/TR/xpath-functions-31/#regex-syntax), in RE2, and in ECMA-262: shorthands and escapes are written out, for
 * they stand for other characters elsewhere.
 */
export function translatePattern(pattern: string): TranslatedPattern {
  const root = readPattern(pattern);
  const beyond = findBeyond(root);
  return beyond === undefined ? { pattern: write(root, true) } : { beyond };
}

function findBeyond(node: PatternNode): string | undefined {
  if (node.kind === 'beyond') return node.what;
  if (node.kind === 'set') return node.ranges.length > rangesMax ? '\\p{…}' : undefined;
  if (node.kind === 'repeat') return findBeyond(node.item);
  if (node.kind !== 'sequence' && node.kind !== 'choice') return undefined;
  return node.items.flatMap((item) => findBeyond(item) ?? [])[0];
}

function write(node: PatternNode, isWhole = false): string {
  switch (node.kind) {
    case 'start':
      return '^';
    case 'end':
      return '$';
    case 'set':
      return writeSet(node);
    case 'sequence':
      return node.items.map((item) => write(item)).join('');
    case 'choice': {
      const branches = node.items.map((item) => write(item)).join('|');
      return isWhole ? branches : `(${branches})`;
    }
    case 'repeat': {
      const inner = write(node.item);
      const isOne = node.item.kind === 'set' || node.item.kind === 'choice';
      const bounds = quantifier(node.least, node.most);
      return `${isOne ? inner : `(${inner})`}${bounds}${node.isLazy ? '?' : ''}`;
    }
    case 'beyond':
      throw new Error(`${node.what} has no translation`);
  }
}

function quantifier(least: number, most: number): string {
  if (least === 0 && most === 1) return '?';
  if (most === Infinity) return least === 0 ? '*' : least === 1 ? '+' : `{${least},}`;
  return least === most ? `{${least}}` : `{${least},${most}}`;
}

function writeSet({ ranges, isNegated, categories }: Extract<PatternNode, { kind: 'set' }>): string {
  const parts = [...ranges.flatMap(split).map(writeRange), ...categories];
  const [only] = ranges;
  const isOne = parts.length === 1 && categories.length === 0 && only?.[0] === only?.[1];
  if (isOne && !isNegated && only) return escapeSign(only[0], false);
  if (!isNegated && ranges.length === 0 && categories.length === 1) return categories[0] ?? '';
  // Nothing, or everything but nothing, has no form of its own elsewhere.
  if (parts.length === 0) return isNegated ? `[${all}]` : `[^${all}]`;
  return `[${isNegated ? '^' : ''}${parts.join('')}]`;
}

const all = '\u0001-\uD7FF\uE000-\u{10FFFF}';

/** What no text has is left out of ranges: NUL and halves of characters. */
function split([first, last]: Range): Range[] {
  const from = Math.max(first, 1);
  const parts: Range[] = [
    [from, Math.min(last, 0xd7ff)],
    [Math.max(from, 0xe000), last],
  ];
  return parts.filter(([start, end]) => start <= end);
}

function writeRange([first, last]: Range): string {
  const start = escapeSign(first, true);
  return first === last ? start : `${start}${last > first + 1 ? '-' : ''}${escapeSign(last, true)}`;
}

function escapeSign(point: number, isInClass: boolean): string {
  const sign = String.fromCodePoint(point);
  if (isInClass) return /[\\[\]^-]/.test(sign) ? `\\${sign}` : sign;
  return /[\^$\\.*+?()[\]{}|]/.test(sign) ? `\\${sign}` : sign;
}
