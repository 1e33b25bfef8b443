import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../../pipeline/host/run.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { packageRoot } from '../package-root.ts';
import { followTutorial } from './follow-tutorial.ts';
import { runInProcess } from './run-in-process.ts';
import { testTerminal } from './test-terminal.ts';

const spoken = ['en-US', 'es-PE', 'pt-BR', 'en-US,es-PE,pt-BR', 'pt-BR,en-GB', 'es-EC,pt-BR,en-US'];

test.each(spoken)('a project in %s passes every check and is built as it is written', async (languages) => {
  const folder = temporaryFolder();
  expect(await runInProcess(folder, 'init', '--languages', languages, '--name', 'lagos')).toMatchObject({
    code: 0,
    err: '',
  });
  expect(await runInProcess(folder, 'check', '--strict')).toMatchObject({ code: 0, out: 'No findings.\n' });
  expect((await runInProcess(folder, 'build', '--strict')).code).toBe(0);
  const editions = languages.split(',').map((tag) => tag.slice(0, 2));
  for (const edition of editions)
    expect(readFileSync(path.join(folder, `dist/${edition}/lagos.md`), 'utf8')).toContain('530');
  const { out } = await runInProcess(folder, 'catalog', 'sync', '--check');
  expect(out).toContain('up to date');
});

test('in languages that the tool does not speak it says what is left to translate, and is built', async () => {
  const folder = temporaryFolder();
  await runInProcess(folder, 'init', '--languages', 'fr-FR,de-DE', '--name', 'lacs');
  const { code, out } = await runInProcess(folder, 'check', '--reporter', 'json');
  const { findings } = JSON.parse(out) as { findings: { severity: string }[] };
  expect({ code, errors: findings.filter(({ severity }) => severity === 'error') }).toEqual({
    code: 0,
    errors: [],
  });
  expect((await runInProcess(folder, 'build')).code).toBe(0);
});

test('schemas and data alone pass, too, and a fault in them is found', async () => {
  const folder = temporaryFolder();
  expect((await runInProcess(folder, 'init', '--schemas')).code).toBe(0);
  expect((await runInProcess(folder, 'check', '--strict')).code).toBe(0);
  writeFileSync(path.join(folder, 'data/lakes/junin.yaml'), 'name: Junín\narea: -530\n');
  const { code, out } = await runInProcess(folder, 'check');
  expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('data/lakes/junin.yaml:2:7') });
});

test('who sits before the terminal is asked; what is given is not asked for', async () => {
  const asked: string[] = [];
  const initWith = async (answers: string[], ...options: string[]) => {
    const folder = temporaryFolder();
    const terminal = testTerminal(
      folder,
      {},
      () => undefined,
      () => undefined,
    );
    const ask = async (question: string) => {
      asked.push(question);
      return answers.shift() ?? '';
    };
    expect(await run(['init', ...options], { ...terminal, ask })).toBe(0);
    return (at: string) =>
      existsSync(path.join(folder, at)) ? readFileSync(path.join(folder, at), 'utf8') : undefined;
  };
  const answered = await initWith(['pt-BR, en-US', 'gitlab'], '--name', 'x');
  expect(asked).toHaveLength(2);
  expect(parse(answered('tinkuy.yaml') ?? '')).toMatchObject({ editions: { pt: 'pt-BR', en: 'en-US' } });
  expect(answered('.gitlab-ci.yml')).toContain('tinkuy check');
  const left = await initWith(['', ''], '--name', 'x');
  expect(Object.keys(parse(left('tinkuy.yaml') ?? '').editions)).toEqual(['en', 'es', 'pt']);
  await initWith([], '--languages', 'es-PE');
  await initWith([], '--schemas');
  expect(asked).toHaveLength(4);
});

test('nothing is written over: all files or none', async () => {
  const folder = temporaryFolder({ '.gitignore': 'mine\n' });
  const { code, err } = await runInProcess(folder, 'init', '--languages', 'en-US');
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('.gitignore') });
  expect(readdirSync(folder)).toEqual(['.gitignore']);
});

const wrong: [string, string[]][] = [
  ['a language twice', ['--languages', 'en-US,en-GB']],
  ['no tag', ['--languages', 'english!']],
  ['a tag in other letters', ['--languages', 'EN-us']],
  ['a name with a space', ['--languages', 'en-US', '--name', 'my text']],
  ['a service that is none', ['--languages', 'en-US', '--ci', 'jenkins']],
];

test.each(wrong)('%s is wrong use, and nothing is written', async (_, options) => {
  const folder = temporaryFolder();
  expect((await runInProcess(folder, 'init', ...options)).code).toBe(2);
  expect(readdirSync(folder)).toEqual([]);
});

