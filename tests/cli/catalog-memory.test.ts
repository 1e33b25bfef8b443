import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readCatalog } from '../../pipeline/translation/read-catalog.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { runInProcess } from './run-in-process.ts';

const front = `---
title: Another border
language: en
authors:
  - name: Ana Example
licence:
  text: https://creativecommons.org/licenses/by/4.0/
  data: https://creativecommons.org/publicdomain/zero/1.0/
---
`;

/** The project of tests/fixtures/rule-base with a second publication of these paragraphs. */
function projectWith(paragraphs: string[], files: Record<string, string> = {}): string {
  const folder = temporaryFolder();
  copyFixture('rule-base', folder);
  const all = { 'source/second/article.md': `${front}\n${paragraphs.join('\n\n')}\n`, ...files };
  for (const [at, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), text);
  }
  return folder;
}

interface Entry {
  msgstr: string;
  fuzzy: boolean;
  previous: string | undefined;
}

/** Entries of a catalog by msgid. */
function entriesOf(folder: string, at: string): Map<string, Entry> {
  const { value } = readCatalog({ path: at, text: readFileSync(path.join(folder, at), 'utf8') }, 'es');
  return new Map(
    value.entries.map(({ msgid, msgstr, fuzzy, previous }) => [
      msgid,
      { msgstr, fuzzy, previous: previous?.msgid },
    ]),
  );
}

const sameSentence =
  '[Peru](country:peru) and [Ecuador](country:ecuador) share a border of [1,528 km](border:ec-pe#length).';
const otherBorder =
  '[Peru](country:peru) and [Colombia](country:colombia) share a border of [1,506 km](border:co-pe#length).';
const records = `border:co-pe:
  name: {en: Border between Colombia and Peru, es: Frontera entre Colombia y Perú, pt: Fronteira entre Colômbia e Peru}
country:colombia:
  name: {en: Colombia, es: Colombia, pt: Colômbia}
`;

test('a second publication gets the sentences that the first one has, confirmed', async () => {
  const folder = projectWith([sameSentence, 'Nobody ever wrote this down before.']);
  const { code, err } = await runInProcess(folder, 'catalog', 'sync');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const entries = entriesOf(folder, 'locales/es/second.po');
  expect(entries.get(sameSentence)).toEqual({
    msgstr:
      'El [Perú](country:peru) y el [Ecuador](country:ecuador) comparten una frontera de [1,528 km](border:ec-pe#length).',
    fuzzy: false,
    previous: undefined,
  });
  expect(entries.get('Nobody ever wrote this down before.')?.msgstr).toBe('');
});

test('a sentence on another entity comes with names, links and numbers exchanged, in each language’s writing', async () => {
  const folder = projectWith([otherBorder], { 'source/second/entities/all.yaml': records });
  await runInProcess(folder, 'catalog', 'sync');
  expect(entriesOf(folder, 'locales/es/second.po').get(otherBorder)).toEqual({
    msgstr:
      'El [Perú](country:peru) y el [Colombia](country:colombia) comparten una frontera de [1,506 km](border:co-pe#length).',
    fuzzy: true,
    previous: sameSentence,
  });
  expect(entriesOf(folder, 'locales/pt/second.po').get(otherBorder)).toMatchObject({
    msgstr: expect.stringContaining('[Colômbia](country:colombia)'),
    fuzzy: true,
  });
  expect(entriesOf(folder, 'locales/pt/second.po').get(otherBorder)?.msgstr).toContain(
    '[1.506 km](border:co-pe#length)',
  );
});

const memory = (...pairs: [string, string][]): string =>
  [
    'msgid ""\nmsgstr "Language: es\\nContent-Type: text/plain; charset=UTF-8\\n"\n',
    ...pairs.map(([msgid, msgstr]) => `msgid "${msgid}"\nmsgstr "${msgstr}"\n`),
  ].join('\n');

test('files of the memory fill new entries, and those that nobody has translated', async () => {
  const folder = projectWith(['It rains.']);
  await runInProcess(folder, 'catalog', 'sync');
  expect(entriesOf(folder, 'locales/es/second.po').get('It rains.')?.msgstr).toBe('');
  mkdirSync(path.join(folder, 'locales/es/memory'));
  writeFileSync(path.join(folder, 'locales/es/memory/old.po'), memory(['It rains.', 'Llueve.']));
  await runInProcess(folder, 'catalog', 'sync');
  expect(entriesOf(folder, 'locales/es/second.po').get('It rains.')).toMatchObject({
    msgstr: 'Llueve.',
    fuzzy: false,
  });
});

test('a text with two translations is for a translator to decide', async () => {
  const folder = projectWith(['It rains.'], {
    'locales/es/memory/a.po': memory(['It rains.', 'Llueve.']),
    'locales/es/memory/b.po': memory(['It rains.', 'Está lloviendo.']),
  });
  const { code, err } = await runInProcess(folder, 'catalog', 'sync');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(entriesOf(folder, 'locales/es/second.po').get('It rains.')).toMatchObject({
    msgstr: 'Llueve.',
    fuzzy: true,
  });
});

test('a broken file of the memory is told once, and what can be read of it serves', async () => {
  const broken = `${memory(['It rains.', 'Llueve.'])}\nmsgid "half\n\nmsgid "more\n\n${memory(['It snows.', 'Nieva.'])}`;
  const folder = projectWith(['It rains.'], { 'locales/es/memory/old.po': broken });
  const { code, out, err } = await runInProcess(folder, 'catalog', 'sync');
  expect(code).toBe(0);
  expect((out + err).match(/locales\/es\/memory\/old\.po/g)).toHaveLength(1);
  expect(out + err).toContain('catalog-is-well-formed');
  expect(entriesOf(folder, 'locales/es/second.po').get('It rains.')?.msgstr).toBe('Llueve.');
  expect(readFileSync(path.join(folder, 'locales/es/memory/old.po'), 'utf8')).toBe(broken);
});

test('a memory of another language, or from another one, is not used', async () => {
  const wrong = memory(['It rains.', 'Chove.']).replace('Language: es', 'Language: pt');
  const reversed = memory(['It rains.', 'Piove.']).replace(
    'Language: es',
    'Language: es\\nX-Source-Language: fr',
  );
  const folder = projectWith(['It rains.'], {
    'locales/es/memory/a.po': wrong,
    'locales/es/memory/b.po': reversed,
  });
  const { code, out } = await runInProcess(folder, 'catalog', 'sync');
  expect(code).toBe(0);
  expect(out).toContain('catalog-language-matches');
  expect(entriesOf(folder, 'locales/es/second.po').get('It rains.')?.msgstr).toBe('');
});

test('a build does not look at the memory', async () => {
  const folder = projectWith([], { 'locales/es/memory/old.po': 'not a catalog' });
  writeFileSync(path.join(folder, 'locales/es/memory/latin.po'), Buffer.from([0xe9]));
  const { out, err } = await runInProcess(folder, 'check');
  expect(out + err).not.toContain('memory');
});

test('a second synchronization changes nothing', async () => {
  const folder = projectWith([sameSentence, otherBorder, 'It rains.'], {
    'locales/es/memory/old.po': memory(['It rains.', 'Llueve.']),
  });
  await runInProcess(folder, 'catalog', 'sync');
  const read = () =>
    ['es', 'pt'].map((language) => readFileSync(path.join(folder, `locales/${language}/second.po`), 'utf8'));
  const first = read();
  await runInProcess(folder, 'catalog', 'sync');
  expect(read()).toEqual(first);
});
