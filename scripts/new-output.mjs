/** `npm run new output <name>`: what an output begins with, and the test that says what is left to be written. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const registry = 'pipeline/publish/outputs/outputs.ts';

/**
 * Writes the output, its line in the registry, its words in each language of locales/ and a test that fails until it is
 * filled in. Changes nothing where the name is taken.
 *
 * @param {string} name in kebab-case
 * @param {string} root folder of the repository
 * @returns {Promise<string>} what was written and what is left
 */
export default async function createOutput(name, root) {
  const read = (at) => readFileSync(path.join(root, at), 'utf8');
  const code = `pipeline/publish/outputs/${name}.ts`;
  const test = `tests/output/${name}.test.ts`;
  const words = readdirSync(path.join(root, 'locales'))
    .map((language) => `locales/${language}/edition.json`)
    .filter((at) => existsSync(path.join(root, at)));
  const taken = [code, test].filter((at) => existsSync(path.join(root, at)));
  taken.push(...words.filter((at) => Object.hasOwn(JSON.parse(read(at)).outputs, name)));
  if (taken.length > 0) {
    process.exitCode = 1;
    return `${name} exists already: ${taken.join(', ')}`;
  }
  const written = new Map([
    [code, writeCode(name)],
    [registry, addLine(read(registry), name)],
    ...words.map((at) => [at, addWords(JSON.parse(read(at)), name)]),
    [test, writeTest(name)],
  ]);
  for (const [at, text] of written) writeFileSync(path.join(root, at), text);
  return [
    'Written:',
    ...[...written.keys()].map((at) => `  ${at}`),
    '',
    'What is left, which two tests tell as well (npx vitest run tests/publication/outputs.test.ts ' +
      `${test}):`,
    `  the path, the media type and what is written, in ${code}; whether editions link to it (relation)`,
    '  the title and what it is for, in each locales/<lang>/edition.json under "outputs"',
    '  its row in docs/linked-data.md',
    '  npm run build, which writes it and its line in dist/manifest.json',
  ].join('\n');
}

function writeCode(name) {
  return `import { plainTextType } from '../media-types.ts';
import type { FileKind, PublicationOutput } from './output.ts';
import { placeFile } from './place-file.ts';

/** TODO: what it is, by which specification. */
const file: FileKind = { path: 'data/{name}-${name}.txt', mediaType: plainTextType };

export const ${camelCase(name)}: PublicationOutput = {
  name: '${name}',
  files: [file],
  write: async ({ publication: { name } }) => [placeFile(file, { name }, 'TODO\\n')],
};
`;
}

/** The import in its place among the others, and the output at the end of those of a publication. */
function addLine(source, name) {
  const line = `import { ${camelCase(name)} } from './${name}.ts';`;
  const lines = source.split('\n');
  const isAfter = (other) => {
    const file = /^import .* from '\.\/(.*)\.ts';$/.exec(other)?.[1];
    return file !== undefined && file > name;
  };
  const next = lines.findIndex(isAfter);
  const last = lines.findLastIndex((other) => other.startsWith('import '));
  lines.splice(next < 0 ? last + 1 : next, 0, line);
  const list = lines.findIndex((other) => other.startsWith('export const publicationOutputs'));
  const end = lines.indexOf('];', list);
  if (list < 0 || end < 0) throw new Error(`${registry} has no list publicationOutputs`);
  lines.splice(end, 0, `  ${camelCase(name)},`);
  return lines.join('\n');
}

function addWords(words, name) {
  const todo = {
    title: 'TODO: its name, as a heading',
    purpose: 'TODO: what it is for, without a full stop.',
  };
  return `${JSON.stringify({ ...words, outputs: { ...words.outputs, [name]: todo } }, null, 2)}\n`;
}

function writeTest(name) {
  return `import { expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { createServices } from '../../pipeline/host/create-services.ts';
import { readProject } from '../../pipeline/host/read-project.ts';
import { packageRoot } from '../package-root.ts';

test('${name} holds what it is for', async () => {
  const project = readProject(\`\${packageRoot}tests/fixtures/rule-base/\`).value;
  const { outputs } = await build(
    project,
    createServices(() => undefined),
  );
  const written = outputs.find(({ path }) => path === 'data/demo-${name}.txt');
  const next = 'write pipeline/publish/outputs/${name}.ts, and say here what a reader of the demo finds in it';
  expect(written?.text, next).not.toContain('TODO');
});
`;
}

function camelCase(name) {
  return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
