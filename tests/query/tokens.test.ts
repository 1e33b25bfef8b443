import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { query } from '../../pipeline/linked/dataset/query.ts';
import type { EngineRequest } from '../../pipeline/linked/query/query-engine.ts';
import { readSparqlTokens } from '../../pipeline/linked/query/read-sparql-tokens.ts';
import { builtinSchemas } from '../graph/builtin-schemas.ts';

const texts = (query: string) => readSparqlTokens(query).map(({ text }) => text);
const configuration = 'base: https://example.org/\neditions: {en: en-US}\n';
const files = { own: [{ path: 'tinkuy.yaml', text: configuration }], builtin: builtinSchemas() };

/** What a query is answered, and what the engine was asked; it answers with the rows "b" and "a". */
async function ask(text: string, format?: 'turtle' | 'csv') {
  const asked: EngineRequest[] = [];
  const row = (value: string) => ({ x: { type: 'literal', value } });
  const rows = JSON.stringify({ head: { vars: ['x'] }, results: { bindings: [row('b'), row('a')] } });
  const request = { query: { path: 'q.rq', text }, files, data: [], format, labels: undefined, width: 80 };
  const runQuery = async (engineRequest: EngineRequest) => {
    asked.push(engineRequest);
    return { text: engineRequest.accept === 'application/n-triples' ? '' : rows };
  };
  const { value, diagnostics } = await query(request, { runQuery, say: (key) => key });
  expect(diagnostics).toEqual([]);
  return { value, asked };
}

describe('tokens', () => {
  test.each([
    ['?a<?b', ['?a', '<', '?b']],
    ['<http://a/#b>#c <d>\n?e', ['<http://a/#b>', '?e']],
    ['"a # b" \'c\' """d "e" \n f"""@en-GB', ['"a # b"', "'c'", '"""d "e" \n f"""', '@en-GB']],
    ['def:a. id:b\\/c.', ['def:a', '.', 'id:b\\/c', '.']],
    ['"1"^^xsd:int && 1.5e3', ['"1"', '^^', 'xsd:int', '&&', '1.5e3']],
    ['"a\\"b"', ['"a\\"b"']],
  ])('of %j', (query, expected) => {
    expect(texts(query)).toEqual(expected);
  });

  test('are pieces of the text, in order, with nothing but space and comments between them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'?a:<>"\'#\n {}\\.é😀@^') }), (query) => {
        let end = 0;
        for (const token of readSparqlTokens(query)) {
          expect(query.slice(end, token.start)).toMatch(/^(?:\s|#[^\n]*)*$/);
          expect(query.slice(token.start, token.end)).toBe(token.text);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
        }
      }),
    );
  });
});

const formats = {
  rows: ['table', 'json', 'csv', 'spreadsheet'],
  boolean: ['table', 'json'],
  graph: ['turtle'],
};

describe('a check', () => {
  test.each([
    ['SELECT * {}', 'rows', false],
    ['PREFIX select: <x:y> ASK {}', 'boolean', false],
    ['DESCRIBE <x:y>', 'graph', false],
    ['SELECT * {} ORDER BY ?a', 'rows', true],
    ['SELECT * { { SELECT * {} ORDER BY ?a LIMIT 1 } }', 'rows', false],
  ] as const)('of %j knows its form', async (text, form, isOrdered) => {
    const other = await ask(text, form === 'graph' ? 'csv' : 'turtle');
    expect(other).toEqual({ value: { formats: formats[form] }, asked: [] });
    if (form !== 'rows') return;
    const { value } = await ask(text, 'csv');
    expect(value).toEqual({ text: isOrdered ? 'x\r\nb\r\na\r\n' : 'x\r\na\r\nb\r\n' });
  });
});

describe('a request', () => {
  test('declares the prefixes that are used and not declared', async () => {
    const text = 'PREFIX schema: <x:y>\nSELECT * { ?a def:b ?c ; schema:d ?e ; x:f ?g }';
    const { asked } = await ask(text, 'csv');
    expect(asked.map((request) => request.query)).toEqual([`PREFIX def: <https://example.org/def#> ${text}`]);
  });
});
