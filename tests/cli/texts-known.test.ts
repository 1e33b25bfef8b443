import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyJournal } from './copy-journal.ts';
import { readTree } from './read-tree.ts';
import { runWith } from './run-in-process.ts';
import type { Ran } from './run-tinkuy.ts';
import { idle, watchInProcess } from './start-watch.ts';

/** With a secret of its own, where nobody sees it. */
const run = (folder: string, ...options: string[]): Promise<Ran> =>
  runWith({ HOME: path.join(folder, '.tinkuy/home') }, folder, ...options);

/** Three publications that speak of one border, records that all share, and a page. */
function openJournal(): string {
  const folder = copyJournal(temporaryFolder());
  writeFileSync(path.join(folder, 'ABOUT.md'), '# About\n\nThis journal is about borders.\n');
  edit(folder, 'tinkuy.yaml', (yaml) => `${yaml}pages: { about: ABOUT.md }\n`);
  mkdirSync(path.join(folder, 'source/entities'));
  writeFileSync(
    path.join(folder, 'source/entities/countries.yaml'),
    'country:bolivia:\n  name: { en: Bolivia, es: Bolivia, pt: Bolívia }\n',
  );
  for (const language of ['es', 'pt'])
    writeFileSync(
      path.join(folder, 'locales', language, 'about.po'),
      `msgid ""\nmsgstr ""\n"Language: ${language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "About"\nmsgstr "Sobre"\n\nmsgid "This journal is about borders."\nmsgstr "${language === 'es' ? 'Esta revista trata de fronteras' : 'Esta revista trata de fronteiras'}."\n`,
    );
  return folder;
}

function edit(folder: string, at: string, change: (text: string) => string): void {
  const file = path.join(folder, at);
  const before = readFileSync(file, 'utf8');
  expect(change(before), at).not.toBe(before);
  writeFileSync(file, change(before));
}

/** What others see of a project: all but what nobody commits. */
function visible(folder: string): Map<string, string> {
  return new Map([...readTree(folder)].filter(([at]) => !at.startsWith('.tinkuy/')));
}

/** What is said, but for how many files the run found as they were. */
function told({ code, out }: Ran): [Ran['code'], string] {
  return [code, out.replace(/^dist: \d+ .*\n/m, '').replace(/^Wrote .*\n/gm, '')];
}

const reword = (text: string) => text.replace('comparten', 'tienen');

describe('what a text came to is known', () => {
  test.each(['check', 'build'])(
    'by a %s for as long as nothing changed that it can depend on',
    async (command) => {
      const folder = openJournal();
      expect((await run(folder, command, '--explain')).err).toContain(
        'Texts built: 4; known as they are: 0.\n',
      );
      edit(folder, 'locales/es/second.po', reword);
      // The page shares the words of all publications.
      expect((await run(folder, command, '--explain')).err).toContain(
        'Texts built: 2; known as they are: 2.\n',
      );
      edit(folder, 'ABOUT.md', (text) => `${text}\n`);
      expect((await run(folder, command, '--explain')).err).toContain(
        'Texts built: 1; known as they are: 3.\n',
      );
      edit(folder, 'tinkuy.yaml', (yaml) => yaml.replace('org/demo', 'org/other'));
      expect((await run(folder, command, '--explain')).err).toContain(
        'Texts built: 4; known as they are: 0.\n',
      );
    },
  );

  test('and no longer where what is published of it is not as it was', async () => {
    const folder = openJournal();
    expect((await run(folder, 'build')).code).toBe(0);
    edit(folder, 'dist/es/third.md', reword);
    edit(folder, 'locales/es/second.po', reword);
    const { code, out, err } = await run(folder, 'build', '--explain');
    expect(code).toBe(1);
    expect(out).toContain('dist/es/third.md');
    expect(err).toContain('Texts built: 3; known as they are: 1.\n');
    rmSync(path.join(folder, 'dist'), { recursive: true });
    const again = await run(folder, 'build', '--explain');
    expect(again.code).toBe(0);
    expect(again.err).toContain('Texts built: 3; known as they are: 1.\n');
    expect(existsSync(path.join(folder, 'dist/es/third.md'))).toBe(true);
  });

  test('and a text with a mistake never', async () => {
    const folder = openJournal();
    edit(folder, 'locales/es/second.po', (text) => text.replace('de [1,528', 'de [1,582'));
    expect((await run(folder, 'check')).code).toBe(1);
    edit(folder, 'locales/es/third.po', reword);
    const { code, err } = await run(folder, 'check', '--explain');
    expect(code).toBe(1);
    expect(err).toContain('Texts built: 3; known as they are: 1.\n');
  });

  test('for the texts as they are: what they were is let go', async () => {
    const folder = openJournal();
    await run(folder, 'build');
    const count = readdirSync(path.join(folder, '.tinkuy/cache')).length;
    for (const word of ['tienen', 'guardan', 'comparten']) {
      edit(folder, 'locales/es/second.po', (text) => text.replace(/comparten|tienen|guardan/, word));
      await run(folder, 'build');
    }
    const kept = readdirSync(path.join(folder, '.tinkuy/cache')).filter((name) => !name.endsWith('.run'));
    expect(kept.length).toBeLessThanOrEqual(count + 1);
  });

  test('and what is damaged costs time only', async () => {
    const folder = openJournal();
    await run(folder, 'build');
    const cache = path.join(folder, '.tinkuy/cache');
    for (const name of readdirSync(cache).filter((at) => /\.(built|texts)$/.test(at)))
      writeFileSync(path.join(cache, name), readFileSync(path.join(cache, name)).subarray(0, -9));
    edit(folder, 'locales/es/second.po', reword);
    const { code, err } = await run(folder, 'build', '--explain');
    expect(code).toBe(0);
    expect(err).toContain('Texts built: 4; known as they are: 0.\n');
  });
});

