import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { runInProcess } from './run-in-process.ts';

type Item = Record<string, unknown>;

const soto = [{ family: 'Soto', given: 'Eva' }];
const book: Item = { id: 'soto', type: 'book', title: 'Harbours', author: soto };
const issued = { 'date-parts': [[1987]] };
const old = 'associacao-brasileira-de-normas-tecnicas';

/** A project in Portuguese with one citation; each variable of an item has a line of its own. */
function project(items: readonly Item[], style?: string, matter = '', text = 'Ver [](work:soto).'): string {
  const edition = style === undefined ? 'pt-BR' : `{ tag: pt-BR, citationStyle: ${style} }`;
  const lines = items.map(
    (item) =>
      `{\n${Object.entries(item)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `"${key}": ${JSON.stringify(value)}`)
        .join(',\n')}\n}`,
  );
  return temporaryFolder({
    'tinkuy.yaml': `base: https://example.org/rivers/\neditions:\n  pt: ${edition}\n`,
    'source/t/article.md': `---
title: Sobre os rios
language: pt
authors:
  - name: Ana Example
${matter}licence:
  text: https://creativecommons.org/licenses/by/4.0/
  data: https://creativecommons.org/publicdomain/zero/1.0/
---

## Um

${text}
`,
    'source/t/references.json': `[\n${lines.join(',\n')}\n]\n`,
  });
}

async function findingsOf(folder: string): Promise<string[]> {
  const { out } = await runInProcess(folder, 'check', '--reporter', 'json');
  const { findings } = JSON.parse(out) as {
    findings: { rule: string; path: string; message: string; start: { line: number; column: number } }[];
  };
  return findings.map(({ rule, path: at, start }) => `${rule} ${at}:${start.line}:${start.column}`);
}

async function readList(folder: string): Promise<string> {
  const { code } = await runInProcess(folder, 'build', '--strict');
  expect(code).toBe(0);
  return readFileSync(path.join(folder, 'dist/pt/t.md'), 'utf8');
}

const article: Item = {
  id: 'soto',
  type: 'article-journal',
  title: 'Harbours',
  author: soto,
  'container-title': 'Costa',
  volume: '4',
  page: '11-19',
  issued,
};

test.each<[string, Item, string, string]>([
  ['the DOI of an article', { ...article, DOI: '10.5555/costa.87' }, '10.5555/costa.87', '11:8'],
  [
    'the address of an article',
    { ...article, URL: 'https://costa.example.org/87' },
    'https://costa.example.org/87',
    '11:8',
  ],
  ['the year of a book without publisher', { ...book, issued }, '1987', '7:11'],
  [
    'the address of a book',
    { ...book, publisher: 'Cais', URL: 'https://cais.example.org/h', issued },
    'https://cais.example.org/h',
    '8:8',
  ],
  [
    'the year of a web page',
    { ...book, type: 'webpage', URL: 'https://cais.example.org/h', issued },
    '1987',
    '8:11',
  ],
])(
  'the default Portuguese style prints %s; one that does not is found to',
  async (_, item, printed, place) => {
    const list = await readList(project([item]));
    expect(list.slice(list.indexOf('_references'))).toContain(printed);
    expect(await findingsOf(project([item], old))).toEqual([
      `reference-is-complete source/t/references.json:${place}`,
    ]);
  },
);

test.each<[string, Item, string]>([
  ['a title of one word', { title: 'Harbours', author: undefined }, 'HARBOURS. [S. l.'],
  [
    'an article and the word behind',
    { title: 'A flor prometida', author: undefined },
    'A FLOR prometida. [S. l.',
  ],
  [
    'a preposition with an article',
    { title: 'Nos canaviais do sul', author: undefined },
    'NOS CANAVIAIS do sul. ',
  ],
  ['a quotation mark and a hyphen', { title: '“Guarda-chuva” aberto', author: undefined }, 'GUARDA-CHUVA'],
  ['an author before it', {}, 'SOTO, Eva. **Harbours**.'],
  ['an editor before it', { author: undefined, editor: soto }, 'SOTO, Eva (org.). **Harbours**.'],
  [
    'names that stand for others',
    { author: [...soto, { literal: 'et al.' }] },
    'SOTO, Eva; et al. **Harbours**.',
  ],
])('the Portuguese style begins entries with %s', async (_, more, printed) => {
  const list = await readList(project([{ ...book, issued, ...more }]));
  expect(list.slice(list.indexOf('_references'))).toContain(printed);
});

test.each<[string, Item, string[], string?]>([
  [
    'the publisher of a map, which a style leaves out',
    { type: 'map', publisher: 'Cais' },
    ['reference-is-complete source/t/references.json:8:14'],
    'elsevier-harvard',
  ],
  [
    'the publisher of proceedings',
    { type: 'paper-conference', 'container-title': 'Proceedings', publisher: 'Cais', page: '1-9' },
    [],
  ],
  ['the publisher of a journal, which nobody prints', { ...article, publisher: 'Cais' }, []],
  ['the publisher of a book', { publisher: 'Cais' }, []],
  ['an edition', { publisher: 'Cais', edition: '2' }, []],
  ['a first edition', { publisher: 'Cais', edition: '1' }, []],
  ['a place, which APA has none of', { publisher: 'Cais', 'publisher-place': 'Puno' }, []],
])('of %s the list is asked', async (_, more, findings, style = 'apa') => {
  expect(await findingsOf(project([{ ...book, issued, ...more }], style))).toEqual(findings);
});

test('a style without a reference list is found, once', async () => {
  expect(await findingsOf(project([{ ...book, issued }], 'bluebook-inline'))).toEqual([
    'reference-is-complete tinkuy.yaml:3:36',
  ]);
});

const further: Item = { ...book, id: 'further', title: 'Piers', issued: { 'date-parts': [[1990]] } };

test.each<[string, string, string, string[]]>([
  ['neither cited nor marked', '', 'Ver [](work:soto).', ['work-is-cited source/t/references.json:10:7']],
  ['marked', 'furtherReading: [work:further]\n', 'Ver [](work:soto).', []],
  ['marked with all others', 'furtherReading: all\n', 'Ver [](work:soto).', []],
  ['cited', '', 'Ver [](work:soto) e [Soto, 1990](work:further).', []],
  [
    'marked, but there is none',
    'furtherReading: [work:further, work:none]\n',
    'Ver [](work:soto).',
    ['reference-resolves source/t/article.md:6:32'],
  ],
  [
    'marked in another way',
    'furtherReading: some\n',
    'Ver [](work:soto).',
    ['front-matter-is-well-formed source/t/article.md:6:17'],
  ],
])('a work of the bibliography that is %s', async (_, matter, text, findings) => {
  const found = await findingsOf(project([{ ...book, issued }, further], undefined, matter, text));
  expect(found).toEqual(findings);
});

const pair = (first: unknown, second: unknown): Item[] => [
  { ...book, issued, 'year-suffix': first },
  { ...book, id: 'other', title: 'Piers', issued, 'year-suffix': second },
];

test.each<[string, Item[], string[]]>([
  ['one letter for two works', pair('b', 'b'), ['year-letters-are-distinct source/t/references.json:11:7']],
  ['what is no letter', pair('1', 'b'), ['year-letters-are-distinct source/t/references.json:3:7']],
  ['a letter each', pair('b', 'a'), []],
  ['one letter in two years', [pair('a', 'b')[0] ?? {}, { ...further, 'year-suffix': 'a' }], []],
])('%s', async (_, items, findings) => {
  expect(await findingsOf(project(items, undefined, 'furtherReading: all\n'))).toEqual(findings);
});
