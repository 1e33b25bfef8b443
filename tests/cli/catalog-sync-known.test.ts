import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { readTree } from './read-tree.ts';
import { runWith } from './run-in-process.ts';
import type { Ran } from './run-tinkuy.ts';

const catalog = 'locales/pt/demo.po';
const template = 'locales/demo.pot';
const article = 'source/demo/article.md';
const longAgo = new Date('2001-01-01');

interface Project {
  folder: string;
  sync: (...options: string[]) => Promise<Ran>;
  edit: (at: string, change: (text: string) => string) => void;
  /** Runs a sync that has nothing to write and tells whether it knew: what is worked out anew is recorded anew. */
  isKnown: (...options: string[]) => Promise<boolean>;
}

/** A project whose catalogs are as a sync left them, twice. */
async function openProject(env: Record<string, string> = {}): Promise<Project> {
  const folder = temporaryFolder();
  const home = temporaryFolder();
  copyFixture('rule-base', folder);
  const sync: Project['sync'] = (...options) =>
    runWith({ HOME: home, ...env }, folder, 'catalog', 'sync', ...options);
  expect((await sync()).code).toBe(0);
  expect((await sync()).code).toBe(0);
  return {
    folder,
    sync,
    edit: (at, change) => {
      const before = readFileSync(path.join(folder, at), 'utf8');
      const after = change(before);
      expect(after).not.toBe(before);
      writeFileSync(path.join(folder, at), after);
    },
    isKnown: async (...options) => {
      const records = recordsOf(folder);
      for (const record of records) utimesSync(record, longAgo, longAgo);
      await sync(...options);
      const now = recordsOf(folder);
      return now.length === records.length && now.every((at) => statSync(at).mtimeMs === longAgo.getTime());
    },
  };
}

function recordsOf(folder: string): string[] {
  const cache = path.join(folder, '.tinkuy/cache');
  return readdirSync(cache, { withFileTypes: true })
    .filter(({ name }) => name.endsWith('.sync'))
    .map(({ name }) => path.join(cache, name));
}

function written(folder: string): Map<string, string> {
  return new Map([...readTree(folder)].filter(([at]) => !at.startsWith('.tinkuy/')));
}

describe('a sync that had nothing to write is known', () => {
  test('and says the same again, in whatever form and language', async () => {
    const { folder, sync, edit, isKnown } = await openProject();
    // A warning, so that there is something to say.
    edit(article, (text) => `${text}\n[unused]: https://example.org/\n`);
    await sync();
    await sync();
    const before = written(folder);
    expect(await isKnown()).toBe(true);
    for (const options of [[], ['--check'], ['--strict'], ['--reporter', 'sarif'], ['--lang', 'es']]) {
      const known = await sync(...options);
      expect(known).toEqual(await sync('--no-cache', ...options));
      if (options[0] === '--reporter') expect(known.out).toContain('link-definition-is-used');
    }
    expect(written(folder)).toEqual(before);
  });

  test('and so are its errors', async () => {
    const { edit, sync, isKnown } = await openProject();
    edit(catalog, (po) => po.replace('msgstr ""', 'msgstr "'));
    const first = await sync();
    expect(first.code).toBe(1);
    expect(await isKnown()).toBe(true);
    expect(await sync()).toEqual(first);
  });

  test.each<[string, (project: Project) => void]>([
    ['the text', ({ edit }) => edit(article, (text) => `${text}\nOne more.\n`)],
    ['a catalog', ({ edit }) => edit(catalog, (po) => `${po}\n# A remark.\n`)],
    ['the template', ({ edit }) => edit(template, (pot) => `${pot}\n# A remark.\n`)],
    ['a template that is gone', ({ folder }) => rmSync(path.join(folder, template))],
    ['a catalog that is gone', ({ folder }) => rmSync(path.join(folder, catalog))],
    ['the configuration', ({ edit }) => edit('tinkuy.yaml', (text) => `${text}  fr: fr-FR\n`)],
    [
      'a memory',
      ({ folder, edit }) => {
        copyFixture('rule-base/locales/pt', path.join(folder, 'locales/pt/memory'));
        edit('locales/pt/memory/demo.po', (po) => `${po}\n# A remark.\n`);
      },
    ],
  ])('as long as nothing changed: %s', async (_, change) => {
    const project = await openProject();
    expect(await project.isKnown()).toBe(true);
    change(project);
    const { code } = await project.sync();
    const left = written(project.folder);
    expect(await project.sync('--no-cache')).toMatchObject({ code });
    expect(written(project.folder)).toEqual(left);
  });

  test('where a file cannot be read nothing is kept or known', async () => {
    const { folder, sync } = await openProject();
    const broken = path.join(folder, 'locales/es/demo.po');
    writeFileSync(broken, Buffer.from([0xff, 0xfe, 0xff]));
    const first = await sync();
    expect(first.code).toBe(1);
    const records = recordsOf(folder);
    expect(await sync()).toEqual(first);
    expect(recordsOf(folder)).toEqual(records);
  });

  test('in CI nothing is kept', async () => {
    const inCi = temporaryFolder();
    copyFixture('rule-base', inCi);
    await runWith({ HOME: temporaryFolder(), CI: 'true' }, inCi, 'catalog', 'sync');
    expect([...readTree(inCi).keys()].filter((at) => at.startsWith('.tinkuy/cache'))).toEqual([]);
  });
});
