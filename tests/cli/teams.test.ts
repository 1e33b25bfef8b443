import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { runInProcess } from './run-in-process.ts';

const licence =
  '{ text: https://creativecommons.org/licenses/by/4.0/, data: https://creativecommons.org/publicdomain/zero/1.0/ }';

/** A project whose texts have these paragraphs, by their names. */
function writeTexts(texts: Record<string, string[]>, folder = temporaryFolder()): string {
  const write = (at: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), text);
  };
  write('tinkuy.yaml', 'base: https://example.org/lakes/\neditions: { en: en-US }\n');
  for (const [name, paragraphs] of Object.entries(texts)) {
    write(
      `source/${name}/article.md`,
      `---\ntitle: The ${name}\nlanguage: en\nlicence: ${licence}\n---\n${paragraphs.join('\n\n')}\n`,
    );
  }
  return folder;
}

const slip = (name: string) => `A ship crosses [${name}](plaec:${name.toLowerCase()}).`;
const sound = (name: string) => `A ship crosses ${name}.`;

async function check(folder: string, ...options: string[]) {
  const { code, out, err } = await runInProcess(folder, 'check', '--reporter', 'json', ...options);
  const { findings = [] } =
    out === ''
      ? {}
      : (JSON.parse(out) as { findings?: { rule: string; path: string; start: { line: number } }[] });
  return { code, err, places: findings.map(({ rule, path: at, start }) => `${at}:${start.line} ${rule}`) };
}

const known = ['--baseline', 'known.json'];

test('a wall of a thousand old findings: one is paid off, one is new, exactly the new one fails', async () => {
  const names = Array.from({ length: 1000 }, (_, index) => `Lake${index}`);
  const folder = writeTexts({ lakes: names.map(slip) });
  expect((await check(folder)).places).toHaveLength(1000);
  const written = await check(folder, ...known, '--write-baseline');
  expect(written).toMatchObject({
    code: 0,
    places: [],
    err: expect.stringContaining('known.json: 1000 findings'),
  });
  expect(await check(folder, ...known)).toMatchObject({
    code: 0,
    places: [],
    err: expect.stringContaining('1000 findings'),
  });

  const mended = names.map((name, index) => (index === 500 ? sound(name) : slip(name)));
  writeTexts({ lakes: [slip('Poopo'), ...mended] }, folder);
  const later = await check(folder, ...known);
  expect(later).toMatchObject({ code: 1, places: ['source/lakes/article.md:6 entity-type-is-known'] });
  expect(later.err).toContain('999 findings');
  expect(later.err).toContain(
    '1 finding of the baseline is gone: source/lakes/article.md entity-type-is-known',
  );

  // The baseline only shrinks: what is new stays a finding.
  const shrunk = await check(folder, ...known, '--write-baseline');
  expect(shrunk).toMatchObject({
    code: 1,
    places: later.places,
    err: expect.stringContaining('known.json: 999 findings'),
  });
  expect(await check(folder, ...known)).toMatchObject({ code: 1, places: later.places });
});

test('alike findings are counted one by one: a second one of a known kind is new', async () => {
  const folder = writeTexts({ lakes: [slip('Poopo')] });
  await check(folder, ...known, '--write-baseline');
  writeTexts({ lakes: [slip('Poopo'), slip('Poopo')] }, folder);
  expect((await check(folder, ...known)).places).toEqual(['source/lakes/article.md:8 entity-type-is-known']);
});

test('a finding that moves to another text is new there, and gone here; that of a renamed file is known', async () => {
  const folder = writeTexts({ lakes: [slip('Poopo')], rivers: [sound('Poopo')] });
  await check(folder, ...known, '--write-baseline');
  writeTexts({ lakes: [sound('Poopo')], rivers: [slip('Poopo')] }, folder);
  expect(await check(folder, ...known)).toMatchObject({
    places: ['source/rivers/article.md:6 entity-type-is-known'],
    err: expect.stringContaining('gone: source/lakes/article.md'),
  });
  writeTexts({ lakes: [slip('Poopo')], rivers: [sound('Poopo')] }, folder);
  renameSync(path.join(folder, 'source/lakes'), path.join(folder, 'source/waters'));
  expect(await check(folder, ...known)).toMatchObject({ code: 0, places: [] });
  await check(folder, ...known, '--write-baseline');
  expect(readFileSync(path.join(folder, 'known.json'), 'utf8')).toContain('source/waters/article.md');
});

