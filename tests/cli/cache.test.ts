import { createHmac } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { readTree } from './read-tree.ts';
import { runWith } from './run-in-process.ts';
import type { Ran } from './run-tinkuy.ts';

const again = 'Nothing is built: the same files were built before.\n';
const catalog = 'locales/pt/demo.po';
const text = 'source/demo/article.md';

interface Project {
  folder: string;
  run: (...options: string[]) => Promise<Ran>;
  /** Changes a file; writes it anew where it is none. */
  edit: (at: string, change: (text: string) => string) => void;
  records: () => string[];
}

function openProject(env: Record<string, string> = {}, home = temporaryFolder()): Project {
  const folder = temporaryFolder();
  copyFixture('rule-base', folder);
  return {
    folder,
    run: (...options) => runWith({ HOME: home, ...env }, folder, ...options),
    edit: (at, change) => {
      const file = path.join(folder, at);
      writeFileSync(file, change(readFileSync(file, 'utf8')));
    },
    records: () =>
      readdirSync(path.join(folder, '.tinkuy/cache')).map((name) => path.join(folder, '.tinkuy/cache', name)),
  };
}

/** What is published, and what git would see of it: all files but those that nobody commits. */
function published(folder: string): Map<string, string> {
  return new Map([...readTree(folder)].filter(([at]) => !at.startsWith('.tinkuy/')));
}

describe('what was built is not built again', () => {
  test('where nothing changed, and says the same', async () => {
    const { run, edit } = openProject();
    // A warning, so that there is something to say.
    edit(catalog, (po) => po.replace(/msgstr "(\w+ [^"]*)"\n\n/, 'msgstr "$1 "\n\n'));
    const first = await run('check');
    expect(first.out).toContain('spacing-is-clean');
    expect(await run('check')).toEqual(first);
    expect((await run('check', '--explain')).err).toBe(again);
    for (const options of [['--reporter', 'json'], ['--reporter', 'sarif'], ['--strict'], ['--lang', 'pt']]) {
      const known = await run('check', '--explain', ...options);
      expect(known.err).toMatch(/^(Nothing is built|Nada é construído)/);
      const anew = await run('check', '--no-cache', ...options);
      expect([known.code, known.out]).toEqual([anew.code, anew.out]);
    }
  });

  test('and build leaves dist/ as it is', async () => {
    const { run, folder } = openProject();
    const first = await run('build');
    expect(first.code).toBe(0);
    const tree = published(folder);
    const second = await run('build', '--explain');
    expect(second.err).toBe(again);
    expect(second.out).toMatch(/^dist: 0 written, \d+ unchanged, 0 removed\.$/m);
    expect(second.out.split('\n').slice(1)).toEqual(first.out.split('\n').slice(1));
    expect(published(folder)).toEqual(tree);
  });

  test('a check before saves the build nothing but what is the same', async () => {
    const { run, folder } = openProject();
    await run('check');
    const built = await run('build', '--explain');
    expect(built.err).toBe('Everything is built: dist/ is not as it was built.\n');
    expect(published(folder).size).toBeGreaterThan(20);
  });

  test.each([
    ['a text', text, 'Built again: source/demo/article.md changed.\n'],
    ['a catalog', catalog, 'Built again: locales/pt/demo.po changed.\n'],
    ['the configuration', 'tinkuy.yaml', 'Built again: tinkuy.yaml changed.\n'],
  ])('%s that changed is named', async (_, at, said) => {
    const { run, edit } = openProject();
    await run('check');
    edit(at, (before) => `${before}\n`);
    expect((await run('check', '--explain')).err).toBe(said);
    edit(at, (before) => before.slice(0, -1));
    expect((await run('check', '--explain')).err).toBe(again);
  });

  test('a file that is new, and one that is gone', async () => {
    const { run, folder } = openProject();
    await run('check');
    const file = path.join(folder, 'source/demo/entities/more.yaml');
    writeFileSync(file, '# nothing\n');
    expect((await run('check', '--explain')).err).toBe(
      'Built again: source/demo/entities/more.yaml is new.\n',
    );
    rmSync(file);
    rmSync(path.join(folder, catalog));
    const { err, out } = await run('check', '--explain');
    expect(err).toContain(`Built again: ${catalog} is gone.\n`);
    expect(out).toContain('edition-has-catalog');
  });

  test('a file that cannot be read, and is none of the project’s', async () => {
    const { run, folder } = openProject();
    await run('build');
    const file = path.join(folder, 'source/demo/entities/more.yaml');
    writeFileSync(file, Buffer.from('# café', 'latin1'));
    const { code, out, err } = await run('build', '--explain');
    expect(err).toBe('Built again: source/demo/entities/more.yaml is new.\n');
    expect(code).toBe(1);
    expect(out).toContain('dist was left as it was.');
    expect(out).toBe((await run('build', '--no-cache')).out);
  });

  test('an output that somebody changed is told as without it, and one that is lost is written', async () => {
    const { run, folder, edit } = openProject();
    await run('build');
    const tree = published(folder);
    edit('dist/pt/demo.md', (md) => md.replace('fronteira', 'longa fronteira'));
    const { out, code } = await run('build');
    expect(code).toBe(1);
    expect(out).toContain('edition-is-as-built');
    expect(out).toBe((await run('build', '--no-cache')).out);
    expect((await run('build', '--overwrite')).code).toBe(0);
    rmSync(path.join(folder, 'dist/manifest.json'));
    expect((await run('build')).out).toContain('dist: 1 written');
    expect(published(folder)).toEqual(tree);
  });

  test('the variables that outputs tell of are inputs', async () => {
    const home = temporaryFolder();
    const { folder } = openProject({}, home);
    await runWith({ HOME: home, SOURCE_REVISION: 'a' }, folder, 'build');
    const { err } = await runWith({ HOME: home, SOURCE_REVISION: 'b' }, folder, 'build', '--explain');
    expect(err).toBe('Built again: (environment) changed.\n');
  });
});

