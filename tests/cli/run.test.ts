import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Build } from '../../pipeline/build.ts';
import { packageRoot } from '../../pipeline/host/package-root.ts';
import { run } from '../../pipeline/host/run.ts';
import type { Terminal } from '../../pipeline/host/terminal.ts';
import type { Diagnostic, ProjectFiles } from '../../pipeline/model.ts';
import { type Ways, ways } from '../../pipeline/ways.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';

const configuration = 'base: https://example.org/\neditions: {en: en-US}\n';
const point = { line: 1, column: 1, offset: 0 };
const location = { path: 'tinkuy.yaml', start: point, end: { ...point, column: 5 } };
const warning: Diagnostic = { rule: 'catalog-entry-is-used', location, values: {}, related: [] };
const error: Diagnostic = {
  rule: 'file-is-utf8',
  location,
  values: { byte: 'F1', path: 'a.md' },
  related: [],
};

/** Ways that end at once with these diagnostics and one output. */
function waysWith(diagnostics: Diagnostic[], files: ProjectFiles[] = []): Ways {
  const output = { path: 'en/a.md', text: 'A', mediaType: 'text/markdown', language: 'en' };
  const settings = {
    base: '',
    editions: [],
    mentions: 'all',
    numberSections: true,
    allowHtml: false,
    rules: {},
    pages: [],
  } as const;
  const build: Build = {
    configuration: { ...settings, editions: [], pages: [] },
    vocabulary: { types: new Map(), units: new Map(), context: {}, schemas: new Map() },
    wordsOf: () => {
      throw new Error('There is no edition.');
    },
    publications: [],
    texts: new Map(),
    outputs: [output],
    pages: [],
    rewrite: new Map(),
    proofs: new Map(),
    diagnostics,
  };
  return {
    ...ways,
    build: async () => async (given, services) => {
      files.push(given);
      services.progress('documents');
      return build;
    },
    generate: async () => async () => ({
      value: [{ ...output, path: 'docs/vocabulary.md' }],
      diagnostics,
    }),
    syncCatalogs: async () => () => ({
      value: [
        {
          path: 'locales/es/a.po',
          text: 'po',
          counts: { translated: 1, untranslated: 2, fuzzy: 3, obsolete: 4 },
        },
      ],
      diagnostics,
    }),
  };
}

async function tinkuy(
  line: string,
  { ways = waysWith([]), ...world }: Partial<Terminal> & { ways?: Ways } = {},
): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const terminal: Terminal = {
    write: (text) => {
      out += text;
    },
    writeError: (text) => {
      err += text;
    },
    outputIsTerminal: false,
    errorIsTerminal: false,
    columns: 100,
    env: {},
    cwd: world.cwd ?? temporaryFolder({ 'tinkuy.yaml': configuration }),
    ...world,
  };
  const code = await run(line.split(' ').filter(Boolean), terminal, ways);
  return { code, out, err };
}

const { version } = JSON.parse(readFileSync(`${packageRoot}package.json`, 'utf8')) as { version: string };

