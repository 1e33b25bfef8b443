import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../pipeline/host/commands.ts';
import createCommand from '../../scripts/new-command.mjs';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { packageRoot } from '../package-root.ts';
import { readTree } from './read-tree.ts';
import { runInProcess } from './run-in-process.ts';

const languages = ['en', 'es', 'pt'];
const read = (at: string) => readFileSync(packageRoot + at, 'utf8');
/** "catalog sync" of the line "catalog sync [project]". */
const nameOf = (line: string) => line.replace(/ [<[].*/, '');
const lines = Object.keys(commands);
const names = lines.map(nameOf);

/** Commands that the table of a README names: "`tinkuy catalog export`, `import`" are two. */
function namesInTable(readme: string): string[] {
  return readme.split('\n').flatMap((line) => {
    const cell = /^\| (`tinkuy [^|]*) \|/.exec(line)?.[1];
    if (cell === undefined) return [];
    const [first = '', ...others] = [...cell.matchAll(/`(?:tinkuy )?([a-z ]*[a-z])[^`]*`/g)].map(
      ([, found]) => found,
    );
    const group = first.slice(0, first.lastIndexOf(' ') + 1);
    return [first, ...others.map((other) => group + other)];
  });
}

test.each(['README.md', 'README.es.md', 'README.pt.md'])(
  'every command is in the table of %s, and no other',
  (at) => {
    expect(namesInTable(read(at)).sort()).toEqual([...names].sort());
  },
);

test.each(languages)('every command is in the help: %s', async (language) => {
  const of = async (...argv: string[]) =>
    (await runInProcess('.', ...argv, '--help', '--lang', language)).out;
  const groups = [
    ...new Set(names.filter((name) => name.includes(' ')).map((name) => name.split(' ')[0] ?? '')),
  ];
  const helps = new Map([['', await of()]]);
  for (const group of groups) helps.set(group, await of(group));
  for (const name of names) {
    const [last, group = ''] = name.split(' ').reverse();
    expect(helps.get(group)).toMatch(new RegExp(`^ {2}${last} \\[\\S+\\]`, 'm'));
  }
});

test('a command is one file, named as it is called', () => {
  const files = readdirSync(`${packageRoot}pipeline/host/commands`);
  expect(files.sort()).toEqual(names.map((name) => `${name.replace(' ', '-')}.ts`).sort());
});

describe.each(lines)('%s', (line) => {
  test('takes the arguments of its line', async () => {
    const declared = (await commands[line]?.())?.arguments.map(({ name }) => name);
    expect(declared).toEqual([...line.matchAll(/[<[](\w+)/g)].map(([, name]) => name));
  });

  test.each(languages)(
    'its help says in %s what it does, and what each option and argument is',
    async (language) => {
      const { help, usage } = JSON.parse(read(`locales/${language}/cli.json`));
      const { code, out } = await runInProcess('.', ...nameOf(line).split(' '), '--help', '--lang', language);
      expect(code).toBe(0);
      const shown = out.replace(/\s+/g, ' ');
      const command = await commands[line]?.();
      const taken = [...(command?.arguments ?? []), ...(command?.options ?? [])];
      const keys = taken.map(({ parameter }) => parameter.words.replace(/^help\./, ''));
      for (const words of [help[nameOf(line).split(' ').at(-1) ?? ''], ...keys.map((key) => help[key])]) {
        expect(words).toMatch(/\S/);
        expect(shown).toContain(words);
      }
      for (const { flag } of command?.options ?? []) expect(out).toContain(`  ${flag}`);
      for (const [, name = ''] of line.matchAll(/[<[](\w+)/g))
        expect(shown).toContain(usage.placeholders[name]);
    },
  );
});

test('no word of the help is without its command', async () => {
  const { help } = JSON.parse(read('locales/en/cli.json'));
  const own = [
    'tinkuy',
    'exit',
    'helpCommand',
    ...['Help', 'Version', 'Lang', 'Color', 'NoColor'].map((name) => `option${name}`),
  ];
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  const parameters = all.flatMap((command) => [...command.arguments, ...command.options]);
  const used = parameters.map(({ parameter }) => parameter.words.replace(/^help\./, ''));
  expect(Object.keys(help).sort()).toEqual(
    [...new Set([...own, ...names.flatMap((name) => name.split(' ')), ...used])].sort(),
  );
});

describe('npm run new command', () => {
  const copy = () => {
    const root = temporaryFolder();
    for (const at of [
      'pipeline/host',
      'tests/cli/run-in-process.ts',
      ...languages.map((l) => `locales/${l}/cli.json`),
    ])
      cpSync(packageRoot + at, path.join(root, at), { recursive: true });
    return root;
  };

  test.each([
    ['tidy', 'tidy', "'tidy [project]': async () => (await import('./commands/tidy.ts')).tidyCommand,"],
    [
      'catalog-tidy',
      'catalog tidy',
      "'catalog tidy [project]': async () => (await import('./commands/catalog-tidy.ts')).catalogTidyCommand,",
    ],
  ])('%s: a file, a test, a line and words', async (name, called, line) => {
    const root = copy();
    const before = readTree(root);
    await createCommand(name, root);
    const after = readTree(root);
    const changed = [...after].filter(([at, text]) => before.get(at) !== text).map(([at]) => at);
    expect(changed).toEqual([
      ...languages.map((language) => `locales/${language}/cli.json`),
      'pipeline/host/commands.ts',
      `pipeline/host/commands/${name}.ts`,
      `tests/cli/${name}.test.ts`,
    ]);
    expect(after.get('pipeline/host/commands.ts')?.replace(/\s+/g, ' ')).toContain(line);
    for (const language of languages) {
      const { help } = JSON.parse(after.get(`locales/${language}/cli.json`) ?? '');
      expect(help.tidy).toContain(`tinkuy ${called}`);
    }
  });

  test.each(['build', 'catalog', 'catalog-sync', 'name'])('%s is taken: nothing is written', async (name) => {
    const root = copy();
    const before = readTree(root);
    expect(await createCommand(name, root)).toContain('choose another name');
    expect(process.exitCode).toBe(2);
    process.exitCode = undefined;
    expect(readTree(root)).toEqual(before);
  });
});