describe('a record that is not ours is as none', () => {
  const hostile: [string, (record: string) => string][] = [
    ['cut off', (record) => record.slice(0, record.length / 2)],
    ['empty', () => ''],
    ['one byte changed', (record) => `${record.slice(0, -9)}?${record.slice(-8)}`],
    [
      'without findings',
      (record) => record.replace(/"diagnostics":\[.*?\],"rules"/, '"diagnostics":[],"rules"'),
    ],
    ['another signature', (record) => `${'0'.repeat(64)}${record.slice(64)}`],
    ['no JSON', (record) => `${record.slice(0, 64)}\n{`],
  ];
  test.each(hostile)('%s', async (_, change) => {
    const { run, edit, records } = openProject();
    edit(text, (md) => `${md}\n[x](country:nowhere)\n`);
    const first = await run('check');
    expect(first.code).toBe(1);
    for (const record of records()) writeFileSync(record, change(readFileSync(record, 'utf8')));
    expect(await run('check', '--explain')).toEqual({
      ...first,
      err: 'Everything is built: no earlier run is known.\n',
    });
    expect((await run('check', '--explain')).err).toBe(again);
  });

  test('one of another user, or of another machine', async () => {
    const { folder, run } = openProject();
    await run('check');
    const { err } = await runWith({ HOME: temporaryFolder() }, folder, 'check', '--explain');
    expect(err).toBe('Everything is built: no earlier run is known.\n');
  });

  test('a secret that is none', async () => {
    const home = temporaryFolder({ '.cache/tinkuy/secret': '' });
    const { run, folder } = openProject({}, home);
    expect((await run('check', '--explain')).err).toContain('cannot be kept here');
    expect(readdirSync(folder)).not.toContain('.tinkuy');
  });
});

describe('answers of the stages that are not ours are none', () => {
  /** A project with a finding on its wording, after a run that forgot the finding itself and kept its answers. */
  async function openChecked() {
    const home = temporaryFolder();
    const project = openProject({}, home);
    project.edit(catalog, (po) => po.replace(/msgstr "(\w+ [^"]*)"\n\n/, 'msgstr "$1 "\n\n'));
    const first = await project.run('check');
    expect(first.out).toContain('spacing-is-clean');
    const file = path.join(project.folder, '.tinkuy/cache/answers');
    const secret = readFileSync(path.join(home, '.cache/tinkuy/secret'), 'utf8');
    /** Changes what is kept, and signs it if it has a signature to give. */
    const change = (rewrite: (body: string) => string, sign?: (body: string) => string) => {
      for (const record of project.records()) if (record !== file) rmSync(record);
      const text = readFileSync(file, 'utf8');
      const body = rewrite(text.slice(65));
      expect(body).not.toBe(text.slice(65));
      writeFileSync(file, `${sign ? sign(body) : text.slice(0, 64)}\n${body}`);
    };
    const sign = (body: string) => createHmac('sha256', secret).update(body).digest('hex');
    return { ...project, first, change, sign };
  }
  /** Says of all that is not well worded that it is: nothing was found of it. */
  const praise = (body: string) =>
    body.replace(/ \[.*"rule":"spacing-is-clean".*\]$/gm, ' []').replace(/ false$/gm, ' true');

  test('what is signed by nobody is not believed', async () => {
    const { run, first, change } = await openChecked();
    change(praise);
    expect(await run('check')).toEqual(first);
  });

  test('what is signed by this user is: the signature is what keeps others out', async () => {
    const { run, change, sign } = await openChecked();
    change(praise, sign);
    expect((await run('check')).out).not.toContain('spacing-is-clean');
    expect((await run('check', '--no-cache')).out).toContain('spacing-is-clean');
  });

  test('what another version of the tool said is not asked', async () => {
    const { run, first, change, sign } = await openChecked();
    change((body) => praise(body).replace(/^[0-9a-f]{64}/, '0'.repeat(64)), sign);
    expect(await run('check')).toEqual(first);
  });

  test('a store that no longer has an answer costs time only', async () => {
    const { run, first, change, sign } = await openChecked();
    change(
      (body) =>
        body
          .split('\n')
          .filter((_, index) => index % 3 !== 1)
          .join('\n'),
      sign,
    );
    expect(await run('check')).toEqual(first);
  });
});

