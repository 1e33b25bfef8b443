import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Parser } from 'n3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { runInProcess } from './run-in-process.ts';
import { runTinkuy } from './run-tinkuy.ts';

let folder: string;
const query = (...options: string[]) => runInProcess(folder, 'query', ...options);
const launched = 'SELECT ?ship ?launched { ?ship def:launched ?launched } ORDER BY ?launched';
/** Combines everything with everything, four times. */
const endless = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }';
const greedy = 'SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  copyFixture('vapores-del-titicaca', folder);
  expect((await runInProcess(folder, 'build')).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an answer', () => {
  test('is a table with short addresses, in which no prefix had to be declared', async () => {
    expect(await query(launched)).toEqual({
      code: 0,
      err: '',
      out: `ship               launched
─────────────────  ──────────
id:vessel/yavari   1870-12-25
id:vessel/ollanta  1931

2 rows
`,
    });
  });

  test.each([
    ['"=HYPERLINK(\\"https://example.org\\")"', `"'=HYPERLINK(""https://example.org"")"`],
    ['"+51 1"', "'+51 1"],
    ['"-2+3"', "'-2+3"],
    ['"@SUM(1)"', "'@SUM(1)"],
    ['"＝1"', "'＝1"],
    ['"\\t=1"', "'\t=1"],
    ['-12.5', '-12.5'],
    ['"a = b"', 'a = b'],
    ['"42"', '42'],
  ])('of %s, for a spreadsheet, is no formula', async (term, cell) => {
    const asked = `SELECT ?x { BIND(${term} AS ?x) }`;
    const { out } = await query(asked, '--format', 'spreadsheet');
    expect(out).toBe(`x\r\n${cell}\r\n`);
    // The standard's own form says what is there.
    expect((await query(asked, '--format', 'csv')).out).not.toContain("'");
  });

  test('names resources in the language that is asked for', async () => {
    expect((await query(launched, '--labels', 'es')).out).toContain('\nYavarí   1870-12-25\n');
    expect((await query(launched, '--labels', 'en', '--format', 'csv')).out).toBe(
      'ship,shipLabel,launched\r\n' +
        'https://example.org/titicaca/id/vessel/yavari,Yavari,1870-12-25\r\n' +
        'https://example.org/titicaca/id/vessel/ollanta,Ollanta,1931\r\n',
    );
  });

  test('names terms of the vocabulary too', async () => {
    const type = 'SELECT DISTINCT ?type { ?ship def:launched ?when ; a ?type }';
    expect((await query(type)).out).toContain('def:Vessel');
    expect((await query(type, '--labels', 'pt')).out).not.toContain('def:Vessel');
  });

  test('is JSON and CSV as the W3C has them', async () => {
    const { out } = await query(launched, '--format', 'json');
    expect(JSON.parse(out)).toEqual({
      head: { vars: ['ship', 'launched'] },
      results: {
        bindings: [
          {
            ship: { type: 'uri', value: 'https://example.org/titicaca/id/vessel/yavari' },
            launched: {
              type: 'literal',
              value: '1870-12-25',
              datatype: 'http://www.w3.org/2001/XMLSchema#date',
            },
          },
          {
            ship: { type: 'uri', value: 'https://example.org/titicaca/id/vessel/ollanta' },
            launched: {
              type: 'literal',
              value: '1931',
              datatype: 'http://www.w3.org/2001/XMLSchema#gYear',
            },
          },
        ],
      },
    });
    expect(JSON.parse((await query('ASK {}', '--format', 'json')).out)).toEqual({ head: {}, boolean: true });
  });

  test('is yes or no in the language of the reader', async () => {
    expect((await query('ASK { ?a def:launched ?b }', '--lang', 'es')).out).toBe('sí\n');
    expect((await query('ASK { ?a def:none ?b }', '--lang', 'pt')).out).toBe('não\n');
  });

  test('is Turtle where a graph is asked for', async () => {
    const { out } = await query('CONSTRUCT { ?ship def:launched ?when } { ?ship def:launched ?when }');
    expect(out).toContain('@prefix def: <https://example.org/titicaca/def#>.');
    expect(new Parser().parse(out)).toHaveLength(2);
    expect(
      new Parser().parse((await query('DESCRIBE <https://example.org/titicaca/id/place/puno>')).out).length,
    ).toBeGreaterThan(2);
  });

  test('comes in one order, whatever the engine does', async () => {
    const unordered = 'SELECT DISTINCT ?s { ?s ?p ?o }';
    const rows = (await query(unordered, '--format', 'csv')).out.split('\r\n').slice(1, -1);
    expect(rows.length).toBeGreaterThan(50);
    expect((await query(unordered, '--format', 'csv')).out.split('\r\n').slice(1, -1)).toEqual(rows);
    expect(rows).toEqual([...rows].sort());
  });

  test('is asked for in a file', async () => {
    writeFileSync(path.join(folder, 'ships.rq'), `# When?\n${launched}\n`);
    expect((await query('ships.rq')).out).toBe((await query(launched)).out);
  });

  test('comes from the compiled command too', () => {
    expect(runTinkuy(folder, 'query', launched)).toMatchObject({ code: 0, err: '' });
  });
});