test('a baseline is the same bytes on every run, a finding a line, and knows nothing of what it does not say', async () => {
  const folder = writeTexts({ lakes: ['Poopo', 'Umayo'].map(slip) });
  await check(folder, ...known, '--write-baseline');
  const text = readFileSync(path.join(folder, 'known.json'), 'utf8');
  expect(text.split('\n').filter((line) => line.includes('fingerprint'))).toHaveLength(2);
  await check(folder, ...known, '--write-baseline');
  expect(readFileSync(path.join(folder, 'known.json'), 'utf8')).toBe(text);
  writeFileSync(path.join(folder, 'known.json'), '{ "version": 1, "findings": [] }\n');
  expect((await check(folder, ...known)).places).toHaveLength(2);
});

const broken: [string, string, string][] = [
  [
    'a merge conflict',
    '{\n  "version": 1,\n  "findings": [\n<<<<<<< HEAD\n=======\n>>>>>>> tidy\n  ]\n}\n',
    'known.json:4',
  ],
  ['another version', '{\n  "version": 7,\n  "findings": []\n}\n', 'known.json:2'],
  ['other JSON', '[]', 'known.json:1'],
  ['an entry without a place', '{"version": 1, "findings": [{"rule": "x-y"}]}', 'known.json:1'],
  ['no JSON', 'version: 1\n', 'known.json:1'],
  ['nothing', '', 'known.json:1'],
];

test.each(broken)(
  'a baseline with %s is told, knows nothing, and is left as it is',
  async (_, text, place) => {
    const folder = writeTexts({ lakes: [slip('Poopo')] });
    writeFileSync(path.join(folder, 'known.json'), text);
    for (const options of [known, [...known, '--write-baseline']]) {
      expect(await check(folder, ...options)).toMatchObject({
        code: 1,
        places: [`${place} baseline-is-readable`, 'source/lakes/article.md:6 entity-type-is-known'],
      });
      expect(readFileSync(path.join(folder, 'known.json'), 'utf8')).toBe(text);
    }
  },
);

test('--write-baseline without a file is wrong use', async () => {
  const { code, err } = await runInProcess(
    writeTexts({ lakes: [slip('Poopo')] }),
    'check',
    '--write-baseline',
  );
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('--baseline') });
});

test('a build knows no baseline and no allowance: what is stated is what is right', async () => {
  const folder = writeTexts({
    lakes: ['[//]: # (allow entity-type-is-known: it comes later)', slip('Poopo')],
  });
  expect(await check(folder)).toMatchObject({ code: 0, places: [] });
  expect((await runInProcess(folder, 'build')).code).toBe(1);
  expect((await runInProcess(folder, 'build', '--baseline', 'known.json')).code).toBe(2);
});

const later = 'allow entity-type-is-known: it comes later';
const allowed: [string, string[], string[]][] = [
  ['a comment before the block', [`[//]: # (${later})`, slip('Poopo')], []],
  ['two comments before the block', [`[//]: # (${later})`, '[//]: # (another note)', slip('Poopo')], []],
  ['a comment right above', [`[//]: # (${later})\n\n${slip('Poopo')}`], []],
  [
    'only the block that it is about',
    [`[//]: # (${later})`, slip('Poopo'), slip('Umayo')],
    ['10 entity-type-is-known'],
  ],
  [
    'another rule',
    ['[//]: # (allow link-resolves: as agreed)', slip('Poopo')],
    ['6 allowance-is-needed', '8 entity-type-is-known'],
  ],
  [
    'a rule that is none',
    ['[//]: # (allow entity-type-is-knwon: as agreed)', slip('Poopo')],
    ['6 allowance-names-a-rule', '8 entity-type-is-known'],
  ],
  [
    'no reason',
    ['[//]: # (allow entity-type-is-known)', slip('Poopo')],
    ['6 allowance-has-reason', '8 entity-type-is-known'],
  ],
  ['nothing to allow', [`[//]: # (${later})`, sound('Poopo')], ['6 allowance-is-needed']],
  [
    'in a block of code nothing',
    ['```\n[//]: # (allow entity-type-is-known: no)\n```', slip('Poopo')],
    ['10 entity-type-is-known'],
  ],
  ['a comment that only begins alike', ['[//]: # (allow the plural)', sound('Poopo')], []],
];

