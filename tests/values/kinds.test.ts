import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../pipeline/values/kinds.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';

const root = new URL('../../', import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

/** Lines of a file of the pipeline of which Biome, as this repository sets it up, says that they ask for a kind's name. */
function linesThatAsk(room: string, lines: string[]): string[] {
  const folder = temporaryFolder({
    'biome.json': read('biome.json'),
    'scripts/kinds-are-asked.grit': read('scripts/kinds-are-asked.grit'),
    [`pipeline/${room}/planted.ts`]: `${lines.join('\n')}\n`,
  });
  const biome = fileURLToPath(new URL('node_modules/@biomejs/biome/bin/biome', root));
  const { stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', '--max-diagnostics=100'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const found = [...`${stdout}${stderr}`.matchAll(/planted\.ts:(\d+):\d+ plugin/g)];
  return found.map(([, line]) => lines[Number(line) - 1] ?? '');
}

describe("the lint finds who asks for a kind's name", () => {
  const asking = [
    "export const a = property.kind === 'text';",
    "export const b = 'text' !== found.property.kind;",
    "export const c = part?.kind === 'text';",
    "export const d = ['text'].includes(property.kind);",
    "export const e = String(property.kind) === 'text';",
    `export const f = \`\${statement.kind}\` === 'text';`,
    "export const g = (property.kind as unknown as string) === 'text';",
    "switch (property.kind) { case 'text': break; }",
  ];
  const others = [
    "export const h = segment.kind === 'heading';",
    'export const i = kindOf(property).isTagged;',
  ];

  test('in every room', () => expect(linesThatAsk('graph', [...asking, ...others])).toEqual(asking));

  test('but not in values/', () => expect(linesThatAsk('values', asking)).toEqual([]));
});

/** What a plain schema describes by itself, part by part or not at all; no definition could say more of it. */
const ofPlainSchemas = ['json', 'object', 'union'];

test('schemas/values.json defines every kind but those of plain schemas, and no other', () => {
  const schema = read('schemas/values.json');
  const defined = [...schema.matchAll(/"x-kind": "([a-z]+)"/g)].map(([, name]) => name);
  expect([...new Set(defined), ...ofPlainSchemas].sort()).toEqual([...kinds.keys()].sort());
});

test('docs/schemas.md names every kind', () => {
  const page = read('docs/schemas.md');
  for (const name of kinds.keys()) expect(page).toContain(`\`${name}\``);
});
