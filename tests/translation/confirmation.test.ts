import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confirmCatalogs } from '../../pipeline/translation/workbench/confirm.ts';
import { entryOf, poOf } from './po-sample.ts';
import { benchOf, segmentsOf } from './sample-bench.ts';

/** Why a fuzzy translation is not confirmed; undefined where it is, for its text was but corrected. */
function obstacle(
  before: string,
  after: string,
  { translation = after, words = [] }: { translation?: string; words?: string[] } = {},
): string | undefined {
  const previous = { msgid: before, msgctxt: undefined, lines: undefined };
  const po = poOf([entryOf(after, translation, { fuzzy: true, previous })]);
  const bench = benchOf({ segments: segmentsOf(...words), po, text: '', footnotes: ['a', 'b'] });
  const request = { all: false, lines: [], editions: [], publications: [] };
  const outcomes = confirmCatalogs(bench, [], request).catalogs.flatMap((catalog) => catalog.outcomes);
  if (after.trim() !== '' && translation.trim() !== '') expect(outcomes).toHaveLength(1);
  return outcomes[0]?.reason;
}

test.each([
  ['goverment', 'government'],
  ['agreemnt', 'agreement'],
  ['recieve', 'receive'],
  ['teh', 'the'],
  ['neccessary', 'necessary'],
  ['comision', 'comision'.replace('s', 'ss')],
  ['seperately', 'separately'],
  ['limite', 'límite'],
  ['publica', 'pública'],
])('%s is %s misspelt', (before, after) => expect(obstacle(before, after)).toBeUndefined());

test.each([
  ['border', 'borders'],
  ['signs', 'signed'],
  ['pasó', 'paso'],
  ['million', 'billion'],
  ['iran', 'iraq'],
  ['north', 'south'],
  ['import', 'export'],
  ['legal', 'illegal'],
  ['woman', 'women'],
  ['adopt', 'adapt'],
  ['six', 'ten'],
  ['not', 'now'],
  ['increase', 'decrease'],
  ['austria', 'australia'],
  ['km', 'm'],
  ['has', 'had'],
])('%s is no %s misspelt', (before, after) => expect(obstacle(before, after)).toBe('words'));

test('a word that is known is not misspelt', () => {
  expect(obstacle('contact', 'contract')).toBeUndefined();
  expect(obstacle('contact', 'contract', { words: ['contact'] })).toBe('words');
});

describe('a correction', () => {
  test.each([
    ['a slip', 'The goverment signed an act.', 'The government signed an act.'],
    ['letter case', 'the Act of Brasilia', 'The act of Brasilia'],
    ['a comma', 'Peru, Ecuador and others', 'Peru, Ecuador, and others'],
    ['a hyphen', 'a cross border plan', 'a cross-border plan'],
    ['quotation marks', 'the "act"', 'the “act”'],
    ['an apostrophe', "Peru's border", 'Peru’s border'],
    ['a word typed twice', 'signed the the act', 'signed the act'],
    ['spaces', 'one  act', 'one act'],
    ['how emphasis is typed', 'an _act_', 'an *act*'],
    ['a backslash', '1\\. act', '1. act'],
    ['nothing', 'an act', 'an act'],
    [
      'a slip in the words of a link',
      '[Ecaudor](country:ecuador) signed',
      '[Ecuador](country:ecuador) signed',
    ],
  ])('of %s is none for a translator', (_, before, after) => expect(obstacle(before, after)).toBeUndefined());
});

test.each([
  ['figures', 'It has 28 bridges.', 'It has 29 bridges.'],
  ['figures', 'It has 1,528 km.', 'It has 1.528 km.'],
  ['figures', 'Some 5% of it', 'Some 5 of it'],
  ['figures', 'It cost US$ 5.', 'It cost € 5.'],
  ['figures', 'It is -5 there', 'It is +5 there'],
  ['words', 'It has 5 km.', 'It has 5 m.'],
  ['words', 'Peru signed.', 'Peru did not sign.'],
  ['words', 'It has two bridges.', 'It has ten bridges.'],
  ['words', 'goverments lake rivers montains borders seas', 'governments lakes river mountains border sea'],
  ['links', '[Peru](country:peru) signed', '[Peru](country:chile) signed'],
  ['links', '[Peru](country:peru) signed', 'Peru signed'],
  ['links', '[five](a:b#c "5") lakes', '[five](a:b#c "6") lakes'],
  ['links', '[1,528](a:b#c) km', '[1,528 km](a:b#c)'],
  ['links', '[](a:b#c) and [](a:b#d)', '[](a:b#d) and [](a:b#c)'],
  ['notes', 'An act.[^a]', 'An act.[^b]'],
  ['notes', 'An act.[^a]', 'An act.'],
  ['code', 'run `a`', 'run `b`'],
  ['marks', 'They signed.', 'They signed?'],
])('%s are an obstacle: %s → %s', (expected, before, after) =>
  expect(obstacle(before, after)).toBe(expected),
);

test('the translation has the codes of the text, and its new mark at the end', () => {
  const inSpanish = (before: string, after: string, translation: string) =>
    obstacle(before, after, { translation });
  expect(inSpanish('an act', 'an *act*', 'un acta')).toBe('translation');
  expect(inSpanish('an act', 'an *act*', 'un *acta*')).toBeUndefined();
  expect(inSpanish('[Peru](c:p) sined an act', '[Peru](c:p) signed an act', 'Perú firmó un acta')).toBe(
    'translation',
  );
  expect(
    inSpanish('[five](a:b#c "5") lakess', '[five](a:b#c "5") lakess', '[cinco](a:b#c) lagos'),
  ).toBeUndefined();
  expect(inSpanish('An act', 'An act.', 'Un acta')).toBe('ending');
  expect(inSpanish('An act', 'An act.', 'Un acta.')).toBeUndefined();
});

test('whatever was typed, nothing throws, and no change is no obstacle', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          '[Peru](country:peru)',
          '*a*',
          '[^a]',
          '`x`',
          '28%',
          ' ',
          'word',
          '[',
          '](',
          '\\',
          '.',
        ),
        {
          maxLength: 12,
        },
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      obstacle(before, after);
      expect(obstacle(before, before)).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

test('another figure is always an obstacle', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.constantFrom('', '%', ' km', '[^a]'), (a, b, tail) => {
      fc.pre(a !== b);
      expect(obstacle(`It has ${a}${tail} there`, `It has ${b}${tail} there`)).toBe('figures');
    }),
  );
});
