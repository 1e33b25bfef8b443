import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BibliographyFormats, loadFormats } from '../../pipeline/graph/bibliography/load-formats.ts';
import { readBibliography } from '../../pipeline/graph/bibliography.ts';
import type { Json } from '../../pipeline/model.ts';
import { builtinVocabulary } from './sample-graph.ts';

const vocabulary = builtinVocabulary();
let formats: BibliographyFormats;
beforeAll(async () => {
  const own = ['bib', 'ris'].map((extension) => ({ path: `source/a/a.${extension}`, text: '' }));
  formats = await loadFormats({ own });
});

/** The date of the one work of a file: for styles, for the data, and the rules of what is found. */
function read(extension: string, text: string) {
  const file = { path: `source/a/a.${extension}`, text };
  const { value, diagnostics } = readBibliography([file], vocabulary, formats);
  const [work] = value;
  return {
    csl: work?.csl?.issued,
    edtf: work?.properties.issued,
    rules: diagnostics.map(({ rule }) => rule),
  };
}

const readCsl = (issued: Json) =>
  read('json', JSON.stringify([{ id: 'a', type: 'book', title: 'A', issued }]));
const told = (isWhole: boolean) => (isWhole ? [] : ['bibliography-is-kept-whole']);

/** What styles print, what the data have, and whether that is all. */
test.each<[name: string, date: Json, csl: Json, edtf: string | undefined, isWhole: boolean]>([
  ['a year', { 'date-parts': [[2007]] }, { 'date-parts': [[2007]] }, '2007', true],
  ['a month', { 'date-parts': [[2007, 6]] }, { 'date-parts': [[2007, 6]] }, '2007-06', true],
  [
    'a day as texts',
    { 'date-parts': [['1999', '6', 13]] },
    { 'date-parts': [[1999, 6, 13]] },
    '1999-06-13',
    true,
  ],
  ['a month that is empty', { 'date-parts': [[1999, '', '']] }, { 'date-parts': [[1999]] }, '1999', true],
  ['a year of two figures', { 'date-parts': [[98]] }, { 'date-parts': [[98]] }, '0098', true],
  ['a range', { 'date-parts': [[1987], [1992]] }, { 'date-parts': [[1987], [1992]] }, undefined, false],
  [
    'a range of months',
    {
      'date-parts': [
        [1987, 5],
        [1987, 7],
      ],
    },
    {
      'date-parts': [
        [1987, 5],
        [1987, 7],
      ],
    },
    undefined,
    false,
  ],
  ['an open range', { 'date-parts': [[1987], null] }, { literal: '1987–' }, undefined, false],
  ['an open range of zeros', { 'date-parts': [[1987], [0, 0, 0]] }, { literal: '1987–' }, undefined, false],
  ['a season', { 'date-parts': [[2007]], season: 1 }, { 'date-parts': [[2007]], season: 1 }, '2007', false],
  [
    'a season in words',
    { 'date-parts': [[2007]], season: 'Spring' },
    { 'date-parts': [[2007]], season: 'Spring' },
    '2007',
    false,
  ],
  ['a season as a month', { 'date-parts': [[2007, 21]] }, { 'date-parts': [[2007, 21]] }, '2007', false],
  [
    'about',
    { 'date-parts': [[1650]], circa: true },
    { 'date-parts': [[1650]], circa: true },
    undefined,
    false,
  ],
  [
    'about, as a text',
    { 'date-parts': [[1650]], circa: 'true' },
    { 'date-parts': [[1650]], circa: true },
    undefined,
    false,
  ],
  [
    'not about',
    { 'date-parts': [[1650]], circa: false },
    { 'date-parts': [[1650]], circa: false },
    '1650',
    true,
  ],
  ['before Christ', { 'date-parts': [[-27]] }, { 'date-parts': [[-27]] }, undefined, false],
  ['in press', { literal: 'in press' }, { literal: 'in press' }, undefined, false],
  ['forthcoming, raw', { raw: 'forthcoming' }, { raw: 'forthcoming' }, undefined, false],
  ['a day, raw', { raw: '2007-06-12' }, { raw: '2007-06-12' }, '2007-06-12', true],
  ['a year, literal', { literal: '2007' }, { literal: '2007' }, '2007', true],
  ['a text', '2007-06', { 'date-parts': [[2007, 6]] }, '2007-06', true],
  ['words', 'June 2007', { raw: 'June 2007' }, undefined, false],
  ['a number', 2007, { 'date-parts': [[2007]] }, '2007', true],
  ['as pandoc has it', [{ year: '2007', month: '6' }], { 'date-parts': [[2007, 6]] }, '2007-06', true],
  [
    'a range as pandoc has it',
    [{ year: 2007 }, { year: 2009 }],
    { 'date-parts': [[2007], [2009]] },
    undefined,
    false,
  ],
])('%s', (_, date, csl, edtf, isWhole) => {
  expect(readCsl(date)).toEqual({ csl, edtf, rules: told(isWhole) });
});

test.each<[string, Json]>([
  ['nothing', {}],
  ['no parts', { 'date-parts': [] }],
  ['an empty part', { 'date-parts': [[]] }],
  ['words for parts', { 'date-parts': [['soon']] }],
  ['a list of words', ['soon']],
  ['three dates', { 'date-parts': [[1], [2], [3]] }],
  ['true', true],
  ['an empty text', ''],
])('%s is no date', (_, date) => {
  expect(readCsl(date)).toEqual({ csl: undefined, edtf: undefined, rules: ['bibliography-is-well-formed'] });
});

test('a day of the calendar is said in full', () => {
  const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (moment) => {
      const iso = moment.toISOString().slice(0, 10);
      const parts = iso.split('-').map(Number);
      const date = { 'date-parts': [parts] };
      expect(readCsl(date)).toEqual({ csl: date, edtf: iso, rules: [] });
      expect(readCsl(iso)).toEqual({ csl: date, edtf: iso, rules: [] });
    }),
  );
});

describe('EDTF', () => {
  test.each<[string, Json | undefined]>([
    ['2007-21', { 'date-parts': [[2007]], season: 1 }],
    ['1650~', { 'date-parts': [[1650]], circa: true }],
    ['1650?', { 'date-parts': [[1650]], circa: true }],
    ['-0026', { 'date-parts': [[-27]] }],
    ['0000', { 'date-parts': [[-1]] }],
    ['1987/1992', { 'date-parts': [[1987], [1992]] }],
    ['1987/', { literal: '1987–' }],
    ['1987/..', { literal: '1987–' }],
    ['/1992', { literal: '–1992' }],
    ['2007-15', undefined],
    ['in press', undefined],
    ['/', undefined],
    ['1/2/3', undefined],
  ])('%s', (text, date) => {
    expect(read('bib', `@book{a, title = {A}, date = {${text}}}`).csl).toEqual(date ?? { literal: text });
  });
});

describe('RIS', () => {
  test.each<[string, Json | undefined]>([
    ['2007', { 'date-parts': [[2007]] }],
    ['2007///', { 'date-parts': [[2007]] }],
    ['2007/06//', { 'date-parts': [[2007, 6]] }],
    ['2007/06/12/', { 'date-parts': [[2007, 6, 12]] }],
    ['2007///Spring', { 'date-parts': [[2007]], season: 'Spring' }],
    ['2007-06-12', { 'date-parts': [[2007, 6, 12]] }],
    ['Jun 12', undefined],
  ])('%s', (text, date) => {
    const { csl } = read('ris', `TY  - BOOK\nTI  - A\nPY  - ${text}\nER  - \n`);
    expect(csl).toEqual(date ?? { literal: text });
  });
});
