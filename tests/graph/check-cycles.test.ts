import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCycles } from '../../pipeline/graph/check-cycles.ts';
import { readVocabulary } from '../../pipeline/graph/schema.ts';
import type { Entity, Graph } from '../../pipeline/model.ts';
import { borderSchemas, builtinSchemas } from './builtin-schemas.ts';

const { value: vocabulary } = readVocabulary(builtinSchemas(), borderSchemas());
const location = { path: 'a.yaml', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** Places of which each lies within those of the numbers that it has. */
function graphOf(within: readonly number[][]): Graph {
  const entities = within.map(
    (parents, number): Entity => ({
      id: `place:p${number}`,
      type: 'place',
      slug: `p${number}`,
      properties: { within: parents.map((parent) => `place:p${parent}`) },
      origins: new Map([['', [{ source: 'record', location, language: undefined, segment: undefined }]]]),
      csl: undefined,
    }),
  );
  return {
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    facts: [],
    mentions: [],
    notes: new Map(),
  };
}

test('a cycle is found once, with its way', () => {
  const [finding, ...more] = checkCycles(graphOf([[1], [2, 3], [0], []]), vocabulary);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    rule: 'parts-form-no-cycle',
    values: { property: 'within', cycle: 'place:p0 → place:p1 → place:p2 → place:p0' },
  });
  expect(finding?.related).toHaveLength(2);
});

test('a chain as long as a large project is no trouble', () => {
  const chain = Array.from({ length: 50_000 }, (_, number) => (number === 0 ? [] : [number - 1]));
  expect(checkCycles(graphOf(chain), vocabulary)).toEqual([]);
  expect(checkCycles(graphOf([[49_999], ...chain.slice(1)]), vocabulary)).toHaveLength(1);
});

test('there is a finding exactly where something lies within itself', () => {
  const parents = fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(parents, (within) => {
      const reaches = (from: number, to: number, seen = new Set<number>()): boolean =>
        (within[from] ?? []).some(
          (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
        );
      const isCyclic = within.some((_, number) => reaches(number, number));
      expect(checkCycles(graphOf(within), vocabulary).length > 0).toBe(isCyclic);
    }),
  );
});
