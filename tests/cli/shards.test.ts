import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fakeBucket } from '../host/fake-bucket.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import type { Finding } from './expect-finding.ts';
import { readTree } from './read-tree.ts';
import { type Ran, runTinkuy } from './run-tinkuy.ts';
import { startTinkuy } from './start-tinkuy.ts';
import { journalNames, writeJournal } from './write-journal.ts';

/** What a run leaves: the files of dist/ and those beside their sources. */
function published(folder: string): Map<string, string> {
  return new Map([...readTree(folder)].filter(([at]) => at.startsWith('dist/') || /\.es\.md$/.test(at)));
}

/** What one process makes of a copy of a project, and says. */
function buildAlone(folder: string, ...options: string[]): Ran & { files: Map<string, string> } {
  const copy = path.join(temporaryFolder(), 'project');
  cpSync(folder, copy, { recursive: true });
  return { ...runTinkuy(copy, 'build', ...options), files: published(copy) };
}

/** A journal with a page in English whose words a publication shares. */
function writeJournalWithPages(): string {
  const folder = writeJournal(3);
  const write = (at: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), text);
  };
  const settings = readFileSync(path.join(folder, 'tinkuy.yaml'), 'utf8');
  write('tinkuy.yaml', `${settings}pages: [README.md, "docs/*.md"]\n`);
  for (const [at, name, other] of [
    ['README.md', 'readme', 'docs/guide.md'],
    ['docs/guide.md', 'docs-guide', '../README.md'],
  ]) {
    write(at ?? '', `Of [Town 1](${other}) we know much.\n`);
    const header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: es\\n"\n';
    write(
      `locales/es/${name}.po`,
      `${header}\nmsgid "Of [Town 1](${other}) we know much."\nmsgstr "De [Villa 1](${other}) sabemos mucho."\n`,
    );
  }
  return folder;
}

const shards = (folder: string, store: string, ...parts: string[]) =>
  parts.map((part) => runTinkuy(folder, 'build', '--shard', part, '--store', store));

describe.each([
  ['publications', () => writeJournal(5)],
  ['publications and pages', writeJournalWithPages],
  [
    'publications that cite each other and share records',
    () => {
      const folder = writeJournal(3);
      const [first, second, third] = journalNames(3);
      const edit = (name: string | undefined, more: string) => {
        const at = path.join(folder, 'source', name ?? '', 'article.md');
        writeFileSync(at, `${readFileSync(at, 'utf8')}\n${more}\n`);
        const catalog = path.join(folder, 'locales/es', `${name}.po`);
        const entry = `\nmsgid ${JSON.stringify(more)}\nmsgstr ${JSON.stringify(more)}\n`;
        writeFileSync(catalog, `${readFileSync(catalog, 'utf8')}${entry}`);
      };
      edit(first, `See [Town 2](work:${second}), [Junín](place:junin).`);
      edit(third, `See [Town 9](work:${second?.replace('2', '9')}), [Junín](place:junin).`);
      mkdirSync(path.join(folder, 'source/entities'));
      const record = 'place:junin:\n  name: { und: Junín }\n  kind: town\n';
      writeFileSync(path.join(folder, 'source/entities/places.yaml'), record);
      return folder;
    },
  ],
  [
    'a publication with a mistake',
    () => {
      const folder = writeJournal(3);
      const at = path.join(folder, 'source', journalNames(3)[1] ?? '', 'article.md');
      writeFileSync(at, readFileSync(at, 'utf8').replace('#population', '#populaton'));
      return folder;
    },
  ],
])('%s', (_, write) => {
  test('in shards, joined, are what one process makes and says', () => {
    const folder = write();
    const { files, out, code } = buildAlone(folder);
    const store = temporaryFolder();
    for (const part of shards(folder, store, '1/3', '3/3', '2/3')) expect(part).toMatchObject({ code: 0 });
    expect(existsSync(path.join(folder, 'dist'))).toBe(false);
    expect(runTinkuy(folder, 'join', '--store', store)).toEqual({ code, out, err: expect.any(String) });
    expect(published(folder)).toEqual(files);
  });

  test('in two processes of this machine are what one makes and says', () => {
    const folder = write();
    const { files, out, code } = buildAlone(folder);
    expect(runTinkuy(folder, 'build', '--workers', '2')).toEqual({ code, out, err: '' });
    expect(published(folder)).toEqual(files);
  });
});