test.each(allowed)('in Markdown: %s', async (_, paragraphs, expected) => {
  const { places } = await check(writeTexts({ lakes: paragraphs }));
  expect(places).toEqual(expected.map((place) => `source/lakes/article.md:${place}`));
});

test('more warnings than are allowed end with 1', async () => {
  const folder = writeTexts({ lakes: [sound('Poopo')] });
  mkdirSync(path.join(folder, 'source/lakes/entities'));
  writeFileSync(
    path.join(folder, 'source/lakes/entities/places.yaml'),
    ['poopo', 'umayo'].map((slug) => `place:${slug}:\n  name: { en: Lake ${slug} }\n`).join(''),
  );
  expect(await check(folder)).toMatchObject({
    code: 0,
    places: [expect.stringContaining('record-is-used'), expect.stringContaining('record-is-used')],
  });
  expect((await check(folder, '--max-warnings', '2')).code).toBe(0);
  expect(await check(folder, '--max-warnings', '1')).toMatchObject({
    code: 1,
    err: expect.stringContaining('--max-warnings'),
  });
  expect((await check(folder, '--max-warnings', '0')).code).toBe(1);
  for (const wrong of ['-1', 'many', '1.5'])
    expect((await runInProcess(folder, 'check', `--max-warnings=${wrong}`)).code).toBe(2);
});

test('a rule weighs by the glob that fits first, and a glob that fits nothing is told', async () => {
  const folder = writeTexts({ old: [slip('Poopo')], fresh: [slip('Umayo')] });
  const choose = (rules: string) =>
    writeFileSync(
      path.join(folder, 'tinkuy.yaml'),
      `base: https://example.org/lakes/\neditions: { en: en-US }\nrules:\n${rules}`,
    );
  choose("  entity-type-is-known: { 'source/old/**': warning }\n");
  const { findings } = JSON.parse((await runInProcess(folder, 'check', '--reporter', 'json')).out) as {
    findings: { path: string; severity: string }[];
  };
  expect(findings.map(({ path: at, severity }) => `${at} ${severity}`)).toEqual([
    'source/fresh/article.md error',
    'source/old/article.md warning',
  ]);
  choose("  entity-type-is-known: { 'source/fresh/*': off, '**': warning, 'source/old/*': error }\n");
  expect(await check(folder)).toMatchObject({
    code: 0,
    places: ['source/old/article.md:6 entity-type-is-known'],
  });
  choose("  entity-type-is-known: { 'content/**': off }\n");
  expect((await check(folder)).places).toContain('tinkuy.yaml:4 glob-matches-a-file');
  for (const wrong of ['{ "**": sometimes }', '{}', 'sometimes', '[off]'])
    expect((await choosing(wrong)).places, wrong).toContain('tinkuy.yaml:4 configuration-is-valid');

  function choosing(value: string) {
    choose(`  entity-type-is-known: ${value}\n`);
    return check(folder);
  }
});

/** A repository of git, whose identity is nobody's. */
function gitIn(folder: string) {
  return (...options: string[]) => {
    const identity = [
      '-c',
      'user.name=Ana',
      '-c',
      'user.email=ana@example.org',
      '-c',
      'init.defaultBranch=main',
      '-c',
      'protocol.file.allow=always',
    ];
    const { status, stderr } = spawnSync('git', ['-C', folder, ...identity, ...options], {
      encoding: 'utf8',
    });
    expect(status, `git ${options.join(' ')}: ${stderr}`).toBe(0);
  };
}