test('new publications, types and languages go into a project that stays sound', async () => {
  const folder = temporaryFolder();
  await runInProcess(folder, 'init', '--languages', 'en-US,es-PE', '--name', 'lakes');
  const configuration = `# Our lakes.\n${readFileSync(path.join(folder, 'tinkuy.yaml'), 'utf8')}`;
  writeFileSync(path.join(folder, 'tinkuy.yaml'), configuration);

  expect((await runInProcess(folder, 'new', 'publication', 'rivers')).code).toBe(0);
  expect(await runInProcess(folder, 'check')).toMatchObject({ code: 0 });
  expect((await runInProcess(folder, 'new', 'publication', 'rivers')).code).toBe(2);

  expect((await runInProcess(folder, 'new', 'type', 'station')).code).toBe(0);
  expect(await runInProcess(folder, 'check')).toMatchObject({ code: 0 });
  const article = path.join(folder, 'source/lakes/article.md');
  writeFileSync(
    article,
    `${readFileSync(article, 'utf8')}\nThe station is called [Ondores](station:ondores#name).\n`,
  );
  await runInProcess(folder, 'catalog', 'sync');
  expect((await runInProcess(folder, 'explain', 'station:ondores')).out).toContain('Ondores');

  expect((await runInProcess(folder, 'new', 'language', 'pt-BR')).code).toBe(0);
  const text = readFileSync(path.join(folder, 'tinkuy.yaml'), 'utf8');
  expect(text.startsWith('# Our lakes.\n')).toBe(true);
  expect(parse(text).editions.pt).toEqual({ tag: 'pt-BR', threshold: 0 });
  await runInProcess(folder, 'catalog', 'sync');
  expect(existsSync(path.join(folder, 'locales/pt/rivers.po'))).toBe(true);

  for (const options of [
    ['language', 'pt-PT'],
    ['language', 'x'],
    ['planet', 'mars'],
    ['type', 'weather-station'],
  ]) {
    expect((await runInProcess(folder, 'new', ...options)).code, options.join(' ')).toBe(2);
  }
  expect((await runInProcess(temporaryFolder(), 'new', 'type', 'well')).code).toBe(2);
});

/** The shell lines of the action's last step, as a runner runs them. */
function runAction(workspace: string, inputs: Record<string, string>) {
  const action = parse(readFileSync(`${packageRoot}action.yml`, 'utf8'));
  const { run: lines, env } = action.runs.steps.at(-1) as { run: string; env: Record<string, string> };
  const given = Object.entries(env).map(([name, value]) => {
    const input = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(value)?.[1] ?? '';
    return [name, inputs[input] ?? action.inputs[input].default];
  });
  // Nothing of what is given becomes a part of the script.
  expect(lines).not.toContain('${{');
  const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', lines], {
    cwd: workspace,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      GITHUB_ACTION_PATH: packageRoot.replace(/\/$/, ''),
      GITHUB_WORKSPACE: workspace,
      CI: 'true',
      ...Object.fromEntries(given),
    },
  });
  return { status, stdout };
}

const hasBash = spawnSync('bash', ['--version']).status === 0;

test.skipIf(!hasBash)(
  'the action passes a pull request that is sound, and annotates one with a fault',
  async () => {
    const workspace = temporaryFolder();
    const project = path.join(workspace, 'my texts; echo');
    await runInProcess(workspace, 'init', '--languages', 'en-US,es-PE', '--name', 'lakes', project);
    expect(runAction(workspace, { project: 'my texts; echo' })).toEqual({ status: 0, stdout: '' });
    const article = path.join(project, 'source/lakes/article.md');
    writeFileSync(article, readFileSync(article, 'utf8').replace('place:junin)', 'plaec:junin)'));
    const { status, stdout } = runAction(workspace, { project: 'my texts; echo' });
    expect(status).toBe(1);
    expect(stdout).toContain('::error file=my texts; echo/source/lakes/article.md,line=');
  },
);

test('every template is YAML and runs a command that there is', () => {
  for (const at of [
    'docs/ci/github.yml',
    'docs/ci/gitlab.yml',
    'docs/ci/pre-commit.yml',
    '.pre-commit-hooks.yaml',
  ]) {
    const text = readFileSync(`${packageRoot}${at}`, 'utf8');
    expect(parse(text), at).toBeInstanceOf(Object);
    expect(text, at).toMatch(/tinkuy check/);
  }
});

test('who follows the page on CI sees what it shows', () => {
  const page = readFileSync(`${packageRoot}docs/ci.md`, 'utf8');
  expect(followTutorial(page, temporaryFolder())).toEqual([
    'npx tinkuy init --languages en-US,es-PE --name lakes --ci github: 0',
    'npx tinkuy check --strict: 0',
    'npx tinkuy check --strict --reporter github: 1',
    'npx tinkuy check --baseline known.json --write-baseline: 0',
    'npx tinkuy check --strict --baseline known.json: 0',
  ]);
});
