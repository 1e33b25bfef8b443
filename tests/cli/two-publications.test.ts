import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalize } from '../../pipeline/linked/rdf/canonicalize.ts';
import { parseGraph } from '../../pipeline/linked/rdf/parse-graph.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import type { Finding } from './expect-finding.ts';
import { readTree } from './read-tree.ts';
import { runInProcess } from './run-in-process.ts';

const work = [
  {
    id: 'example-2020',
    type: 'book',
    title: 'Borders',
    author: [{ family: 'Example', given: 'Ana' }, { literal: 'Institute of Borders' }],
    issued: { 'date-parts': [[2020]] },
  },
];

/** A project whose two publications speak of the same countries, the same border and the same book. */
function writeProject(second: string): string {
  const folder = temporaryFolder();
  copyFixture('rule-base', folder);
  writeFileSync(path.join(folder, 'source/demo/references.json'), JSON.stringify(work));
  cpSync(path.join(folder, 'source/demo'), path.join(folder, 'source', second), { recursive: true });
  for (const language of ['es', 'pt']) {
    const catalogs = path.join(folder, 'locales', language);
    cpSync(path.join(catalogs, 'demo.po'), path.join(catalogs, `${second}.po`));
  }
  return folder;
}

async function canonical(at: string, text = ''): Promise<string> {
  const graph = await parseGraph({ path: at, text });
  if ('reason' in graph) throw new Error(graph.reason);
  return canonicalize(graph.quads);
}

describe('two publications of one project', () => {
  test('may speak of the same things: the document of each has what both say', async () => {
    const folder = writeProject('demo-two');
    const { code, out, err } = await runInProcess(folder, 'build');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('demo-two: 3 editions carry one graph');
    const files = readTree(path.join(folder, 'dist'));
    const border = files.get('data/entities/border/ec-pe.ttl') ?? '';
    for (const name of ['demo', 'demo-two'])
      expect(border).toContain(`/statement/${name}/border/ec-pe/length`);

    const documents = [...files.keys()].filter((at) => /^data\/entities\/.*\.ttl$/.test(at));
    expect(documents.length).toBeGreaterThanOrEqual(4);
    for (const at of documents) {
      const jsonld = at.replace(/ttl$/, 'jsonld');
      expect(await canonical(jsonld, files.get(jsonld)), at).toBe(await canonical(at, files.get(at)));
    }
    // The order of authors is a list, and stands once.
    expect(files.get('data/entities/work/example-2020.ttl')?.match(/authorList \(/g)).toHaveLength(1);

    const manifest = JSON.parse(files.get('manifest.json') ?? '{}') as { files: { path: string }[] };
    const listed = manifest.files.map((file) => file.path);
    expect([...new Set(listed)]).toEqual(listed);
    expect(listed).toHaveLength(files.size - 1);
  });

  test('have documents that say what each alone would say, and no more', async () => {
    const folder = writeProject('demo-two');
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    const files = readTree(path.join(folder, 'dist'));
    const triples = (at: string) => (files.get(at) ?? '').split('\n').filter((line) => !line.includes('_:'));
    const all = new Set([...triples('data/demo.nt'), ...triples('data/demo-two.nt')]);
    const said = await canonical('a.ttl', files.get('data/entities/country/peru.ttl'));
    const lines = said.split('\n').filter((line) => line !== '');
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(all.has(line), line).toBe(true);
  });

  test.each([
    [
      'demo-dataset',
      'markdown-edition',
      'dist/<language>/demo-dataset.md',
      'dist/<language>/<name>-dataset.jsonld',
    ],
    [
      'demo-register',
      'markdown-edition',
      'dist/<language>/demo-register.md',
      'dist/<language>/<name>-register.md',
    ],
    ['shapes', 'linked-data', 'dist/data/shapes.jsonld', 'dist/data/shapes.ttl'],
  ])('may not be called %s, where two outputs would have one name', async (name, ...told) => {
    const folder = writeProject(name);
    const { code, out } = await runInProcess(folder, 'check', '--reporter', 'json');
    const { findings } = JSON.parse(out) as { findings: Finding[] };
    const [finding, ...more] = findings.filter(({ rule }) => rule === 'publication-name-is-well-formed');
    expect(code).toBe(1);
    expect(more).toEqual([]);
    expect(finding?.path).toBe(`source/${name}/article.md`);
    expect(finding?.start).toEqual(expect.objectContaining({ line: 1, column: 1 }));
    for (const words of [`“${name}”`, ...told]) expect(finding?.message).toContain(words);
  });
});