describe('a cache is never needed', () => {
  test('in CI, or with --no-cache, nothing is looked up and nothing is kept', async () => {
    const { run, folder } = openProject({ CI: 'true' });
    expect((await run('check', '--explain')).err).toBe('Everything is built: nothing is looked up.\n');
    const other = openProject();
    await other.run('check', '--no-cache');
    for (const each of [folder, other.folder]) expect(readdirSync(each)).not.toContain('.tinkuy');
  });

  test.each(['.tinkuy', '.tinkuy/cache'])('nothing is written through a link: %s', async (at) => {
    const { run, folder } = openProject();
    const elsewhere = temporaryFolder();
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    symlinkSync(elsewhere, path.join(folder, at));
    const first = await run('check');
    expect(await run('check')).toEqual(first);
    expect([...readTree(elsewhere).keys()]).toEqual([]);
    expect(lstatSync(path.join(folder, at)).isSymbolicLink()).toBe(true);
  });

  test('a file in its place is left alone', async () => {
    const { run, folder } = openProject();
    writeFileSync(path.join(folder, '.tinkuy'), 'mine');
    expect((await run('check')).code).toBe(0);
    expect(readFileSync(path.join(folder, '.tinkuy'), 'utf8')).toBe('mine');
  });

  test('it is bounded, and git does not see it', async () => {
    const { run, records, folder } = openProject();
    await run('check');
    const own = records().find((record) => record.endsWith('.run')) ?? '';
    for (let count = 10; count < 50; count += 1) {
      const old = path.join(folder, '.tinkuy/cache', `${'0'.repeat(62)}${count}.run`);
      writeFileSync(old, '');
      utimesSync(old, count, count);
    }
    writeFileSync(path.join(folder, 'tinkuy.yaml'), '#\n', { flag: 'a' });
    await run('check');
    expect(records()).toContain(own);
    // And the answers of the stages, and what the text came to.
    expect(records()).toHaveLength(34);
    expect(readFileSync(path.join(folder, '.tinkuy/.gitignore'), 'utf8')).toBe('*\n');
  });
});

/** Edits of a project: some that break it, some that change nothing. */
const edits: [string, string, (text: string) => string][] = [
  ['a number in the text', text, (md) => md.replace(/\d(?=[^\d]*$)/, '7')],
  ['a word in the text', text, (md) => md.replace('border', 'long border')],
  ['a link to nowhere', text, (md) => `${md}\n[x](country:nowhere)\n`],
  ['a space in a translation', catalog, (po) => po.replace(/msgstr "(\w)/, 'msgstr "  $1')],
  ['a lost translation', catalog, (po) => po.replace(/msgstr "\w[^"]*"\n\n/, 'msgstr ""\n\n')],
  ['a broken catalog', catalog, (po) => `${po}\nmsgid\n`],
  [
    'a severity',
    'tinkuy.yaml',
    (yaml) => `${yaml.replace(/^rules:[\s\S]*/m, '')}rules: { spacing-is-clean: off }\n`,
  ],
  ['a comment', 'tinkuy.yaml', (yaml) => `${yaml}#\n`],
  ['a record', 'source/demo/entities/base.yaml', (yaml) => yaml.replace(/\d/, '9')],
  ['the address', 'tinkuy.yaml', (yaml) => yaml.replace('org/demo', 'org/other')],
];

test('law: whatever is edited, in whatever order, what is looked up is what is built', async () => {
  const project = openProject();
  const original = published(project.folder);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.constantFrom(...edits), fc.constant(undefined)), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('check', 'build'),
      async (steps, command) => {
        for (const step of steps) {
          if (step) project.edit(step[1], step[2]);
          const warm = await project.run(command);
          const tree = published(project.folder);
          const cold = await project.run(command, '--no-cache');
          // What the first wrote the second finds written.
          const told = ({ out, code }: Ran) => [
            code,
            out.replace(/^dist: .*\n/m, '').replace(/^Wrote .*\n/gm, ''),
          ];
          expect(told(warm)).toEqual(told(cold));
          expect(published(project.folder)).toEqual(tree);
        }
        for (const [at, content] of original) writeFileSync(path.join(project.folder, at), content);
      },
    ),
    { numRuns: 40 },
  );
});