describe('a mistake', () => {
  test.each([
    ['DELETE WHERE { ?a ?b ?c }', 'query-only-reads SPARQL:1:1', 'an update: DELETE'],
    ['PREFIX x: <x:y> INSERT DATA { <a:b> <a:c> 1 }', 'query-only-reads SPARQL:1:17', 'an update: INSERT'],
    ['LOAD <http://example.org/x>', 'query-only-reads SPARQL:1:1', 'an update: LOAD'],
    [
      'SELECT * { SERVICE <http://example.org/x> { ?a ?b ?c } }',
      'query-only-reads SPARQL:1:12',
      'another server',
    ],
    [
      'SELECT * { SERVICE SILENT <http://example.org/x> { } }',
      'query-only-reads SPARQL:1:12',
      'another server',
    ],
    ['SELECT * FROM <http://example.org/x> { ?a ?b ?c }', 'query-only-reads SPARQL:1:10', 'another dataset'],
    ['SELECT * { ?a foo:b ?c }', 'query-is-well-formed SPARQL:1:15', 'The prefix of foo:b'],
    ['SELECT * { ?a é ?c }', 'query-is-well-formed SPARQL:1:15', 'found “é”'],
    ['SELECT * { ?a a ?c', 'query-is-well-formed SPARQL:1:19', 'ends too early'],
    ['SELECT * {\n  ?a a ?c\n  FILTER (?a > )\n}', 'query-is-well-formed SPARQL:3:16', 'found “)”'],
    ['', 'query-is-well-formed SPARQL:1:1', 'ends too early'],
    ['SELECT (<http://example.org/f>(1) AS ?x) {}', 'query-can-be-run SPARQL:1:1', 'not supported'],
  ])('%j is shown at its place', async (asked, place, words) => {
    const { code, out, err } = await query(asked);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain(`error ${place}\n`);
    expect(out).toContain(words);
    expect(out).not.toContain('    at ');
  });

  test('in a file is shown in it, with the line', async () => {
    writeFileSync(path.join(folder, 'bad.rq'), 'SELECT *\nWHERE { ?a ?b }\n');
    const { out } = await query('bad.rq');
    expect(out).toContain('query-is-well-formed bad.rq:2:15\n');
    expect(out).toContain('   2 │ WHERE { ?a ?b }\n     │               ^\n');
  });

  test('in what is only the look of a keyword is none', async () => {
    const look = 'SELECT * { ?a schema:name "SERVICE FROM" ; def:launched ?from } # SERVICE';
    expect(await query(look)).toMatchObject({ code: 0 });
  });
});

describe('a query that never ends', () => {
  test('is ended in time', async () => {
    const { code, out } = await query(endless, '--timeout', '1');
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('within 1 s') });
  });

  test('is ended before it takes the memory of the machine', async () => {
    const { code, out } = await query(greedy, '--memory', '200', '--timeout', '60');
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('within 200 MiB') });
    expect(out).toContain('query-stays-in-bounds');
  });
});

describe('wrong use', () => {
  test.each([
    [['ASK {}', '--format', 'csv'], '--format cannot be csv; it is one of table, json.'],
    [['CONSTRUCT WHERE { ?a ?b ?c }', '--format', 'table'], 'it is one of turtle'],
    [['ASK {}', '--timeout', 'long'], '--timeout takes a number above 0, not long.'],
    [['missing.rq'], 'There is no file missing.rq.'],
  ])('%j is told', async (options, words) => {
    const { code, err } = await query(...options);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(words) });
  });

  test('of a project that is not built is told, with the next step', async () => {
    const { code, err } = await runInProcess(
      temporaryFolder({ 'tinkuy.yaml': 'base: https://example.org/x/\n' }),
      'query',
      'ASK {}',
    );
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('run tinkuy build') });
  });
});

test('the guide shows commands and rules that exist', () => {
  const guide = readFileSync(new URL('../../docs/query.md', import.meta.url), 'utf8');
  for (const option of ['--format', '--labels', '--timeout', '--memory']) expect(guide).toContain(option);
});
