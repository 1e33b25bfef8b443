import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import oxigraph from 'oxigraph';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type QueryFormat, query } from '../../pipeline/linked/dataset/query.ts';
import type { QueryEngine } from '../../pipeline/linked/query/query-engine.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { judge } from '../judge.ts';
import { packageRoot } from '../package-root.ts';
import { ownBuild, ownProject } from './own-build.ts';

/** SPARQL 1.1 Query Results JSON, as far as it is read here. */
interface Results {
  head: { vars: string[] };
  results: { bindings: Record<string, { value: string }>[] };
}

const folder = path.join(packageRoot, 'source/peru-borders/questions');
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.rq') ? [file.slice(0, -3)] : []));
const files = ownProject.value;
const published = ownBuild.outputs.find((output) => output.path === 'data/peru-borders.nt')?.text ?? '';
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');

/** The embedded engine, with the data loaded once for all questions; how a query is bounded tests/cli/query.test.ts tries. */
const store = new oxigraph.Store();
store.load(published, { format: 'application/n-triples' });
const engine: QueryEngine = async ({ query: asked, accept }) => ({
  text: String(store.query(asked, { results_format: accept })),
});

async function ask(name: string, format: QueryFormat): Promise<string> {
  const asked = { path: `${name}.rq`, text: read(`${name}.rq`) };
  const { value, diagnostics } = await query(
    { query: asked, files, data: [published], format, labels: undefined, width: 100 },
    { runQuery: engine, say: (key) => key },
  );
  expect(diagnostics).toEqual([]);
  return value && 'text' in value ? value.text : '';
}

test('there are questions, each in three languages and with an answer', () => {
  expect(names.length).toBeGreaterThanOrEqual(99);
  for (const name of names) {
    const [en, es, pt] = read(`${name}.rq`).split('\n');
    expect([en, es, pt]).toEqual([
      expect.stringMatching(/^# en: .+\?$/),
      expect.stringMatching(/^# es: ¿.+\?$/),
      expect.stringMatching(/^# pt: .+\?$/),
    ]);
    expect(read(`${name}.csv`).split('\n').length).toBeGreaterThan(2);
  }
});

describe.each(names)('%s', (name) => {
  test('has the answer that was checked', async () => {
    expect((await ask(name, 'csv')).replaceAll('\r\n', '\n')).toBe(read(`${name}.csv`));
  });
});

const rdflib = judge('rdflib');
describe('rdflib', rdflib.options, () => {
  const script = fileURLToPath(new URL('answer-questions.py', import.meta.url));
  const scratch = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  let answers: Record<string, [string[], ...string[][]]>;

  beforeAll(async () => {
    const data = path.join(scratch, 'data.nt');
    writeFileSync(data, published);
    const { status, stdout, stderr } = await rdflib.ask([script, data, folder]);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    answers = JSON.parse(stdout);
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  test('sees a number that is another', async () => {
    const copy = temporaryFolder({
      'data.nt': published.replaceAll('"1528"', '"1529"'),
      'borders-of-peru.rq': read('borders-of-peru.rq'),
    });
    const { stdout } = await rdflib.ask([script, path.join(copy, 'data.nt'), copy]);
    expect(read('borders-of-peru.csv')).toContain(',1528,');
    expect(JSON.parse(stdout)['borders-of-peru']).toContainEqual(expect.arrayContaining(['1529']));
  });

  test.each(names)('answers %s as the embedded engine does', async (name) => {
    const { head, results } = JSON.parse(await ask(name, 'json')) as Results;
    const rows = results.bindings.map((row) => head.vars.map((column) => row[column]?.value ?? ''));
    const [vars, ...told] = answers[name] ?? [[]];
    const sorted = (lines: string[][]) => lines.map((line) => JSON.stringify(line)).sort();
    expect(vars).toEqual(head.vars);
    expect(sorted(told)).toEqual(sorted(rows));
  });
});
