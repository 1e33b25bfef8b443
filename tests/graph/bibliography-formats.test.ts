import { beforeAll, describe, expect, test } from 'vitest';
import { type BibliographyFormats, loadFormats } from '../../pipeline/graph/bibliography/load-formats.ts';
import { readBibliography } from '../../pipeline/graph/bibliography.ts';
import { builtinVocabulary, places } from './sample-graph.ts';

const vocabulary = builtinVocabulary();
let formats: BibliographyFormats;
beforeAll(async () => {
  const own = ['bib', 'ris'].map((extension) => ({ path: `source/a/a.${extension}`, text: 'LA  - Spanish' }));
  formats = await loadFormats({ own });
});

function read(extension: string, text: string) {
  const { value, diagnostics } = readBibliography(
    [{ path: `source/a/a.${extension}`, text }],
    vocabulary,
    formats,
  );
  return { csl: value.map(({ csl }) => csl), ids: value.map(({ id }) => id), found: places(diagnostics) };
}

const book = (fields: string) => `@book{Soto_1987, title = {Harbours}, ${fields}}`;

describe('BibLaTeX', () => {
  test.each<[name: string, text: string, csl: object]>([
    [
      'a macro',
      `@string{ap = "Alti" # {plano}}\n${book('publisher = AP # { Press}')}`,
      { publisher: 'Altiplano Press' },
    ],
    [
      'accents',
      book(String.raw`author = {N{\'u}{\~n}ez, Mar{\'\i}a}`),
      { author: [{ family: 'Núñez', given: 'María' }] },
    ],
    [
      'a particle',
      book('author = {Juan de la Cruz}'),
      { author: [{ given: 'Juan', 'non-dropping-particle': 'de la', family: 'Cruz' }] },
    ],
    [
      'a name as a whole',
      book('author = {{{World Bank and Sons}}}'),
      { author: [{ literal: 'World Bank and Sons' }] },
    ],
    ['two places', book('location = {Lima and Puno}'), { 'publisher-place': 'Lima; Puno' }],
    ['round brackets', '@Book(Soto_1987, title = "A {"}b{"} c", year = 1987)', { title: 'A "b" c' }],
    ['a month', book('year = 1987, month = jun'), { issued: { 'date-parts': [[1987, 6]] } }],
    ['about a year', book('date = {1650~}'), { issued: { 'date-parts': [[1650]], circa: true } }],
    ['in press', book('pubstate = {inpress}'), { status: 'in press', issued: { literal: 'in press' } }],
    ['a language', book('langid = {brazilian}'), { language: 'pt-BR' }],
    [
      'a compiler',
      book('editor = {Melo, Ana}, editortype = {compiler}'),
      { compiler: [{ family: 'Melo', given: 'Ana' }] },
    ],
    [
      'data of another entry',
      `${book('xdata = {alti}')}\n@xdata{alti, publisher = {Altiplano}, location = {La Paz}}`,
      { publisher: 'Altiplano', 'publisher-place': 'La Paz' },
    ],
    [
      'a parent',
      '@inbook{Soto_1987, title = {A}, crossref = {b}}\n@book{b, title = {B}, date = {1999}}',
      { 'container-title': 'B', issued: { 'date-parts': [[1999]] } },
    ],
  ])('%s', (_, text, csl) => {
    const { csl: items } = read('bib', text);
    expect(items[0]).toMatchObject({ id: 'Soto_1987', ...csl });
  });

  test.each<[name: string, text: string, found: string[], ids: string[]]>([
    ['nothing', '', ['bibliography-is-well-formed 1:1'], []],
    ['a comment alone', '@comment{x}\n', ['bibliography-is-well-formed 1:1'], []],
    ['comments', `@Comment{jabref-meta: a;}\n% b@c.org\n@preamble{"x"}\n${book('')}`, [], ['work:soto-1987']],
    [
      'a brace that is not closed',
      `@book{a,\n  title = {A {b,\n}\n\n${book('')}`,
      ['bibliography-is-well-formed 2:11'],
      ['work:soto-1987'],
    ],
    [
      'a quotation mark that is not closed',
      `@book{a,\n  title = "A,\n}\n${book('')}`,
      ['bibliography-is-well-formed 2:11'],
      ['work:soto-1987'],
    ],
    ['no key', `@book{title = {A}}\n${book('')}`, ['bibliography-is-well-formed 1:7'], ['work:soto-1987']],
    [
      'no comma',
      `@book{a, title = {A} year = {1}}\n${book('')}`,
      ['bibliography-is-well-formed 1:22'],
      ['work:soto-1987'],
    ],
    ['no title', '@book{a,\n  year = 1987}', ['bibliography-is-well-formed 1:1'], []],
    [
      'a macro of nobody',
      book('\n  publisher = ap'),
      ['bibliography-is-well-formed 2:15'],
      ['work:soto-1987'],
    ],
    [
      'a parent of nobody',
      book('\n  crossref = {b}'),
      ['bibliography-is-well-formed 2:3'],
      ['work:soto-1987'],
    ],
    ['a field twice', book('\n  year = 1,\n  year = 2'), ['yaml-key-is-unique 3:3'], ['work:soto-1987']],
    [
      'LaTeX that cannot be read',
      book('\n  note = {5$}'),
      ['bibliography-is-well-formed 2:3'],
      ['work:soto-1987'],
    ],
    ['a field of nobody', book('\n  mood = {sad}'), ['bibliography-is-kept-whole 2:3'], ['work:soto-1987']],
    [
      'what programs note',
      book('file = {x}, groups = {y}, owner = {z}, bdsk-url-1 = {u}'),
      [],
      ['work:soto-1987'],
    ],
    ['a type of nobody', '@scroll{a, title = {A}}', ['bibliography-is-kept-whole 1:1'], ['work:a']],
    [
      'and others',
      book('\n  author = {Soto, Eva and others}'),
      ['bibliography-is-kept-whole 2:3'],
      ['work:soto-1987'],
    ],
    ['a range', book('\n  date = {1987/1992}'), ['bibliography-is-kept-whole 2:3'], ['work:soto-1987']],
    ['a key in another script', '@book{李1999, title = {A}}', [], ['work:u674e1999']],
    [
      'a circle of parents',
      '@book{a, title = {A}, crossref = {b}}\n@book{b, title = {B}, crossref = {a}}',
      ['bibliography-is-well-formed 1:23', 'bibliography-is-well-formed 2:23'],
      ['work:a', 'work:b'],
    ],
  ])('%s', (_, text, found, ids) => {
    const { found: findings, ids: works } = read('bib', text);
    expect({ found: findings, ids: works }).toEqual({ found, ids });
  });
});