test('a bucket holds what a folder does', async () => {
  const folder = writeJournal(2);
  const { files } = buildAlone(folder);
  const { env, objects } = await fakeBucket();
  const run = (...options: string[]) =>
    startTinkuy(folder, [...options, '--store', 's3://bucket/journal'], env).ended;
  const parts = await Promise.all(['1/2', '2/2'].map((part) => run('build', '--shard', part)));
  expect(parts.map(({ code }) => code)).toEqual([0, 0]);
  expect(await run('join')).toMatchObject({ code: 0 });
  expect(published(folder)).toEqual(files);
  const blob = [...objects.keys()].find((at) => at.includes('/blobs/')) ?? '';
  objects.delete(blob);
  expect((await run('join')).out).toContain('text-is-built');
});

test('a shard that is missing is a finding at each of its texts, which names the command', () => {
  const folder = writeJournal(4);
  const store = path.join(temporaryFolder(), 'store');
  shards(folder, store, '1/2');
  const { code, out } = runTinkuy(folder, 'join', '--store', store, '--reporter', 'json');
  expect(code).toBe(1);
  const { findings } = JSON.parse(out) as { findings: (Finding & { help: string })[] };
  const [, second, , fourth] = journalNames(4);
  expect(findings.map(({ rule, path: at }) => [rule, at])).toEqual([
    ['text-is-built', `source/${second}/article.md`],
    ['text-is-built', `source/${fourth}/article.md`],
  ]);
  for (const { message, help } of findings) {
    expect(message).not.toMatch(/\{\{|undefined/);
    expect(help).toContain(`tinkuy build --shard 2/2 --store ${store}`);
  }
  expect(existsSync(path.join(folder, `dist/data/${second}.nt`))).toBe(false);
  expect(existsSync(path.join(folder, `dist/data/${journalNames(4)[0]}.nt`))).toBe(true);
});

test('a text that changed after its shard ran is not taken for built', () => {
  const folder = writeJournal(2);
  const store = temporaryFolder();
  shards(folder, store, '1/1');
  const [name = ''] = journalNames(2);
  const at = path.join(folder, 'locales/es', `${name}.po`);
  writeFileSync(at, readFileSync(at, 'utf8').replace('Pueblo 1', 'Villa 1'));
  const { code, out } = runTinkuy(folder, 'join', '--store', store);
  expect(code).toBe(1);
  expect(out).toContain('text-is-built');
  // Only it is built again.
  expect(shards(folder, store, '1/1')[0]?.err).toContain('1 text to be built; 1 in the store');
  expect(runTinkuy(folder, 'join', '--store', store).code).toBe(0);
});

test('a file that is damaged in the store is never published, and is built again', () => {
  const folder = writeJournal(2);
  const { files } = buildAlone(folder);
  const store = temporaryFolder();
  shards(folder, store, '1/1');
  const blobs = readdirSync(path.join(store, 'blobs'), { recursive: true, withFileTypes: true });
  for (const entry of blobs.filter((each) => each.isFile())) {
    const at = path.join(entry.parentPath, entry.name);
    writeFileSync(at, readFileSync(at, 'utf8').replace('population', 'popuration'));
  }
  const { code, err } = runTinkuy(folder, 'join', '--store', store);
  expect(code).toBe(74);
  expect(err).toContain('has lost or damaged a file of');
  expect(existsSync(path.join(folder, 'dist/manifest.json'))).toBe(false);
  rmSync(path.join(store, 'blobs'), { recursive: true });
  expect(shards(folder, store, '1/1')[0]?.err).toContain('2 texts to be built');
  expect(runTinkuy(folder, 'join', '--store', store).code).toBe(0);
  expect(published(folder)).toEqual(files);
});

test.each([
  [['build', '--shard', '1/2'], '--shard does nothing without --store.'],
  [['build', '--shard', '3/2', '--store', 'x'], '--shard cannot be 3/2'],
  [['build', '--shard', 'one', '--store', 'x'], '--shard cannot be one'],
  [['build', '--store', 'x'], '--store does nothing without'],
  [['build', '--workers', '0'], '--workers cannot be 0'],
  [['build', '--queue', 'redis://host', '--workers', '2'], '--queue and --workers exclude each other'],
  [['build', '--queue', 'redis://host', '--shard', '1/2'], '--queue and --shard exclude each other'],
  [['build', '--queue', 'redis://host'], '--queue does nothing without --store.'],
  [['build', '--queue', 'http://u:secret@host', '--store', 'x'], '--queue cannot be …@host'],
  [['build', '--patience', '3'], '--patience does nothing without --queue.'],
  [['join'], '--store'],
  [['join', '--store', 'nowhere'], 'There is no store nowhere'],
  [['worker', '--store', 'x'], '--queue'],
  [['worker', '--queue', 'redis://host'], '--store'],
])('%j is wrong use', (options, words) => {
  const folder = writeJournal(1);
  const { code, err } = runTinkuy(folder, ...options);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(words) });
  expect(err).not.toContain('secret');
  expect(readdirSync(folder).sort()).toEqual(['locales', 'source', 'tinkuy.yaml']);
});
