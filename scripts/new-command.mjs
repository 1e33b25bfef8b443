/**
 * `npm run new command <name>`: the file of a command, its line in commands.ts, its words in three languages, and a test
 * that fails until they are filled in. `catalog-tidy` is `tinkuy catalog tidy`, for `catalog` is a group of commands.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const registry = 'pipeline/host/commands.ts';
/** An entry of the registry: the line of the help, and where the file is. */
const entries = /^ {2}'?([a-z][^':\n]*)'?: async \(\) =>\s[\s\S]*?,\n/gm;
const words = {
  en: (line) => `fill in: what ${line} does`,
  es: (line) => `por completar: qué hace ${line}`,
  pt: (line) => `a preencher: o que ${line} faz`,
};

/** Writes the files and says what is to be filled in; refuses a name that is taken. */
export default async function createCommand(name, root) {
  const read = (at) => readFileSync(path.join(root, at), 'utf8');
  const known = [...read(registry).matchAll(entries)];
  const paths = known.map(([, line]) => line.split(' ').filter((word) => /^[a-z]/.test(word)));
  const groups = new Set(paths.filter(({ length }) => length > 1).map(([group]) => group));
  const group = [...groups].find((candidate) => name.startsWith(`${candidate}-`));
  const last = group === undefined ? name : name.slice(group.length + 1);
  const called = group === undefined ? last : `${group} ${last}`;
  const command = `pipeline/host/commands/${name}.ts`;
  const test = `tests/cli/${name}.test.ts`;
  const locales = Object.keys(words).map((language) => [language, `locales/${language}/cli.json`]);

  const taken = [
    ...(paths.some((path) => path.join(' ') === called) || groups.has(called) ? [`tinkuy ${called}`] : []),
    ...[command, test].filter((at) => existsSync(path.join(root, at))),
    ...locales
      .filter(([, at]) => JSON.parse(read(at)).help[last] !== undefined)
      .map(([, at]) => `help.${last} in ${at}`),
  ];
  if (taken.length > 0) {
    process.exitCode = 2;
    return `There is already ${taken.join(', ')}: choose another name.`;
  }

  const write = (at, text) => writeFileSync(path.join(root, at), text);
  const variable = `${name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}Command`;
  write(registry, addEntry(read(registry), known, { group, called, name, variable }));
  write(command, commandFile(called, variable));
  write(test, testFile(called, last));
  for (const [language, at] of locales) {
    const line = `    ${JSON.stringify(last)}: ${JSON.stringify(words[language](`tinkuy ${called}`))},\n`;
    write(at, read(at).replace(/^( {2}"help": \{\n)/m, `$1${line}`));
  }
  return [
    `Wrote ${command} and ${test}, and a line in ${registry} and in ${locales.map(([, at]) => at).join(', ')}.`,
    `Fill in ${test} first: npx vitest run ${test}.`,
    'Then the words, the action, and the table of commands in README.md; tests/cli/commands.test.ts holds these together.',
  ].join('\n');
}

/** Behind the last command of its group; a command of none goes before the last of all, which lists the rules. */
function addEntry(text, known, { group, called, name, variable }) {
  const key = `'${called} [project]'`;
  const load = `(await import('./commands/${name}.ts')).${variable},\n`;
  const short = `  ${key}: async () => ${load}`;
  const entry = short.length <= 110 ? short : `  ${key}: async () =>\n    ${load}`;
  const isOwn = ([, line]) => group !== undefined && line.startsWith(`${group} `);
  const before = known.findLast(isOwn);
  const at = before === undefined ? known.at(-1).index : before.index + before[0].length;
  return text.slice(0, at) + entry + text.slice(at);
}

function commandFile(called, variable) {
  return `import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { textOr } from '../parameters.ts';

/** \`tinkuy ${called}\`: fill in what it does. */
export const ${variable} = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  // Further kinds of options are in parameters.ts; reporting.ts has those of commands that print findings.
  options: {},
  action: async ({ project: folder }, { terminal }) => {
    const { openFolder } = await import('../open-folder.ts');
    const { value: files } = openFolder(folder, terminal);
    // Fill in: load what it needs of the rooms in the same way, call it, and print what came of it.
    terminal.write(\`\${files.own.length}\\n\`);
    return exitCodes.clean;
  },
});
`;
}

function testFile(called, last) {
  const argv = called
    .split(' ')
    .map((word) => `'${word}'`)
    .join(', ');
  return `import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { runInProcess } from './run-in-process.ts';

test('tinkuy ${called} does what it is for', async () => {
  const folder = temporaryFolder();
  copyFixture('rule-base', folder);
  const { code, out } = await runInProcess(folder, ${argv});
  expect(code).toBe(0);
  const next = 'fill in what it prints of this project, then the action of the command';
  expect(out, next).toBe('…');
});

test.each(['en', 'es', 'pt'])('its help says what it does: %s', async (language) => {
  const { out } = await runInProcess('.', ${argv}, '--help', '--lang', language);
  const next = \`fill in help.${last} in locales/\${language}/cli.json\`;
  expect(out, next).not.toMatch(/fill in|por completar|a preencher/);
});
`;
}
