import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Commands, commands } from '../../pipeline/host/commands.ts';
import { defineCommand } from '../../pipeline/host/define-command.ts';
import { run } from '../../pipeline/host/run.ts';
import type { Terminal } from '../../pipeline/host/terminal.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { packageRoot } from '../package-root.ts';
import { readTree } from './read-tree.ts';

type Files = Record<string, string | Buffer>;

const configuration = 'base: https://example.org/\neditions: {en: en-US}\n';
/** The smallest project without a finding, and what gives it a warning or an error. */
const clean: Files = {
  'tinkuy.yaml': configuration,
  'source/a/article.md': `---
title: A country
language: en
licence: { text: all-rights-reserved, data: all-rights-reserved }
---

[Peru](country:peru) is a country.
`,
  'source/a/entities/peru.yaml': 'country:peru:\n  name: { en: Peru }\n',
};
/** record-is-used, at 1:1 of source/a/entities/chile.yaml. */
const warning: Files = {
  'source/a/entities/chile.yaml': 'country:chile:\n  name: { en: Chile }\n',
};
/** file-is-utf8, at 1:4 of source/a/entities/latin.yaml. */
const error: Files = { 'source/a/entities/latin.yaml': Buffer.from('a: \u00f1', 'latin1') };

async function tinkuy(
  line: string,
  { given, files = {}, ...world }: Partial<Terminal> & { given?: Commands; files?: Files } = {},
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
    cwd: world.cwd ?? temporaryFolder({ ...clean, ...files }),
    ...world,
  };
  const code = await run(line.split(' ').filter(Boolean), terminal, given);
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
  [
    'check --reporter jsno',
    /--reporter cannot be jsno.*terminal, json, github, gitlab, sarif.*\n.*mean json\?/,
  ],
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
  ['check', 'nothing', {}, 0],
  ['check', 'a warning', warning, 0],
  ['check --strict', 'a warning', warning, 1],
  ['--strict check', 'nothing', {}, 2],
  ['check', 'an error', error, 1],
  ['build', 'a warning', warning, 0],
  ['build', 'an error', error, 1],
  ['build --strict', 'a warning', warning, 1],
])('tinkuy %s with %s ends with its code', async (line, _, files, code) => {
  expect((await tinkuy(line, { files })).code).toBe(code);
});

test('check writes nothing; build writes dist/, and leaves it when there is an error', async () => {
  const cwd = temporaryFolder(clean);
  const dist = path.join(cwd, 'dist');
  expect((await tinkuy('check', { cwd })).out).toBe('No findings.\n');
  expect(readdirSync(cwd).sort()).toEqual(['source', 'tinkuy.yaml']);
  const built = await tinkuy('build', { cwd });
  const written = readTree(dist);
  expect(built.out).toMatch(new RegExp(`^dist: ${written.size} written, 0 unchanged, 0 removed\\.\n`));
  expect(written.get('en/a.md')).toContain('is a country.');
  for (const [at, content] of Object.entries(error)) writeFileSync(path.join(cwd, at), content);
  const failing = await tinkuy('build', { cwd });
  expect(failing.out).toContain('dist was left as it was');
  expect(readTree(dist)).toEqual(written);
  expect(readdirSync(cwd).sort()).toEqual(['dist', 'source', 'tinkuy.yaml']);
});

test('a project elsewhere is read by its path, and findings name it as the reader would', async () => {
  const cwd = temporaryFolder(
    Object.fromEntries(
      Object.entries({ ...clean, ...error }).map(([at, text]) => [`my/project/${at}`, text]),
    ),
  );
  const { out } = await tinkuy('check my/project', { cwd });
  expect(out).toContain('my/project/source/a/entities/latin.yaml:1:4');
});