/** Edits of a journal: some break a text, some concern all, some what others say of the same. */
const edits: [what: string, at: string, change: (text: string) => string | Buffer][] = [
  [
    'a word',
    'locales/es/second.po',
    (text) => text.replace(/comparten|tienen/, (word) => (word === 'tienen' ? 'comparten' : 'tienen')),
  ],
  ['another', 'locales/pt/third.po', (text) => text.replace('"A ', '"Aqui a ')],
  [
    'a paragraph',
    'source/third/article.md',
    (text) => `${text}\nOf [Peru](country:peru) and [Bolivia](country:bolivia).\n`,
  ],
  [
    'a figure that others give otherwise',
    'source/second/article.md',
    (text) => text.replace(/1,5\d\d/, '1,530'),
  ],
  ['a mistake', 'source/demo/article.md', (text) => `${text}\n[x](country:nowhere)\n`],
  ['a citation of another text', 'source/third/article.md', (text) => `${text}\nSee [it](work:second).\n`],
  ['the title of a cited text', 'source/second/article.md', (text) => text.replace('title: ', 'title: On ')],
  ['a record', 'source/second/entities/base.yaml', (text) => text.replace(/\d/, '9')],
  [
    'a record that all share',
    'source/entities/countries.yaml',
    (text) => text.replace('en: Bolivia', 'en: The Bolivia'),
  ],
  ['a label', 'schemas/types/border.json', (text) => text.replace('"title": "', '"title": "A ')],
  ['a page', 'ABOUT.md', (text) => `${text}\nMore of it.\n`],
  [
    'a severity',
    'tinkuy.yaml',
    (text) =>
      text.includes('rules:')
        ? `${text}#\n`
        : `${text}rules: { publications-agree: error, segment-is-translated: off }\n`,
  ],
  ['what is published', 'dist/data/entities/country/peru.ttl', (text) => `${text}#\n`],
  ['a schema that cannot be read', 'schemas/types/border.json', () => Buffer.from('café', 'latin1')],
  ['a publication gone', 'source/third/article.md', () => ''],
];

test('law: whatever is edited, in whatever order, a journal is published as if nothing were known', async () => {
  const [original, warm, cold] = [openJournal(), temporaryFolder(), temporaryFolder()];
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...edits), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('check', 'build'),
      async (steps, command) => {
        for (const folder of [warm, cold]) {
          rmSync(folder, { recursive: true, force: true });
          cpSync(original, folder, { recursive: true });
        }
        for (const step of [undefined, ...steps]) {
          for (const folder of step ? [warm, cold] : []) {
            const file = path.join(folder, step?.[1] ?? '');
            if (existsSync(file)) writeFileSync(file, step?.[2](readFileSync(file, 'utf8')) ?? '');
          }
          const known = await run(warm, command, '--explain');
          found += Number(/known as they are: (\d+)/.exec(known.err)?.[1] ?? 0);
          const anew = await run(cold, command, '--no-cache');
          expect(told(known), String(step?.[0])).toEqual(told(anew));
          expect(visible(warm), String(step?.[0])).toEqual(visible(cold));
        }
      },
    ),
    { numRuns: 12 },
  );
  // A law of what is known has to know something.
  expect(found).toBeGreaterThan(0);
});

test('a watch that remembers texts publishes what a build does that knows nothing', async () => {
  const [warm, cold] = [openJournal(), temporaryFolder()];
  cpSync(warm, cold, { recursive: true });
  const watch = watchInProcess(warm);
  await watch.printed(idle);
  await run(cold, 'build', '--no-cache');
  const steps = edits.filter(([, at]) => !at.startsWith('dist/'));
  for (const [what, at, change] of [...steps, ...steps]) {
    const before = readFileSync(path.join(warm, at));
    const after = Buffer.from(change(before.toString()));
    if (after.equals(before)) continue;
    for (const folder of [cold, warm]) writeFileSync(path.join(folder, at), after);
    const { out } = await run(cold, 'build', '--no-cache');
    const told = await watch.printed(idle);
    expect(visible(warm), what).toEqual(visible(cold));
    expect(/^\S+: held/gm.exec(told) === null, what).toBe(/^\S+: held/gm.exec(out) === null);
  }
});