test.each(['--version', '-V', '--lang es --version'])('%s prints the version', async (line) => {
  expect(await tinkuy(line)).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test.each([
  ['en', 'Usage: tinkuy check [options] [project]'],
  ['es', 'Uso: tinkuy check [opciones] [proyecto]'],
  ['pt', 'Uso: tinkuy check [opções] [projeto]'],
])('help is in the language that is asked for: %s', async (language, usage) => {
  const { code, out } = await tinkuy(`check --help --lang ${language}`);
  expect(code).toBe(0);
  expect(out.split('\n')[0]).toBe(usage);
  expect(out).toContain('--reporter');
  expect(out).toContain('--lang');
  expect(out).not.toMatch(/usage\.|help\./);
});

test.each([
  [{ LANG: 'es_PE.UTF-8' }, 'Uso:'],
  [{ LC_ALL: 'pt_BR', LANG: 'es_PE' }, 'Comandos:'],
  [{ LC_MESSAGES: 'es', LANG: 'pt_BR' }, 'Órdenes:'],
  [{ LC_ALL: 'C' }, 'Usage:'],
  [{ LANG: 'qu_PE' }, 'Usage:'],
  [{ LC_ALL: '', LANG: 'es' }, 'Uso:'],
])('the environment %j decides the language otherwise', async (env, word) => {
  expect((await tinkuy('--help', { env })).out).toContain(word);
});

test.each([
  ['', /Usage: tinkuy/],
  ['catalog', /Usage: tinkuy catalog/],
  ['chekc', /no command chekc.*\n.*mean check\?/],
  ['catalog synk', /no command synk.*\n.*mean sync\?/],
  ['check --strickt', /no option --strickt.*\n.*mean --strict\?/],
  ['check --reporter jsno', /--reporter cannot be jsno.*terminal, json, github, sarif.*\n.*mean json\?/],
  ['check --reporter', /--reporter <name> needs a value/],
  ['check --lang', /--lang <language> needs a value/],
  ['--lang fr check', /--lang cannot be fr.*en, es, pt/],
  ['check a b', /check takes fewer arguments/],
  ['check nowhere', /no folder nowhere/],
  ['check tinkuy.yaml', /no folder tinkuy.yaml/],
])('wrong use: tinkuy %s', async (line, message) => {
  const { code, out, err } = await tinkuy(line);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toMatch(message);
});

test.each([
  ['check', [], 0],
  ['check', [warning], 0],
  ['check --strict', [warning], 1],
  ['--strict check', [], 2],
  ['check', [error], 1],
  ['build', [warning], 0],
  ['build', [error], 1],
  ['build --strict', [warning], 1],
] as const)('tinkuy %s with %j ends with its code', async (line, diagnostics, code) => {
  expect((await tinkuy(line, { ways: waysWith([...diagnostics]) })).code).toBe(code);
});

test('check writes nothing; build writes dist/, and leaves it when there is an error', async () => {
  const cwd = temporaryFolder({ 'tinkuy.yaml': configuration });
  expect((await tinkuy('check', { cwd })).out).toBe('No findings.\n');
  expect(readdirSync(cwd)).toEqual(['tinkuy.yaml']);
  const built = await tinkuy('build', { cwd });
  expect(built.out).toBe('dist: 1 written, 0 unchanged, 0 removed.\n');
  expect(readFileSync(path.join(cwd, 'dist/en/a.md'), 'utf8')).toBe('A');
  const failing = await tinkuy('build', { cwd, ways: { ...waysWith([error]) } });
  expect(failing.out).toContain('dist was left as it was');
  expect(readdirSync(cwd).sort()).toEqual(['dist', 'tinkuy.yaml']);
});

test('a project elsewhere is read by its path, and findings name it as the reader would', async () => {
  const cwd = temporaryFolder({ 'my/project/tinkuy.yaml': configuration });
  const files: ProjectFiles[] = [];
  const { out } = await tinkuy('check my/project', { cwd, ways: waysWith([error], files) });
  expect(files[0]?.own).toEqual([{ path: 'tinkuy.yaml', text: configuration }]);
  expect(out).toContain('my/project/tinkuy.yaml:1:1');
});

test.each(['en', 'es', 'pt'])('findings are told in %s', async (language) => {
  const read = (name: string) =>
    JSON.parse(readFileSync(`${packageRoot}locales/${language}/${name}.json`, 'utf8'));
  const { out } = await tinkuy(`check --lang ${language}`, { ways: waysWith([error]) });
  expect(out).toContain(read('rules')['file-is-utf8'].message.replace('{{byte}}', 'F1'));
  expect(out).toContain(read('cli').report.errors_one.replace('{{count}}', '1'));
  expect(out).not.toMatch(/report\.|related\./);
});

test.each(['json', 'sarif'])('--reporter %s writes nothing but that to the output', async (reporter) => {
  const { code, out, err } = await tinkuy(`build --reporter ${reporter}`, { ways: waysWith([warning]) });
  expect(code).toBe(0);
  expect(() => JSON.parse(out)).not.toThrow();
  expect(err).toContain('1 written');
});

test.each([
  ['', {}, false],
  ['', { outputIsTerminal: true }, true],
  ['', { outputIsTerminal: true, env: { NO_COLOR: '1' } }, false],
  ['', { outputIsTerminal: true, env: { NO_COLOR: '' } }, true],
  ['', { outputIsTerminal: true, env: { TERM: 'dumb' } }, false],
  ['', { env: { FORCE_COLOR: '1' } }, true],
  ['', { env: { FORCE_COLOR: '0' }, outputIsTerminal: true }, false],
  ['--color', { env: { NO_COLOR: '1' } }, true],
  ['--no-color', { outputIsTerminal: true, env: { FORCE_COLOR: '1' } }, false],
])('colours: %s %j → %s', async (option, world, colored) => {
  const { out } = await tinkuy(`check ${option}`, { ways: waysWith([error]), ...world });
  expect(out.includes('\u001B[')).toBe(colored);
});

test('progress is shown on a terminal only, and not in CI', async () => {
  const shown = await tinkuy('check', { errorIsTerminal: true });
  expect(shown.err).toContain('reading the texts…');
  expect(shown.err.endsWith('\r\u001B[2K')).toBe(true);
  expect((await tinkuy('check', { errorIsTerminal: true, env: { CI: 'true' } })).err).toBe('');
  expect((await tinkuy('check')).err).toBe('');
});

test('generate writes what is stale; with --check it tells', async () => {
  const cwd = temporaryFolder({ 'tinkuy.yaml': configuration });
  const stale = await tinkuy('generate --check', { cwd });
  expect(stale).toMatchObject({ code: 1, out: expect.stringContaining('docs/vocabulary.md') });
  expect(readdirSync(cwd)).toEqual(['tinkuy.yaml']);
  expect((await tinkuy('generate', { cwd })).code).toBe(0);
  expect(readFileSync(path.join(cwd, 'docs/vocabulary.md'), 'utf8')).toBe('A');
  expect(await tinkuy('generate --check', { cwd })).toMatchObject({
    code: 0,
    out: 'Generated files are up to date.\n',
  });
});

test('catalog sync writes the catalogs and counts; not where a finding is an error', async () => {
  const cwd = temporaryFolder({ 'tinkuy.yaml': configuration });
  expect((await tinkuy('catalog sync', { cwd, ways: waysWith([error]) })).code).toBe(1);
  expect(readdirSync(cwd)).toEqual(['tinkuy.yaml']);
  const { code, out } = await tinkuy('catalog sync', { cwd });
  expect(code).toBe(0);
  expect(out).toBe('locales/es/a.po: 1 translated, 2 to translate, 3 to revise, 4 obsolete.\n');
  expect(readFileSync(path.join(cwd, 'locales/es/a.po'), 'utf8')).toBe('po');
});

test('the words of the command line are the same in three languages', () => {
  const keys = (value: unknown, path = ''): string[] =>
    typeof value === 'string'
      ? [
          `${path.replace(/_(?:one|many|other)$/, '')} ${(value.match(/\{\{\w+\}\}/g) ?? []).sort().join(' ')}`,
        ]
      : Object.entries(value as object).flatMap(([key, inner]) => keys(inner, `${path}.${key}`));
  const [english, ...others] = ['en', 'es', 'pt'].map((language) => {
    const words: unknown = JSON.parse(readFileSync(`${packageRoot}locales/${language}/cli.json`, 'utf8'));
    return [...new Set(keys(words))].sort();
  });
  for (const other of others) expect(other).toEqual(english);
});

test('rules lists every rule', async () => {
  const { code, out } = await tinkuy('rules');
  expect(code).toBe(0);
  expect(out).toMatch(/^file-is-utf8 +error$/m);
  expect(out).toMatch(/^catalog-entry-is-used +warning$/m);
});

test('a bug is called a bug, in the language of the reader', async () => {
  const ways: Ways = {
    ...waysWith([]),
    build: () => Promise.reject(new TypeError('x is undefined')),
  };
  const { code, out, err } = await tinkuy('check --lang es', { ways });
  expect(code).toBe(70);
  expect(out).toBe('');
  expect(err).toContain('TypeError: x is undefined');
  expect(err).toContain('Esto es un error de tinkuy');
  expect(err).toContain(`tinkuy ${version}, Node `);
});

test('a machine that refuses is no bug', async () => {
  const cwd = temporaryFolder({ 'tinkuy.yaml': configuration, 'dist/en': 'a file where a folder should be' });
  const { code, err } = await tinkuy('build', { cwd });
  expect(code).toBe(74);
  expect(err).toContain('Move it away');
  expect(err).not.toContain('    at ');
});