const record = (lines: string) => `TY  - BOOK\nTI  - Harbours\nAU  - Soto, Eva\nPY  - 1987\n${lines}ER  - \n`;

describe('RIS', () => {
  test.each<[name: string, text: string, csl: object]>([
    ['no key', record(''), { id: 'Soto 1987 Harbours' }],
    ['a key', record('ID  - Soto_1987\n'), { id: 'Soto_1987' }],
    ['a line that goes on', record('AB  - One\n two\n'), { abstract: 'One two' }],
    ['a sign of its own', record('AB  - One  - two\n'), { abstract: 'One  - two' }],
    ['a language', record('LA  - Spanish\n'), { language: 'es' }],
    [
      'ends of lines of Windows',
      record('CY  - Puno\n').replaceAll('\n', '\r\n'),
      { 'publisher-place': 'Puno' },
    ],
    [
      'a season',
      record('').replace('1987', '1987///Spring'),
      { issued: { 'date-parts': [[1987]], season: 'Spring' } },
    ],
    ['in press', record('').replace('1987', 'in press'), { issued: { literal: 'in press' } }],
  ])('%s', (_, text, csl) => expect(read('ris', text).csl[0]).toMatchObject(csl));

  test.each<[name: string, text: string, found: string[], ids: string[]]>([
    ['nothing', '', ['bibliography-is-well-formed 1:1'], []],
    ['words outside', `x\n${record('')}`, ['bibliography-is-well-formed 1:1'], ['work:soto-1987-harbours']],
    [
      'no end',
      record('').replace('ER  - \n', '') + record('ID  - b\n'),
      ['bibliography-is-well-formed 5:1'],
      ['work:soto-1987-harbours', 'work:b'],
    ],
    [
      'no end at the end',
      record('').replace('ER  - \n', ''),
      ['bibliography-is-well-formed 1:1'],
      ['work:soto-1987-harbours'],
    ],
    ['no title', 'TY  - BOOK\nAU  - Soto, Eva\nER  - \n', ['bibliography-is-well-formed 1:1'], []],
    ['a tag of nobody', record('ZZ  - x\n'), ['bibliography-is-kept-whole 5:1'], ['work:soto-1987-harbours']],
    [
      'a second address',
      record('UR  - https://a.org\nUR  - https://b.org\n'),
      ['bibliography-is-kept-whole 6:1'],
      ['work:soto-1987-harbours'],
    ],
    [
      'a type of nobody',
      record('').replace('BOOK', 'SCROLL'),
      ['bibliography-is-kept-whole 1:1'],
      ['work:soto-1987-harbours'],
    ],
    ['files', record('L1  - x.pdf\nDB  - y\n'), [], ['work:soto-1987-harbours']],
  ])('%s', (_, text, found, ids) => {
    const { found: findings, ids: works } = read('ris', text);
    expect({ found: findings, ids: works }).toEqual({ found, ids });
  });
});

describe('CSL-JSON', () => {
  const item = (members: object) => JSON.stringify([{ id: 'a', type: 'book', title: 'A', ...members }]);
  test.each<[name: string, members: object, csl: object, rules: string[]]>([
    ['a number as id', { id: 12 }, { id: 12 }, []],
    ['names as texts', { author: ['World Bank'] }, { author: [{ literal: 'World Bank' }] }, []],
    ['an address before a DOI', { DOI: 'https://doi.org/10.1000/a' }, { DOI: '10.1000/a' }, []],
    ['a language by name', { language: 'Spanish' }, { language: 'es' }, []],
    [
      'a language of nobody',
      { language: 'de los Andes' },
      { language: 'de los Andes' },
      ['bibliography-is-kept-whole'],
    ],
    ['a type of nobody', { type: 'scroll' }, { type: 'document' }, ['bibliography-is-kept-whole']],
    ['nothing', { volume: null }, {}, []],
    ['an object for a text', { volume: { a: 1 } }, {}, ['bibliography-is-kept-whole']],
    [
      'lines of the note',
      { note: 'original-date: 1900\nEditor: Melo || Ana\ntex.ids: b' },
      {
        'original-date': { 'date-parts': [[1900]] },
        editor: [{ family: 'Melo', given: 'Ana' }],
        note: 'tex.ids: b',
      },
      [],
    ],
    [
      'what styles do not print',
      { custom: { a: [1] }, annote: 'x', abstract: 'y', unknown: 'z' },
      { custom: { a: [1] }, annote: 'x', abstract: 'y', unknown: 'z' },
      [],
    ],
  ])('%s', (_, members, csl, rules) => {
    const { csl: items, found } = read('json', item(members));
    expect(items[0]).toMatchObject(csl);
    expect(found.map((finding) => finding.split(' ')[0])).toEqual(rules);
  });
});