test('--changed tells what has to do with what was changed, in a text and all that belongs to it', async () => {
  const folder = writeTexts({ lakes: [slip('Poopo')], rivers: [slip('Rimac')] });
  const git = gitIn(folder);
  git('init', '-q');
  // Nothing was committed yet: all is new.
  expect((await check(folder, '--changed')).places).toHaveLength(2);
  git('add', '.');
  git('commit', '-qm', 'first');
  // A baseline that is not there yet knows nothing, and takes nothing away from the option.
  expect((await check(folder, '--changed', '--baseline', 'none.json')).places).toEqual([]);
  expect(await check(folder, '--changed')).toMatchObject({
    code: 0,
    places: [],
    err: expect.stringContaining('2 findings'),
  });
  writeTexts({ lakes: [slip('Poopo'), sound('Umayo')] }, folder);
  expect((await check(folder, '--changed')).places).toEqual([
    'source/lakes/article.md:6 entity-type-is-known',
  ]);

  git('checkout', '-qb', 'work');
  git('commit', '-qam', 'second');
  expect((await check(folder, '--changed')).places).toEqual([]);
  expect((await check(folder, '--changed', 'main')).places).toEqual([
    'source/lakes/article.md:6 entity-type-is-known',
  ]);
  // A file that git does not know yet is a change; so are the configuration and schemas, of everything.
  writeTexts({ seas: [slip('Grau')] }, folder);
  expect((await check(folder, '--changed')).places).toEqual([
    'source/seas/article.md:6 entity-type-is-known',
  ]);
  writeFileSync(
    path.join(folder, 'tinkuy.yaml'),
    'base: https://example.org/other/\neditions: { en: en-US }\n',
  );
  expect((await check(folder, '--changed')).places).toHaveLength(3);

  // What publications share is of everything, too.
  git('add', '.');
  git('commit', '-qm', 'third');
  expect((await check(folder, '--changed')).places).toEqual([]);
  mkdirSync(path.join(folder, 'source/entities'));
  writeFileSync(path.join(folder, 'source/entities/all.yaml'), 'person:ana:\n  name: { en: Ana }\n');
  expect((await check(folder, '--changed')).places).toHaveLength(3);
});

test('--changed finds its way in a folder of the repository, with odd names and submodules', async () => {
  const repository = temporaryFolder();
  const folder = writeTexts(
    { lakes: [slip('Poopo')], 'água::x': [slip('Rimac')] },
    path.join(repository, 'pub'),
  );
  const [git, other] = [gitIn(repository), temporaryFolder({ 'a.md': 'A.\n' })];
  gitIn(other)('init', '-q');
  gitIn(other)('add', '.');
  gitIn(other)('commit', '-qm', 'first');
  git('init', '-q');
  // What a submodule is to the repository; the command that adds one is a script that needs more than git.
  git('clone', '-q', other, 'pub/module');
  git('add', '.');
  git('commit', '-qm', 'first');
  expect((await check(folder, '--changed')).places).toEqual([]);
  writeFileSync(path.join(folder, 'two\nlines.txt'), 'A.\n');
  writeTexts({ 'água::x': [slip('Rimac'), sound('Umayo')] }, folder);
  const { places } = await check(folder, '--changed');
  expect(places.length).toBeGreaterThan(0);
  expect(places.filter((place) => !place.startsWith('source/água::x/'))).toEqual([]);
});

test('--changed where git cannot answer says what is missing', async () => {
  const folder = writeTexts({ lakes: [slip('Poopo')] });
  const ask = async (...options: string[]) => {
    const { code, err } = await runInProcess(folder, 'check', '.', '--changed', ...options);
    return `${code} ${err}`;
  };
  expect(await ask()).toMatch(/^2 .*git repository/);
  const git = gitIn(folder);
  git('init', '-q');
  expect(await ask('main')).toMatch(/^2 .*no branch, tag or commit main/);
  git('add', '.');
  git('commit', '-qm', 'first');
  expect(await ask('--output=x')).toMatch(/^2 /);
  expect(await ask('no-such-branch')).toMatch(/^2 .*no-such-branch/);
  git('checkout', '-q', '--orphan', 'other');
  git('commit', '-qm', 'second');
  expect(await ask('main')).toMatch(/^2 .*--unshallow/);
  rmSync(path.join(folder, '.git'), { recursive: true });
});
