/** A range of code points, both ends in it. */
export type Range = readonly [first: number, last: number];

/** A pattern of ECMA-262 with the flag `u`, as what it may match. */
export type PatternNode =
  | { kind: 'set'; ranges: Range[]; isNegated: boolean; categories: string[] }
  | { kind: 'start' | 'end' }
  | { kind: 'sequence' | 'choice'; items: PatternNode[] }
  | { kind: 'repeat'; item: PatternNode; least: number; most: number; isLazy: boolean }
  /** What only engines that go back can match: look-around, a reference to a group, an edge of words. */
  | { kind: 'beyond'; what: string; items: PatternNode[] };

const last = 0x10ffff;
/** Categories of Unicode that every engine knows by their short names. */
const category = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?)$/;
const shorthands: Record<string, Range[]> = {
  d: [[0x30, 0x39]],
  w: [
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x5f, 0x5f],
    [0x61, 0x7a],
  ],
  s: [
    [0x09, 0x0d],
    [0x20, 0x20],
    [0xa0, 0xa0],
    [0x1680, 0x1680],
    [0x2000, 0x200a],
    [0x2028, 0x2029],
    [0x202f, 0x202f],
    [0x205f, 0x205f],
    [0x3000, 0x3000],
    [0xfeff, 0xfeff],
  ],
};
const controls: Record<string, number> = { t: 9, n: 10, v: 11, f: 12, r: 13, 0: 0, b: 8 };

/** Characters, of which one stands at a place of a text. */
export type SetNode = Extract<PatternNode, { kind: 'set' }>;

/** A pattern that is being read, by characters. */
interface PatternCursor {
  signs: string[];
  at: number;
}

/** Reads a pattern that `new RegExp(pattern, 'u')` takes. */
export function readPattern(pattern: string): PatternNode {
  return readChoice({ signs: [...pattern], at: 0 });
}

function take(cursor: PatternCursor, text: string): boolean {
  const { length } = [...text];
  if (cursor.signs.slice(cursor.at, cursor.at + length).join('') !== text) return false;
  cursor.at += length;
  return true;
}

function next(cursor: PatternCursor): string {
  cursor.at += 1;
  return cursor.signs[cursor.at - 1] ?? '';
}

function takeUntil(cursor: PatternCursor, end: string): string {
  let taken = '';
  for (let sign = next(cursor); sign !== end && sign !== ''; sign = next(cursor)) taken += sign;
  return taken;
}

function readChoice(cursor: PatternCursor): PatternNode {
  const first = readSequence(cursor);
  const items = [first];
  while (take(cursor, '|')) items.push(readSequence(cursor));
  return items.length === 1 ? first : { kind: 'choice', items };
}

function readSequence(cursor: PatternCursor): PatternNode {
  const items: PatternNode[] = [];
  while (!['|', ')', undefined].includes(cursor.signs[cursor.at])) items.push(readQuantified(cursor));
  return { kind: 'sequence', items };
}

const quantifiers: Record<string, [number, number]> = {
  '*': [0, Infinity],
  '+': [1, Infinity],
  '?': [0, 1],
};

function readQuantified(cursor: PatternCursor): PatternNode {
  const item = readAtom(cursor);
  const ahead = cursor.signs.slice(cursor.at, cursor.at + 40).join('');
  const [sign = '', , least = '', comma = '', most = ''] =
    /^([*+?]|\{(\d+)(?:(,)(\d*))?\})/.exec(ahead) ?? [];
  if (sign === '') return item;
  cursor.at += sign.length;
  const end = most === '' ? (comma === '' ? Number(least) : Infinity) : Number(most);
  const [from, to] = quantifiers[sign] ?? [Number(least), end];
  return { kind: 'repeat', item, least: from, most: to, isLazy: take(cursor, '?') };
}

function readAtom(cursor: PatternCursor): PatternNode {
  const sign = next(cursor);
  switch (sign) {
    case '^':
      return { kind: 'start' };
    case '$':
      return { kind: 'end' };
    case '.':
      return set(endsOfLines, true);
    case '(':
      return readGroup(cursor);
    case '[':
      return readClass(cursor);
    case '\\':
      return readEscape(cursor, false);
    default:
      return one(code(sign));
  }
}

function readGroup(cursor: PatternCursor): PatternNode {
  const around = ['?=', '?!', '?<=', '?<!'].find((sign) => take(cursor, sign));
  if (around === undefined && !take(cursor, '?:') && take(cursor, '?<')) takeUntil(cursor, '>');
  const inner = readChoice(cursor);
  next(cursor);
  return around === undefined ? inner : { kind: 'beyond', what: `(${around}`, items: [inner] };
}

