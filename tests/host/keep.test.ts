import path from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { createKeep } from '../../pipeline/host/create-keep.ts';
import { createServices } from '../../pipeline/host/create-services.ts';
import { readProject } from '../../pipeline/host/read-project.ts';
import type { ProjectFiles } from '../../pipeline/model.ts';
import { packageRoot } from '../package-root.ts';

const fixtures = ['rule-base', 'vapores-del-titicaca', 'edition-with-gaps', 'rule-base'];

function read(fixture: string, keep = createKeep()): ProjectFiles {
  return readProject(path.join(packageRoot, 'tests/fixtures', fixture), { keep }).value;
}

/** Everything that a build says. */
async function tell(files: ProjectFiles, keep = createKeep()): Promise<[string, string][]> {
  const { outputs, pages, diagnostics } = await build(
    files,
    createServices(() => undefined, keep),
  );
  const found = diagnostics.map((finding): [string, string] => [finding.rule, JSON.stringify(finding)]);
  return [...outputs, ...pages].map(({ path: at, text }): [string, string] => [at, text]).concat(found);
}

test('builds that share what they make say what they say each for itself', async () => {
  const shared = createKeep();
  for (const fixture of fixtures) {
    expect(await tell(read(fixture, shared), shared)).toEqual(await tell(read(fixture)));
  }
});

/** Changes of files on which something that is shared depends; what they change is to be seen in the next build. */
test.each<[string, string, (text: string) => string]>([
  ['the base', 'tinkuy.yaml', (text) => text.replace(/^base: .*$/m, 'base: https://other.example.org/')],
  ['the tag of an edition', 'tinkuy.yaml', (text) => text.replace('es-PE', 'es-ES')],
  [
    'a threshold',
    'tinkuy.yaml',
    (text) => text.replace(/pt: pt-BR|pt: \{ tag: pt-BR \}/, 'pt: { tag: pt-BR, threshold: 50 }'),
  ],
  [
    'a schema of the project',
    'schemas/types/country.json',
    () => '{ "title": "State", "x-label": { "es": "Estado", "pt": "Estado" } }',
  ],
  ['words of the project', 'locales/pt/edition.json', () => '{ "index": "Lista das entidades" }'],
])('%s is never the one of the build before', async (_, at, change) => {
  const files = read('rule-base');
  const present = files.own.find(({ path: own }) => own === at) ?? { path: at, text: '' };
  const changed = { path: at, text: change(present.text) };
  expect(changed.text).not.toBe(present.text);
  const own = [...files.own.filter(({ path: other }) => other !== at), changed];
  const shared = createKeep();
  const before = await tell(files, shared);
  const after = await tell({ ...files, own }, shared);
  expect(after).not.toEqual(before);
  expect(after).toEqual(await tell({ ...files, own }));
});
