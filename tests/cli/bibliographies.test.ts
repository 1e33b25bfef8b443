import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
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

let folder: string;
beforeAll(async () => {
  folder = temporaryFolder();
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
