import fc from 'fast-check';
import oxigraph from 'oxigraph';
import { describe, expect, test } from 'vitest';
import { compileInLinearTime } from '../../pipeline/values/patterns/compile-in-linear-time.ts';
import { createPatternMatcher } from '../../pipeline/values/patterns/create-pattern-matcher.ts';
import { hasOneWay } from '../../pipeline/values/patterns/has-one-way.ts';
import { type PatternNode, readPattern } from '../../pipeline/values/patterns/read-pattern.ts';
import { translatePattern } from '../../pipeline/values/patterns/translate-pattern.ts';

const store = new oxigraph.Store();
/** REGEX of SPARQL, which sh:pattern is defined by. */
function isMatchInSparql(pattern: string, text: string): boolean {
  return store.query(`ASK { FILTER(REGEX(${literal(text)}, ${literal(pattern)})) }`) === true;
}

function literal(text: string): string {
  const escaped = [...text].map((sign) => `\\U${(sign.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`);
  return `"${escaped.join('')}"`;
}

const classes = [
  '[A-F\\d]',
  '[^\\w-]',
  '[\\s\\S]',
  '[^\\D]',
  '[\\W_]',
  '[\\]\\[^-]',
  '[😀-😂a]',
  '[^]',
  '[]',
  '[\\b\\cJ]',
];
const atoms = [
  ...[
    'a',
    'b',
    '1',
    '\\d',
    '\\D',
    '\\w',
    '\\W',
    '\\s',
    '\\S',
    '.',
    '\\p{L}',
    '\\P{Lu}',
    '\\p{Lu}',
    '\\.',
    '\\/',
    '😀',
    'ñ',
    '-',
  ],
  ...[
    '\\u{1F600}',
    '\\uD83D\\uDE00',
    '\\x41',
    '\\t',
    '\\n',
    '\\$',
    '\\{',
    '\\p{Script=Greek}',
    '\\p{gc=Nd}',
    '\\0',
  ],
  ...classes,
];
const quantifier = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,3}', '{2,}', '*?', '+?', '??');
const pattern = fc.letrec<{ pattern: string; term: string }>((tie) => ({
  term: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...atoms),
    fc
      .tuple(fc.constantFrom('(', '(?:', '(?<n>'), tie('pattern'))
      .map(([open, inner]) =>
        open === '(?<n>' && inner.includes('(?<n>') ? `(?:${inner})` : `${open}${inner})`,
      ),
  ),
  pattern: fc
    .tuple(
      fc.constantFrom('', '', '^'),
      fc.array(
        fc.tuple(tie('term'), quantifier).map(([term, times]) => term + times),
        { minLength: 1, maxLength: 3 },
      ),
      fc.constantFrom('', '', '$', '|b'),
    )
    .map(([start, terms, end]) => start + terms.join('') + end),
})).pattern;
const text = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      'A',
      'F',
      '1',
      '-',
      '_',
      ' ',
      '\n',
      '\t',
      '\u00a0',
      '\u2028',
      'ñ',
      'Ñ',
      'α',
      '😀',
      '😁',
      '.',
      '/',
      '$',
      '{',
      '[',
      ']',
      '^',
      '٣',
    ),
    {
      maxLength: 5,
    },
  )
  .map((signs) => signs.join(''));

function compile(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'u');
  } catch {
    return undefined;
  }
}

test('a translated pattern means the same to ECMA-262, SPARQL and RE2', () => {
  fc.assert(
    fc.property(pattern, text, (source, words) => {
      const form = compile(source);
      fc.pre(form !== undefined);
      const { pattern: translated = '' } = translatePattern(source);
      const expected = form?.test(words);
      expect([source, translated, new RegExp(translated, 'u').test(words)]).toEqual([
        source,
        translated,
        expected,
      ]);
      expect([source, translated, isMatchInSparql(translated, words)]).toEqual([
        source,
        translated,
        expected,
      ]);
      expect([source, translated, compileInLinearTime(translated)?.(words)]).toEqual([
        source,
        translated,
        expected,
      ]);
    }),
    { numRuns: 2000 },
  );
}, 120_000);

test.each([
  ['a(?=b)', '(?='],
  ['a(?!b)', '(?!'],
  ['(?<=a)b', '(?<='],
  ['(?<!a)b', '(?<!'],
  ['(a)\\1', '\\1'],
  ['(?<x>a)\\k<x>', '\\k'],
  ['\\ba', '\\b'],
  ['\\Ba', '\\B'],
  ['\\p{Alphabetic}', '\\p{…}'],
])('%s has no translation', (source, beyond) => {
  expect(translatePattern(source)).toEqual({ beyond });
});

