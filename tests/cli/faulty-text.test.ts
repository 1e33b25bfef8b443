import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyJournal } from './copy-journal.ts';
import { readTree } from './read-tree.ts';
import { runInProcess } from './run-in-process.ts';

/** The journal, built once. */
async function buildJournal(): Promise<string> {
  const folder = copyJournal(temporaryFolder());
  expect(await runInProcess(folder, 'build')).toMatchObject({ code: 0, err: '' });
  return folder;
}

const distOf = (folder: string) => readTree(path.join(folder, 'dist'));

function edit(folder: string, at: string, change: (text: string) => string): void {
  const full = path.join(folder, at);
  const before = readFileSync(full, 'utf8');
  expect(change(before)).not.toBe(before);
  writeFileSync(full, change(before));
}

/** A statement of an edition that the source does not make. */
const breakLength = (text: string) => text.replace('de [1,528', 'de [1,582');
/** Other words for the same. */
const reword = (text: string) => text.replace('comparten', 'tienen');
const isShared = (at: string) => !/demo|second|third|manifest/.test(at);

describe('a text with a mistake', () => {
  test('stays as it was published, and holds back no other', async () => {
    const folder = await buildJournal();
    const before = distOf(folder);
    edit(folder, 'locales/es/second.po', breakLength);
    edit(folder, 'locales/es/third.po', reword);
    const { code, out } = await runInProcess(folder, 'build');
    expect(code).toBe(1);
    expect(out).toContain('second: held by an error; what is published of it stays as it was.');
    expect(out).toContain('statement-agrees-across-editions');
    const after = distOf(folder);
    const changed = [...after].filter(([at, text]) => before.get(at) !== text).map(([at]) => at);
    expect(changed).toContain('es/third.md');
    expect(changed.filter((at) => at.includes('second'))).toEqual([]);
    expect([...before.keys()].filter((at) => !after.has(at))).toEqual([]);
    const manifest = JSON.parse(after.get('manifest.json') ?? '{}');
    expect(manifest.held).toEqual([{ name: 'second', isPublished: true }]);
    expect(Object.keys(manifest.publications)).toEqual(['demo', 'second', 'third']);
    expect(manifest.files.map((file: { path: string }) => file.path)).toContain('es/second.md');
  });

  test('still gives what it says to the documents that all share', async () => {
    const folder = await buildJournal();
    const before = distOf(folder);
    edit(folder, 'locales/es/second.po', breakLength);
    expect((await runInProcess(folder, 'build')).code).toBe(1);
    const after = distOf(folder);
    for (const [at, text] of before) if (isShared(at)) expect(after.get(at), at).toBe(text);
  });

  test('that was never published is told of, and the others are published', async () => {
    const folder = await buildJournal();
    rmSync(path.join(folder, 'dist'), { recursive: true });
    edit(folder, 'locales/es/second.po', breakLength);
    expect((await runInProcess(folder, 'build')).code).toBe(1);
    const files = distOf(folder);
    expect([...files.keys()].filter((at) => at.includes('second'))).toEqual([]);
    expect(files.has('es/third.md')).toBe(true);
    expect(JSON.parse(files.get('manifest.json') ?? '{}').held).toEqual([
      { name: 'second', isPublished: false },
    ]);
  });

  test.each([
    ['an article that is not UTF-8', 'source/second/article.md', Buffer.from([0x23, 0x20, 0xff, 0xfe])],
    ['records that are no YAML', 'source/second/entities/more.yaml', Buffer.from('a: [\n')],
    ['a catalog that is none', 'locales/es/second.po', Buffer.from('msgid "a\n')],
    ['front matter that is none', 'source/second/article.md', Buffer.from('---\ntitle: [\n---\n\n# A\n')],
  ])('is held for %s', async (_, at, bytes) => {
    const folder = await buildJournal();
    const before = distOf(folder);
    writeFileSync(path.join(folder, at), bytes);
    edit(folder, 'locales/es/third.po', reword);
    const { code, out } = await runInProcess(folder, 'build');
    expect({ code, isHeld: out.includes('second: held by an error') }).toEqual({ code: 1, isHeld: true });
    const after = distOf(folder);
    for (const [path_, text] of before) if (path_.includes('second')) expect(after.get(path_)).toBe(text);
    expect(after.get('es/third.md')).not.toBe(before.get('es/third.md'));
  });

  test('mended, is published, and the manifest speaks of no other state', async () => {
    const folder = await buildJournal();
    const before = distOf(folder);
    edit(folder, 'locales/es/second.po', breakLength);
    await runInProcess(folder, 'build');
    edit(folder, 'locales/es/second.po', (text) => text.replace('de [1,582', 'de [1,528'));
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    expect(distOf(folder)).toEqual(before);
  });

  test('holds all with --strict, and so does what concerns all', async () => {
    const folder = await buildJournal();
    edit(folder, 'locales/es/second.po', breakLength);
    edit(folder, 'locales/es/third.po', reword);
    const before = distOf(folder);
    const strict = await runInProcess(folder, 'build', '--strict');
    expect({ code: strict.code, isUntouched: strict.out.includes('dist was left as it was.') }).toEqual({
      code: 1,
      isUntouched: true,
    });
    edit(folder, 'tinkuy.yaml', (text) => `${text}\nmentoins: all\n`);
    expect((await runInProcess(folder, 'build')).code).toBe(1);
    expect(distOf(folder)).toEqual(before);
  });

  test('does not take a correction that somebody made in it by hand', async () => {
    const folder = await buildJournal();
    edit(folder, 'locales/es/second.po', breakLength);
    edit(folder, 'dist/es/second.md', (text) => text.replace('1,528', '1.530'));
    const corrected = readFileSync(path.join(folder, 'dist/es/second.md'), 'utf8');
    await runInProcess(folder, 'build');
    expect(readFileSync(path.join(folder, 'dist/es/second.md'), 'utf8')).toBe(corrected);
  });
});
