import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../pipeline/model.ts';
import { resolveSeverity } from '../../pipeline/rules/resolve-severity.ts';
import { sortDiagnostics } from '../../pipeline/rules/sort-diagnostics.ts';

const point = fc.record({ line: fc.integer({ min: 1, max: 3 }), column: fc.integer({ min: 1, max: 3 }) });
const diagnostic: fc.Arbitrary<Diagnostic> = fc.record({
  rule: fc.constantFrom('link-resolves', 'file-is-utf8'),
  location: fc.record({ path: fc.constantFrom('a', 'B', 'á'), start: point, end: point }),
  values: fc.dictionary(
    fc.constantFrom('x', 'y'),
    fc.oneof(fc.integer({ max: 2 }), fc.constantFrom('p', 'q')),
  ),
  related: fc.constant([]),
});

test('the order of the input does not matter, and repetitions go', () => {
  const shuffled = fc
    .array(diagnostic)
    .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
  fc.assert(
    fc.property(shuffled, ([list, other]) => {
      const sorted = sortDiagnostics(list);
      expect(sortDiagnostics([...other, ...list])).toEqual(sorted);
    }),
  );
});

test('paths are compared by code units, lines as numbers', () => {
  const at = (path: string, line: number): Diagnostic => ({
    rule: 'link-resolves',
    location: { path, start: { line, column: 1 }, end: { line, column: 1 } },
    values: {},
    related: [],
  });
  const order = sortDiagnostics([at('b', 10), at('b', 9), at('a', 1), at('Z', 1)]);
  expect(order.map(({ location }) => `${location.path}:${location.start.line}`)).toEqual([
    'Z:1',
    'a:1',
    'b:9',
    'b:10',
  ]);
});

test("a project's choice of severity wins over the default, and strict makes warnings errors", () => {
  const start = { line: 1, column: 1 };
  const location = { path: 'a', start, end: start };
  const all = (['link-resolves', 'catalog-entry-is-used', 'file-is-utf8'] as const).map((rule) => ({
    rule,
    location,
    values: {},
    related: [],
  }));
  const severities = (strict: boolean) =>
    resolveSeverity(all, { 'link-resolves': 'warning', 'file-is-utf8': 'off' }, strict).map(
      ({ rule, severity }) => `${rule} ${severity}`,
    );
  expect(severities(false)).toEqual(['link-resolves warning', 'catalog-entry-is-used warning']);
  expect(severities(true)).toEqual(['link-resolves error', 'catalog-entry-is-used error']);
});
