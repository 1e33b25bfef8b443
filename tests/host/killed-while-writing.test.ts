import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openFolder } from '../../pipeline/host/open-folder.ts';
import { readTree } from '../cli/read-tree.ts';
import { temporaryFolder } from './temporary-folder.ts';

const program = fileURLToPath(new URL('write-forever.mjs', import.meta.url));
/** How often each is killed; a longer run: TINKUY_KILLS=200. */
const kills = Number(process.env.TINKUY_KILLS ?? 8);

/** Starts the program in a folder and kills it at a moment that nobody chose. */
async function kill(which: string, root: string, moment: number): Promise<void> {
  const child = fork(program, [which, root], { stdio: 'ignore' });
  await once(child, 'message');
  await new Promise((resolve) => setTimeout(resolve, moment));
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** What the next command does before anything else. */
function openNext(root: string): void {
  openFolder(root, { cwd: root, keep: undefined });
}

function versionsIn(root: string): Set<string> {
  return new Set([...readTree(root).values()].map((text) => text.slice(0, 'version 0'.length)));
}

describe.each(['outputs', 'files'])('a command that is killed while it writes %s', (which) => {
  test('leaves the old or the new ones once the next has begun, and nothing beside them', async () => {
    for (let count = 0; count < kills; count += 1) {
      const root = temporaryFolder({ 'tinkuy.yaml': '' });
      await kill(which, root, Math.random() * 60);
      openNext(root);
      const tree = readTree(root);
      tree.delete('tinkuy.yaml');
      const manifest = tree.get('dist/manifest.json');
      if (manifest !== undefined) {
        const { version, files } = JSON.parse(manifest);
        const listed = files.map((file: { path: string }) => `dist/${file.path}`);
        expect([...tree.keys()].filter((at) => at !== 'dist/manifest.json')).toEqual(listed.sort());
        tree.set('dist/manifest.json', `version ${version}`);
      }
      const versions = new Set([...tree.values()].map((text) => text.slice(0, 'version 0'.length)));
      expect([...tree.keys()].filter((at) => /tmp|\.tinkuy/.test(at))).toEqual([]);
      expect(tree.size).toBeGreaterThanOrEqual(60);
      expect(versions.size).toBe(1);
    }
  });
});

const gone = 4194305;
const staging = `dist-${gone}-0a1b2c3d.tmp`;

describe('what a command left is finished', () => {
  test('where all waited, whatever had moved; the manifest with it', () => {
    const root = temporaryFolder({
      'dist/a.md': 'version 1',
      'dist/b.md': 'version 0',
      'dist/stale.md': 'version 0',
      [`${staging}/new/b.md`]: 'version 1',
      [`${staging}/new/c/d.md`]: 'version 1',
      [`${staging}/old/a.md`]: 'version 0',
      [`${staging}/journal.json`]: JSON.stringify({ put: ['a.md', 'b.md', 'c/d.md'], take: ['stale.md'] }),
    });
    openNext(root);
    expect([...readTree(root).keys()]).toEqual(['dist/a.md', 'dist/b.md', 'dist/c/d.md']);
    expect([...versionsIn(root)]).toEqual(['version 1']);
  });

  test.each([
    ['without a journal', {}],
    ['with a journal that was cut off', { [`${staging}/journal.json`]: '{"put":["a' }],
  ])('where not all waited, %s, what waited goes', (_, journal) => {
    const root = temporaryFolder({ 'dist/a.md': 'version 0', [`${staging}/new/a.md`]: 'vers', ...journal });
    openNext(root);
    expect(Object.fromEntries(readTree(root))).toEqual({ 'dist/a.md': 'version 0' });
  });

  test('but the only copies of old files are left to the reader', () => {
    const files = { 'dist/b.md': 'version 1', [`${staging}/old/a.md`]: 'version 0' };
    const root = temporaryFolder(files);
    openNext(root);
    expect(Object.fromEntries(readTree(root))).toEqual(files);
  });

  test('and what a command that still runs has begun is left alone', () => {
    const files = { [`dist-${process.ppid}-0a1b2c3d.tmp/new/a.md`]: 'version 1' };
    const root = temporaryFolder(files);
    openNext(root);
    expect(Object.fromEntries(readTree(root))).toEqual(files);
    // Nobody writes for a day: the number is another process's.
    const yesterday = Date.now() / 1000 - 24 * 60 * 60;
    utimesSync(path.join(root, `dist-${process.ppid}-0a1b2c3d.tmp`), yesterday, yesterday);
    openNext(root);
    expect([...readTree(root).keys()]).toEqual([]);
  });
});

describe('what came with a repository is not followed out of it', () => {
  test('outputs through a link, or by a path that goes up', () => {
    const outside = temporaryFolder();
    const root = temporaryFolder({
      'dist/a.md': 'a',
      [`${staging}/new/en/x.md`]: 'x',
      [`${staging}/journal.json`]: JSON.stringify({
        put: ['en/x.md', '../../x.md', '/x.md'],
        take: ['en/y.md'],
      }),
    });
    symlinkSync(outside, path.join(root, 'dist/en'));
    writeFileSync(path.join(outside, 'y.md'), 'mine');
    openNext(root);
    expect(Object.fromEntries(readTree(outside))).toEqual({ 'y.md': 'mine' });
  });

  test.each([
    [
      'a place outside',
      (outside: string) => [[`${outside}/mine`, `mine.tinkuy-${gone}-0a1b2c3d.new.tmp`, undefined]],
    ],
    ['a file that was not staged', () => [['tinkuy.yaml', 'evil', undefined]]],
    [
      'a path as the name of one',
      () => [['tinkuy.yaml', `../tinkuy.yaml.tinkuy-${gone}-0a1b2c3d.new.tmp`, undefined]],
    ],
  ])('%s', (_, staged) => {
    const outside = temporaryFolder({ mine: 'mine', [`mine.tinkuy-${gone}-0a1b2c3d.new.tmp`]: 'evil' });
    const root = temporaryFolder({ 'tinkuy.yaml': '', evil: 'evil' });
    mkdirSync(path.join(root, '.tinkuy/journal'), { recursive: true });
    const relative = path.relative(root, outside);
    const journal = path.join(root, `.tinkuy/journal/${gone}-0a1b2c3d`);
    writeFileSync(`${journal}.json`, JSON.stringify({ folders: [relative] }));
    writeFileSync(`${journal}.moves.json`, JSON.stringify({ staged: staged(relative) }));
    openNext(root);
    expect(readFileSync(path.join(outside, 'mine'), 'utf8')).toBe('mine');
    expect(existsSync(path.join(outside, `mine.tinkuy-${gone}-0a1b2c3d.new.tmp`))).toBe(true);
    expect(readFileSync(path.join(root, 'tinkuy.yaml'), 'utf8')).toBe('');
    expect(existsSync(path.join(root, 'evil'))).toBe(true);
  });
});
