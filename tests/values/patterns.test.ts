import fc from 'fast-check';
import oxigraph from 'oxigraph';
import { describe, expect, test } from 'vitest';
import { compileInLinearTime } from '../../pipeline/values/patterns/compile-in-linear-time.ts';
import { createPatternMatcher } from '../../pipeline/values/patterns/create-pattern-matcher.ts';
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