test.each(['en', 'es', 'pt'])('findings are told in %s', async (language) => {
  const read = (name: string) =>
    JSON.parse(readFileSync(`${packageRoot}locales/${language}/${name}.json`, 'utf8'));
  const { out } = await tinkuy(`check --lang ${language}`, { files: error });
  expect(out).toContain(read('rules')['file-is-utf8'].message.replace('{{byte}}', 'F1'));
  expect(out).toContain(read('cli').report.errors_one.replace('{{count}}', '1'));
  expect(out).not.toMatch(/report\.|related\./);
});

test.each(['json', 'sarif'])('--reporter %s writes nothing but that to the output', async (reporter) => {
  const { code, out, err } = await tinkuy(`build --reporter ${reporter}`, { files: warning });
  expect(code).toBe(0);
  expect(() => JSON.parse(out)).not.toThrow();
  expect(err).toMatch(/\d written/);
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
  const { out } = await tinkuy(`check ${option}`, { files: error, ...world });
  expect(out.includes('\u001B[')).toBe(colored);
});

test('progress is shown on a terminal only, and not in CI', async () => {
  const shown = await tinkuy('check', { errorIsTerminal: true, files: error });
  expect(shown.err).toContain('comparing the editions…');
  expect(shown.err.endsWith('\r\u001B[2K')).toBe(true);
  expect((await tinkuy('check', { errorIsTerminal: true, env: { CI: 'true' }, files: error })).err).toBe('');
  expect((await tinkuy('check', { files: error })).err).toBe('');
});

test('generate writes what is stale; with --check it tells', async () => {
  const cwd = temporaryFolder({ 'tinkuy.yaml': configuration });
  const stale = await tinkuy('generate --check', { cwd });
  expect(stale).toMatchObject({ code: 1, out: expect.stringContaining('docs/vocabulary.md') });
  expect(readdirSync(cwd)).toEqual(['tinkuy.yaml']);
  expect((await tinkuy('generate', { cwd })).code).toBe(0);
  expect(readFileSync(path.join(cwd, 'docs/vocabulary.md'), 'utf8')).toMatch(/^# Vocabulary\n/);
  expect(await tinkuy('generate --check', { cwd })).toMatchObject({
    code: 0,
    out: 'Generated files are up to date.\n',
  });
});

test('catalog sync writes the catalogs and counts; not where a finding is an error', async () => {
  const editions = 'base: https://example.org/\neditions: {en: en-US, es: es-PE}\n';
  const cwd = temporaryFolder({ ...clean, ...error, 'tinkuy.yaml': editions });
  expect((await tinkuy('catalog sync', { cwd })).code).toBe(1);
  expect(readdirSync(cwd).sort()).toEqual(['source', 'tinkuy.yaml']);
  for (const at of Object.keys(error)) rmSync(path.join(cwd, at));
  const { code, out } = await tinkuy('catalog sync', { cwd });
  expect(code).toBe(0);
  expect(out).toBe('locales/es/a.po: 0 translated, 2 to translate, 0 to revise, 0 obsolete.\n');
  const written = readFileSync(path.join(cwd, 'locales/es/a.po'), 'utf8');
  expect(written).toContain('msgid "[Peru](country:peru) is a country."\nmsgstr ""\n');
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
  const broken = defineCommand({
    arguments: {},
    options: {},
    action: () => {
      throw new TypeError('x is undefined');
    },
  });
  const given = { ...commands, broken: async () => broken };
  const { code, out, err } = await tinkuy('broken --lang es', { given });
  expect(code).toBe(70);
  expect(out).toBe('');
  expect(err).toContain('TypeError: x is undefined');
  expect(err).toContain('Esto es un error de tinkuy');
  expect(err).toContain(`tinkuy ${version}, Node `);
});

test('a machine that refuses is no bug', async () => {
  const cwd = temporaryFolder({ ...clean, 'dist/en': 'a file where a folder should be' });
  const { code, err } = await tinkuy('build', { cwd });
  expect(code).toBe(74);
  expect(err).toContain('Move it away');
  expect(err).not.toContain('    at ');
});