function readClass(cursor: PatternCursor): PatternNode {
  const isNegated = take(cursor, '^');
  const members: SetNode[] = [];
  while (!take(cursor, ']')) {
    const first = readMember(cursor);
    const isRange = cursor.signs[cursor.at] === '-' && cursor.signs[cursor.at + 1] !== ']';
    if (!isRange) members.push(first);
    else {
      next(cursor);
      members.push(set([[first.ranges[0]?.[0] ?? 0, readMember(cursor).ranges[0]?.[1] ?? 0]]));
    }
  }
  return {
    kind: 'set',
    isNegated,
    ranges: members.flatMap((member) => (member.isNegated ? without(member) : member.ranges)),
    categories: members.flatMap(({ categories }) => categories),
  };
}

function readMember(cursor: PatternCursor): SetNode {
  const sign = next(cursor);
  if (sign !== '\\') return one(code(sign));
  const read = readEscape(cursor, true);
  return read.kind === 'set' ? read : set([]);
}

function readEscape(cursor: PatternCursor, isInClass: boolean): PatternNode {
  const sign = next(cursor);
  const ranges = shorthands[sign.toLowerCase()];
  if (ranges) return set(ranges, sign !== sign.toLowerCase());
  if (sign === 'p' || sign === 'P') {
    next(cursor);
    return property(takeUntil(cursor, '}'), sign === 'P');
  }
  const isBeyond = /[1-9]/.test(sign) || (!isInClass && ['b', 'B', 'k'].includes(sign));
  if (!isBeyond) return one(pointOf(sign, cursor));
  if (sign === 'k') takeUntil(cursor, '>');
  while (/[1-9]/.test(sign) && /\d/.test(cursor.signs[cursor.at] ?? '')) next(cursor);
  return { kind: 'beyond', what: `\\${sign}`, items: [] };
}

function pointOf(sign: string, cursor: PatternCursor): number {
  const control = controls[sign];
  if (control !== undefined) return control;
  if (sign === 'c') return code(next(cursor)) % 32;
  if (sign === 'x') return readHex(cursor, 2);
  if (sign !== 'u') return code(sign);
  if (take(cursor, '{')) return Number.parseInt(takeUntil(cursor, '}'), 16);
  const unit = readHex(cursor, 4);
  const ahead = cursor.signs.slice(cursor.at, cursor.at + 6).join('');
  const low = /^\\u(d[c-f][0-9a-f]{2})$/i.exec(ahead)?.[1];
  if (low === undefined || unit < 0xd800 || unit > 0xdbff) return unit;
  cursor.at += 6;
  return (unit - 0xd800) * 0x400 + Number.parseInt(low, 16) - 0xdc00 + 0x10000;
}

function readHex(cursor: PatternCursor, length: number): number {
  const digits = Array.from({ length }, () => next(cursor));
  return Number.parseInt(digits.join(''), 16);
}

const endsOfLines: Range[] = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];

function one(point: number): SetNode {
  return set([[point, point]]);
}

function set(ranges: Range[], isNegated = false, categories: string[] = []): SetNode {
  return { kind: 'set', ranges, isNegated, categories };
}

function code(sign: string): number {
  return sign.codePointAt(0) ?? 0;
}

/** A property of Unicode: a category by its name, any other as the characters that have it. */
function property(name: string, isNegated: boolean): SetNode {
  if (category.test(name)) return set([], false, [`\\${isNegated ? 'P' : 'p'}{${name}}`]);
  const has = new RegExp(`\\${isNegated ? 'P' : 'p'}{${name}}`, 'u');
  const ranges: [number, number][] = [];
  for (let point = 0; point <= last; point += 1) {
    if (!has.test(String.fromCodePoint(point))) continue;
    const open = ranges.at(-1);
    if (open && open[1] === point - 1) open[1] = point;
    else ranges.push([point, point]);
  }
  return set(ranges);
}

/** All characters but those of a set, which has no categories. */
function without({ ranges }: SetNode): Range[] {
  const found: Range[] = [];
  let from = 0;
  for (const [first, end] of [...ranges].sort(([a], [b]) => a - b)) {
    if (first > from) found.push([from, first - 1]);
    from = Math.max(from, end + 1);
  }
  return from <= last ? [...found, [from, last]] : found;
}
