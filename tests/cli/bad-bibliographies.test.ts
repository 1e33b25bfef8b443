import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runInProcess } from './run-in-process.ts';

/** A bibliography by the names of its files; a file in Latin-1 is marked. */
type Bibliography = Record<string, string | { latin1: string }>;

/** What a text cites, its bibliography, and what is found, as "rule file:line". */
type Row = [name: string, text: string, bibliography: Bibliography, findings: string[]];

const ris = (title: string, ...lines: string[]) =>
  ['TY  - BOOK', 'AU  - Soto, Eva', 'PY  - 1987', `TI  - ${title}`, ...lines, 'ER  - ', ''].join('\n');
const item = (id: string, more: object = {}) => ({
  id,
  type: 'book',
  title: 'Harbours',
  author: [{ family: 'Soto', given: 'Eva' }],
  issued: { 'date-parts': [[1987]] },
  ...more,
});
const json = (...items: object[]) => `[\n${items.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`;
const bib = (...entries: string[]) => `${entries.join('\n')}\n`;
const book = (key: string, ...fields: string[]) =>
  `@book{${key}, author = {Soto, Eva}, title = {Harbours}, date = {1987}${fields.map((field) => `, ${field}`).join('')}}`;

const rows: Row[] = [
  ['ris-in-latin-1', 'Nothing.', { 'a.ris': { latin1: ris('Bahías') } }, ['file-is-utf8 a.ris:4']],
  [
    'biblatex-in-latin-1',
    'Nothing.',
    { 'a.bib': { latin1: '@book{a, title = {Bahías}}\n' } },
    ['file-is-utf8 a.bib:1'],
  ],
  [
    'json-in-latin-1',
    'Nothing.',
    { 'references.json': { latin1: json(item('a', { title: 'Bahías' })) } },
    ['file-is-utf8 references.json:2'],
  ],
  ['ris-with-a-mark', '[](<work:Soto 1987 Bahías>)', { 'a.ris': `\uFEFF${ris('Bahías')}` }, []],
  ['biblatex-with-a-mark', '[](work:a)', { 'a.bib': `\uFEFF${bib(book('a'))}` }, []],
  ['json-with-a-mark', '[](work:a)', { 'references.json': `\uFEFF${json(item('a'))}` }, []],
  [
    'yaml-with-a-mark',
    '[](work:a)',
    { 'references.yaml': '\uFEFFreferences:\n  - { id: a, type: book, title: Harbours }\n' },
    [],
  ],
  ['ris-of-windows', '[](<work:Soto 1987 Bahías>)', { 'a.ris': ris('Bahías').replaceAll('\n', '\r\n') }, []],
  [
    'keys-that-collide',
    '[](work:soto-1987)',
    { 'references.json': json(item('Soto_1987'), item('soto:1987', { title: 'Piers' })) },
    ['entity-id-is-unique references.json:3'],
  ],
  [
    'keys-that-collide-in-biblatex',
    '[](work:soto-1987)',
    { 'a.bib': bib(book('Soto_1987'), book('soto:1987')) },
    ['entity-id-is-unique a.bib:2'],
  ],
  [
    'keys-that-collide-by-accents',
    '[](work:munoz-1987)',
    { 'references.json': json(item('Muñoz-1987'), item('munoz-1987')) },
    ['entity-id-is-unique references.json:3'],
  ],
  [
    'two-files',
    '[](work:a) and [](work:b)',
    { 'a.bib': bib(book('a')), 'references.json': json(item('b', { title: 'Piers' })) },
    [],
  ],
  [
    'a-work-in-two-files',
    '[](work:a)',
    { 'a.bib': bib(book('a')), 'references.json': json(item('a')) },
    ['entity-id-is-unique references.json:2'],
  ],
  [
    'a-key-twice',
    '[](work:a)',
    { 'references.json': json(item('a'), item('a')) },
    ['entity-id-is-unique references.json:3'],
  ],
  [
    'a-key-twice-in-biblatex',
    '[](work:a)',
    { 'a.bib': bib(book('a'), book('a')) },
    ['entity-id-is-unique a.bib:2'],
  ],
  [
    'a-key-twice-in-ris',
    '[](work:a)',
    { 'a.ris': ris('Harbours', 'ID  - a') + ris('Piers', 'ID  - a') },
    ['entity-id-is-unique a.ris:11'],
  ],
  [
    'a-set',
    '[](work:a)',
    { 'a.bib': bib('@set{both, entryset = {a, b}}', book('a'), '@book{b, title = {Piers}}') },
    ['bibliography-is-kept-whole a.bib:1', 'work-is-cited a.bib:3'],
  ],
  [
    'a-set-that-is-cited',
    '[](work:both)',
    { 'a.bib': bib('@set{both, entryset = {a}}', book('a')) },
    ['entity-is-known article.md:7', 'bibliography-is-kept-whole a.bib:1', 'work-is-cited a.bib:2'],
  ],
  [
    'a-macro',
    '[](work:a)',
    { 'a.bib': bib('@string{alt = {Altiplano}}', book('a', 'publisher = alt # { Press}')) },
    [],
  ],
  [
    'a-macro-that-nobody-defined',
    '[](work:a)',
    { 'a.bib': bib(book('a', 'publisher = alt')) },
    ['bibliography-is-well-formed a.bib:1'],
  ],
  [
    'a-part-of-a-book',
    '[](work:a) and [](work:b)',
    {
      'a.bib': bib(
        '@incollection{a, author = {Soto, Eva}, title = {Reeds}, pages = {4-5}, crossref = {b}}',
        '@collection{b, editor = {Quispe, Rosa}, title = {Shores}, date = {1999}}',
      ),
    },
    [],
  ],
  [
    'a-part-of-no-book',
    '[](work:a)',
    { 'a.bib': bib(book('a', 'crossref = {none}')) },
    ['bibliography-is-well-formed a.bib:1'],
  ],
  [
    'a-part-of-itself',
    '[](work:a)',
    { 'a.bib': bib(book('a', 'crossref = {a}')) },
    ['bibliography-is-well-formed a.bib:1'],
  ],
  [
    'parts-of-each-other',
    '[](work:a) and [](work:b)',
    { 'a.bib': bib(book('a', 'crossref = {b}'), '@book{b, title = {Piers}, crossref = {a}}') },
    ['bibliography-is-well-formed a.bib:1', 'bibliography-is-well-formed a.bib:2'],
  ],
  [
    'no-title',
    'Nothing.',
    { 'references.json': json(item('a', { title: undefined })) },
    ['bibliography-is-well-formed references.json:2'],
  ],
  [
    'an-empty-title',
    'Nothing.',
    { 'references.json': json(item('a', { title: ' ' })) },
    ['bibliography-is-well-formed references.json:2'],
  ],
  [
    'no-title-in-biblatex',
    'Nothing.',
    { 'a.bib': bib('@book{a, author = {Soto, Eva}, date = {1987}}') },
    ['bibliography-is-well-formed a.bib:1'],
  ],
  [
    'no-title-in-ris',
    'Nothing.',
    { 'a.ris': 'TY  - BOOK\nAU  - Soto, Eva\nER  - \n' },
    ['bibliography-is-well-formed a.ris:1'],
  ],
  [
    'no-title-among-others',
    '[](work:b)',
    { 'references.json': json(item('a', { title: undefined }), item('b')) },
    ['bibliography-is-well-formed references.json:2'],
  ],
  [
    'a-key-in-another-script',
    '[](work:李1987) and [](work:сото1987)',
    { 'references.json': json(item('李1987'), item('сото1987', { title: 'Piers' })) },
    [],
  ],
  ['a-key-in-another-script-in-biblatex', '[](work:李1987)', { 'a.bib': bib(book('李1987')) }, []],
  [
    'a-key-of-signs',
    'Nothing.',
    { 'references.json': json(item('***')) },
    ['entity-id-is-well-formed references.json:2'],
  ],
  [
    'pages-turned-round',
    '[](work:a)',
    { 'references.json': json(item('a', { page: '172-147' })) },
    ['locator-range-ascends references.json:2'],
  ],
  [
    'pages-turned-round-in-ris',
    '[](work:a)',
    { 'a.ris': ris('Reeds', 'ID  - a', 'SP  - 55', 'EP  - 40') },
    ['locator-range-ascends a.ris:6'],
  ],
  [
    'pages-turned-round-in-biblatex',
    '[](work:a)',
    { 'a.bib': bib(book('a', 'pages = {xv--xii}')) },
    ['locator-range-ascends a.bib:1'],
  ],
  [
    'pages-that-are-shortened',
    '[](work:a)',
    { 'references.json': json(item('a', { page: '1189-97, 2021-15, S12-S8' })) },
    [],
  ],
  ['roman-pages', '[](work:a)', { 'references.json': json(item('a', { page: 'xii-xx' })) }, []],
  [
    'roman-pages-before-others',
    '[](work:a "pp. xii-xx, 3-5")',
    { 'references.json': json(item('a', { page: 'xii-50' })) },
    [],
  ],
  [
    'no-works',
    'Nothing.',
    { 'a.ris': '\n', 'a.bib': '% nothing\n' },
    ['bibliography-is-well-formed a.bib:1', 'bibliography-is-well-formed a.ris:1'],
  ],
];

