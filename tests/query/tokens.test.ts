import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkQuery } from '../../pipeline/linked/query/check-query.ts';
import { readSparqlTokens } from '../../pipeline/linked/query/read-sparql-tokens.ts';
import { writeRequest } from '../../pipeline/linked/query/write-request.ts';

const texts = (query: string) => readSparqlTokens(query).map(({ text }) => text);
const prefixes = new Map([
  ['def', 'https://example.org/def#'],
  ['schema', 'http://schema.org/'],
]);

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

describe('a check', () => {
  test.each([
    ['SELECT * {}', 'rows', false],
    ['PREFIX select: <x:y> ASK {}', 'boolean', false],
    ['DESCRIBE <x:y>', 'graph', false],
    ['SELECT * {} ORDER BY ?a', 'rows', true],
    ['SELECT * { { SELECT * {} ORDER BY ?a LIMIT 1 } }', 'rows', false],
  ])('of %j knows its form', (text, form, isOrdered) => {
    expect(checkQuery(text, 'q.rq')).toMatchObject({ value: { form, isOrdered }, diagnostics: [] });
  });
});

describe('a request', () => {
  test('declares the prefixes that are used and not declared', () => {
    const { value } = checkQuery(
      'PREFIX schema: <x:y>\nSELECT * { ?a def:b ?c ; schema:d ?e ; x:f ?g }',
      'q.rq',
    );
    expect(writeRequest(value, prefixes).text).toBe(`PREFIX def: <https://example.org/def#> ${value.text}`);
  });
});
