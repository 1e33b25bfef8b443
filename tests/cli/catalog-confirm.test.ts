import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { catalogPath, entriesOf, openHistory, readHistory, stateOf, sync } from './edit-history.ts';
import { runInProcess } from './run-in-process.ts';

/** A project after the edit of a history, synchronized. */
async function open(history: string): Promise<string> {
  const folder = openHistory(history);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await sync(folder, readHistory(history, 'after.md'));
  return folder;
}

function read(folder: string): string {
  return readFileSync(path.join(folder, catalogPath), 'utf8');
}

function fuzzyOf(folder: string): string[] {
  return entriesOf(read(folder))
    .filter((entry) => stateOf(entry) === 'fuzzy')
    .map(({ msgid }) => msgid);
}

function confirm(folder: string, ...options: string[]) {
  return runInProcess(folder, 'catalog', 'confirm', ...options);
}

test.each(['typo', 'change-case', 'change-punctuation', 'change-and-undo'])(
  '%s costs no translator: the translation is confirmed as it is',
  async (history) => {
    const folder = await open(history);
    const [msgid] = fuzzyOf(folder);
    const before = read(folder);
    const { code, out, err } = await confirm(folder, '--edition', 'es');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^locales\/es\/border\.po:\d+: confirmed: “/);
    expect(out).toContain('locales/es/border.po: 1 confirmed, 0 left to revise.\n');
    const withoutMarks = before.replace('#, fuzzy\n', '').replace(/^#\| .*\n/gm, '');
    expect(read(folder)).toBe(withoutMarks);
    expect(msgid).toBeDefined();
    expect(await sync(folder)).toBe(withoutMarks);
  },
);

test.each([
  ['change-number', 'a figure changed', 2],
  ['change-date', 'a figure changed', 1],
  ['change-link', 'a link changed', 1],
  ['rename-entity', 'a link changed', 1],
  ['annotate-words', 'a link changed', 1],
  ['change-unit', 'a figure changed', 1],
  ['rename-footnote', 'a footnote changed', 1],
  ['merge', 'a figure changed', 1],
  ['split', 'a footnote changed', 1],
  ['reorder-sentences', 'its words changed', 1],
  ['change-heading-slightly', 'its words changed', 1],
  ['change-markup', 'its translation has other links or markup', 1],
  ['draft-and-typo', 'nobody knows which text it was made for', 1],
])('%s is left to a translator: %s', async (history, reason, count) => {
  const folder = await open(history);
  const before = read(folder);
  expect(fuzzyOf(folder)).toHaveLength(count);
  const { code, out } = await confirm(folder);
  expect(code).toBe(0);
  expect(out.split(`: left to a translator (${reason}): “`)).toHaveLength(count + 1);
  expect(read(folder)).toBe(before);
});

test('--dry-run tells and writes nothing', async () => {
  const folder = await open('typo');
  const before = read(folder);
  const { out } = await confirm(folder, '--dry-run');
  expect(out).toMatch(/1 confirmed, 0 left to revise\.\nNothing was written\.\n$/);
  expect(read(folder)).toBe(before);
});

test('--all confirms whatever changed, and check still compares it', async () => {
  const folder = await open('change-number');
  // The translation keeps the old number.
  writeFileSync(path.join(folder, catalogPath), read(folder).replace('creció un 31%', 'creció un 28%'));
  const { code, out } = await confirm(folder, '--all', '--edition', 'es', '--publication', 'border');
  expect(code).toBe(0);
  expect(out).toContain('2 confirmed, 0 left to revise.');
  expect(fuzzyOf(folder)).toEqual([]);
  const check = await runInProcess(folder, 'check');
  expect(check.out).toMatch(/locales\/es\/border\.po/);
  expect(check.out).toContain('28');
});

test('--line confirms one translation, whatever changed in it', async () => {
  const folder = await open('change-number');
  const line = read(folder).split('\n').indexOf('msgid "135"') + 1;
  for (const option of [`${line}`, `${catalogPath}:${line}`, `./${catalogPath}:${line - 3}`]) {
    const before = read(folder);
    const { code, out } = await confirm(folder, '--line', option);
    expect(code, out).toBe(0);
    expect(out).toMatch(/confirmed: “135”/);
    expect(fuzzyOf(folder)).toEqual(['Trade grew by 31% in the first year of peace.']);
    writeFileSync(path.join(folder, catalogPath), before);
  }
});

test('a line without a translation to revise is told, and counts as a finding', async () => {
  const folder = await open('typo');
  const { code, out } = await confirm(folder, '--line', '1,9999');
  expect(code).toBe(1);
  expect(out).toContain(`${catalogPath}:1: there is no translation to revise at this line.`);
  expect(out).toContain(`${catalogPath}:9999: there is no`);
});

test('nothing to confirm is told', async () => {
  expect(await confirm(await open('move'))).toEqual({
    code: 0,
    out: 'There is no translation to revise.\n',
    err: '',
  });
});

test.each([
  [['--edition', 'pt'], /--edition cannot be pt; it is one of es\./],
  [
    ['--publication', 'boarder'],
    /--publication cannot be boarder; it is one of border\.\nDid you mean border\?/,
  ],
  [['--line', 'x'], /--line takes the number of a line/],
  [['--line', '0'], /--line takes the number of a line/],
  [
    ['--line', 'locales/pt/border.po:3'],
    /--line cannot be locales\/pt\/border\.po; it is one of locales\/es\/border\.po/,
  ],
  [['--line', '3', '--all'], /--all and --line exclude each other/],
])('wrong use: %j', async (options, message) => {
  const folder = await open('typo');
  const before = read(folder);
  const { code, out, err } = await confirm(folder, ...options);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(message);
  expect(read(folder)).toBe(before);
});

test('a line of several catalogs needs a path', async () => {
  const folder = await open('typo');
  const configuration = path.join(folder, 'tinkuy.yaml');
  writeFileSync(configuration, `${readFileSync(configuration, 'utf8')}  pt: pt-BR\n`);
  await sync(folder);
  const { code, err } = await confirm(folder, '--line', '3');
  expect(code).toBe(2);
  expect(err).toContain('write locales/es/border.po:3.');
  expect((await confirm(folder, '--edition', 'es', '--line', '3')).code).toBe(1);
});

test('a broken catalog is not touched', async () => {
  const folder = await open('typo');
  writeFileSync(path.join(folder, catalogPath), `${read(folder)}\nmsgid "half\n`);
  const before = read(folder);
  const { code, out } = await confirm(folder, '--all');
  expect(code).toBe(1);
  expect(out).toContain('catalog-is-well-formed');
  expect(read(folder)).toBe(before);
});