const found = new Map<string, string[]>();
let folder: string;
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  const write = (at: string, bytes: string | Buffer) => {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), bytes);
  };
  write(
    'tinkuy.yaml',
    // The texts are of one project only to be checked at once: what is one key in several is not one work.
    'base: https://example.org/r/\neditions: { en: en-US }\nrules: { reference-is-complete: off, publications-agree: off }\n',
  );
  const head =
    'title: On rivers\nlanguage: en\nlicence: { text: all-rights-reserved, data: all-rights-reserved }\nversion: 1.0.0';
  for (const [name, text, bibliography] of rows) {
    write(`source/${name}/article.md`, `---\n${head}\n---\n${text}\n`);
    for (const [at, words] of Object.entries(bibliography))
      write(`source/${name}/${at}`, typeof words === 'string' ? words : Buffer.from(words.latin1, 'latin1'));
  }
  const { out, err } = await runInProcess(folder, 'check', '--reporter', 'json', '--no-cache');
  expect(err).toBe('');
  const { findings } = JSON.parse(out) as {
    findings: { rule: string; path: string; start: { line: number } }[];
  };
  for (const { rule, path: at, start } of findings) {
    const [, name = '', file] = at.split('/');
    found.set(name, [...(found.get(name) ?? []), `${rule} ${file}:${start.line}`]);
  }
}, 300_000);

test.each(rows)('%s', (name, _, __, expected) => {
  expect((found.get(name) ?? []).sort()).toEqual([...expected].sort());
});

test('nothing else is found', () => {
  const names = rows.map(([name]) => name);
  expect([...found.keys()].filter((name) => !names.includes(name))).toEqual([]);
});
