import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { runInProcess } from './run-in-process.ts';

/** Exports as programs write them: each is a publication of its own, with the same three works. */
const exports = [
  'better-bibtex-biblatex',
  'better-bibtex-csl-json',
  'better-bibtex-csl-yaml',
  'endnote-ris',
  'jabref',
  'mendeley-ris',
  'zotero-biblatex',
  'zotero-csl-json',
  'zotero-csl-json-with-keys',
  'zotero-interface-csl-json',
  'zotero-ris',
];

const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  copyFixture('bibliographies', folder);
  const { code, out } = await runInProcess(folder, 'build', '--strict');
  expect({ code, out: code === 0 ? '' : out }).toEqual({ code: 0, out: '' });
});

test.each(exports)('%s goes in unedited, and all facts arrive', (name) => {
  const items = JSON.parse(readFileSync(path.join(folder, `dist/data/${name}-references.json`), 'utf8')) as {
    title: string;
    author: Record<string, string>[];
  }[];
  const find = (word: string) => items.find(({ title }) => title.startsWith(word));
  const [first, second] = find('Harbours')?.author ?? [];
  expect([first?.['non-dropping-particle'], first?.family].filter(Boolean).join(' ')).toBe('de la Cruz');
  expect(second).toEqual({ literal: 'World Bank' });
  expect(find('Harbours')).toMatchObject({
    type: 'book',
    translator: [{ family: 'Quispe', given: 'Rosa' }],
    publisher: 'Altiplano',
    'publisher-place': 'La Paz',
    issued: { 'date-parts': [[1987]] },
    accessed: { 'date-parts': [[2020, 1, 2]] },
    ISBN: '978-1-4028-9462-6',
    URL: 'https://example.org/harbours',
    language: 'es',
  });
  expect(find('Tides')).toMatchObject({
    type: 'article-journal',
    title: expect.stringMatching(/^Tides & tolls: <i>totora<\/i> boats$/i),
    'container-title': 'Journal of Lakes',
    volume: '12',
    issue: '3',
    page: '20-35',
    DOI: '10.1000/lakes.7',
    issued: { 'date-parts': [[2007, 6, 12]] },
    language: 'en',
  });
  expect(find('Reeds')).toMatchObject({
    type: 'chapter',
    'container-title': 'Shores',
    editor: [{ family: 'Quispe', given: 'Rosa' }],
    page: '40-55',
    issued: { 'date-parts': [[1999]] },
    language: 'pt-BR',
  });
});

/** Ids and dates as reference managers write them: what is cited, what the list prints, what is found. */
const forms: [name: string, item: object, cited: string, printed: string, rules: string[]][] = [
  ['id-with-capitals', { id: 'sotoPuertos1987' }, 'sotoPuertos1987', '(1987)', []],
  ['id-cited-as-mapped', { id: 'sotoPuertos1987' }, 'sotopuertos1987', '(1987)', []],
  [
    'id-that-is-an-address',
    { id: 'http://zotero.org/users/7/items/QWER2345' },
    'http://zotero.org/users/7/items/QWER2345',
    '(1987)',
    [],
  ],
  ['id-of-a-database', { id: 'DBLP:conf/x/Soto_87.1' }, 'DBLP:conf/x/Soto_87.1', '(1987)', []],
  ['id-in-another-script', { id: '李1987' }, '李1987', '(1987)', []],
  ['id-of-another-key', { id: 'Soto_1987' }, 'soto_1987', '(1987)', ['entity-id-is-well-formed']],
  [
    'date-before-christ',
    { issued: { 'date-parts': [[-27]] } },
    'a',
    '(27 B.C.E.)',
    ['bibliography-is-kept-whole'],
  ],
  ['date-in-press', { issued: { literal: 'in press' } }, 'a', '(in press)', ['bibliography-is-kept-whole']],
  [
    'date-range-of-years',
    { issued: { 'date-parts': [[1987], [1992]] } },
    'a',
    '(1987–1992)',
    ['bibliography-is-kept-whole'],
  ],
  [
    'date-open-range',
    { issued: { 'date-parts': [[1987], null] } },
    'a',
    '(1987–)',
    ['bibliography-is-kept-whole'],
  ],
  [
    'date-about',
    { issued: { 'date-parts': [[1650]], circa: true } },
    'a',
    '(ca. 1650)',
    ['bibliography-is-kept-whole'],
  ],
  ['date-as-texts', { issued: { 'date-parts': [['1987', '6']] } }, 'a', '(1987)', []],
];

test('ids and dates in the forms of exports', async () => {
  const files: Record<string, string> = {
    'tinkuy.yaml': 'base: https://example.org/r/\neditions: { en: en-US }\n',
  };
  for (const [name, item, cited] of forms) {
    const licence = 'licence: { text: all-rights-reserved, data: all-rights-reserved }';
    files[`source/${name}/article.md`] =
      `---\ntitle: On rivers\nlanguage: en\n${licence}\n---\n\nSee [](<work:${cited}>).\n`;
    const author = [{ family: 'Soto', given: 'Eva' }];
    const issued = { 'date-parts': [[1987]] };
    const whole = { id: 'a', type: 'book', title: 'Harbours', author, issued, ...item };
    files[`source/${name}/references.json`] = JSON.stringify([whole]);
  }
  const known = forms.filter(([, , , , rules]) => !rules.includes('entity-id-is-well-formed'));
  const isOf = (at: string) =>
    known.some(([name]) => at.startsWith(`source/${name}/`)) || at === 'tinkuy.yaml';
  const all = await runInProcess(temporaryFolder(files), 'check', '--reporter', 'json');
  const { findings } = JSON.parse(all.out) as { findings: { rule: string; path: string }[] };
  const found = forms.map(([name]) => [
    name,
    findings.filter(({ path: at }) => at.startsWith(`source/${name}/`)).map(({ rule }) => rule),
  ]);
  expect(found).toEqual(forms.map(([name, , , , rules]) => [name, rules]));

  const built = temporaryFolder(Object.fromEntries(Object.entries(files).filter(([at]) => isOf(at))));
  expect((await runInProcess(built, 'build')).code).toBe(0);
  for (const [name, , , printed] of known) {
    const edition = readFileSync(path.join(built, `dist/en/${name}.md`), 'utf8');
    expect(edition.slice(edition.indexOf('## References'))).toContain(printed);
  }
});