describe('patterns that could take forever', () => {
  const words = `${'a'.repeat(60)}!`;
  const asked: string[] = [];
  const matches = createPatternMatcher({
    linear: compileInLinearTime,
    bounded: (source) => {
      asked.push(source);
      return undefined;
    },
  });
  test.each([
    ['^(a+)+$', false],
    ['^(a|a)*$', false],
    ['^(a*)*b', false],
    ['^(\\w+\\s?)*$', false],
    ['^(a?){60}a{60}!', true],
    ['(.*)(.*)(.*)(.*)x', false],
  ])('%s is matched in linear time', (source, expected) => {
    expect(matches(source, words)).toBe(expected);
  });
  test('what goes back is bounded', () => {
    expect(matches('^(?=(a+)+$)x', words)).toBe(undefined);
    expect(matches('^(a+)+\\1$', words)).toBe(undefined);
    expect(asked).toEqual(['^(?=(a+)+$)x', '^(a+)+\\1$']);
  });
});

/** Steps that an engine takes which goes back and finds nothing: each place of the pattern that it asks of a place of the text. */
function countSteps(node: PatternNode, text: readonly string[]): number {
  let steps = 0;
  type Rest = (at: number) => boolean;
  const go = (part: PatternNode, at: number, rest: Rest): boolean => {
    steps += 1;
    switch (part.kind) {
      case 'start':
        return at === 0 && rest(at);
      case 'end':
        return at === text.length && rest(at);
      case 'set': {
        const point = text[at]?.codePointAt(0) ?? -1;
        const isIn = part.ranges.some(([first, last]) => first <= point && point <= last);
        return point >= 0 && isIn !== part.isNegated && rest(at + 1);
      }
      case 'choice':
        return part.items.some((item) => go(item, at, rest));
      case 'sequence': {
        const from = (index: number, place: number): boolean => {
          const item = part.items[index];
          return item ? go(item, place, (next) => from(index + 1, next)) : rest(place);
        };
        return from(0, at);
      }
      case 'repeat': {
        const again = (times: number, place: number): boolean => {
          const isMore = times < part.most;
          const more = () =>
            isMore &&
            go(part.item, place, (next) => (next > place || times < part.least) && again(times + 1, next));
          const enough = () => times >= part.least && rest(place);
          return part.isLazy ? enough() || more() : more() || enough();
        };
        return again(0, at);
      }
      default:
        throw new Error(`${part.kind} is read by no automaton`);
    }
  };
  for (let begin = 0; begin <= text.length; begin += 1) go(node, begin, () => false);
  return steps;
}

const simple = fc.letrec<{ pattern: string; term: string }>((tie) => ({
  term: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom('a', 'b', 'c', '-', '[ab]', '[^a]', '[^ab]', '^', '$', ''),
    tie('pattern').map((inner) => `(?:${inner})`),
    fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(?:${one}|${other})`),
  ),
  pattern: fc
    .array(
      fc
        .tuple(tie('term'), fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '*?'))
        .map(([term, times]) => (['^', '$', ''].includes(term) ? term : term + times)),
      { maxLength: 3 },
    )
    .map((terms) => terms.join('')),
})).pattern;

describe('what has one way', () => {
  test('is gone through once from each beginning, however long the text is', () => {
    let found = 0;
    fc.assert(
      fc.property(
        simple,
        fc.array(fc.constantFrom('a', 'b', 'c', '-'), { minLength: 1, maxLength: 4 }),
        (source, part) => {
          fc.pre(/[abc-]/.test(source));
          const node = readPattern(source);
          fc.pre(hasOneWay(node));
          found += 1;
          const text = Array.from({ length: 40 }, (_, index) => part[index % part.length] ?? 'a');
          // Each sign of the pattern is asked for a few times at each place of the text, which is begun at each place.
          expect([
            source,
            countSteps(node, text) <= 4 * (source.length + 1) * (text.length + 1) ** 2,
          ]).toEqual([source, true]);
        },
      ),
      { numRuns: 3000 },
    );
    expect(found).toBeGreaterThan(300);
  });

  test.each([
    ['^(([a-z][a-z0-9]*):[a-z0-9]+(-[a-z0-9]+)*)$', true],
    ['^(\\d{4}(-\\d{2}(-\\d{2})?)?)$', true],
    ['^[^\\s@]+@[^@]*$', true],
    ['^.*@[^@]*$', false],
    ['^(a*)*$', false],
    ['^(a|ab)$', false],
    ['^(a?){3}$', false],
    ['^(-|[^-])*$', true],
    ['(?=a)b', false],
  ])('%s: %s', (source, expected) => {
    expect(hasOneWay(readPattern(source))).toBe(expected);
  });
});
