import { describe, expect, test } from 'vitest';
import { computeFollows } from '../../pipeline/graph/compute-follows.ts';
import { readVocabulary } from '../../pipeline/graph/schema.ts';
import type { Edition } from '../../pipeline/model.ts';
import { borderSchemas, builtinSchemas } from './builtin-schemas.ts';
import {
  builtinVocabulary,
  editionsOf,
  merge,
  placeOf,
  places,
  recordsOf,
  stateGraph,
} from './sample-graph.ts';

const vocabulary = builtinVocabulary();

function peru(density: string, more = ''): string {
  return `country:peru:\n  name: {und: Peru}\n  population: 29132013\n  area: 1285216\n  populationDensity: ${density}\n${more}`;
}

/** What does not follow from what it is said to follow from. */
function check(yaml: string, words = vocabulary, texts: Edition[] = []) {
  const { diagnostics } = stateGraph(texts, recordsOf(yaml, words), words);
  return diagnostics.filter(({ rule }) => rule === 'value-follows-from-others' || rule === 'note-is-needed');
}

describe('a quotient', () => {
  test('within the tolerance agrees', () => {
    expect(check(peru('22.67'))).toEqual([]);
    expect(check(peru('22.7'))).toEqual([]);
  });

  test('beyond it does not, and its operands are shown', () => {
    const findings = check(peru('23'));
    expect(findings).toMatchObject([
      {
        rule: 'value-follows-from-others',
        location: { start: { line: 5 } },
        values: {
          context: 'quotient',
          operands: 'population, area',
          expected: '22.67 inhabitants/km2',
          found: '23 inhabitants/km2',
          deviation: '1.5',
        },
      },
    ]);
    expect(findings[0]?.related.map(({ location }) => location.start.line)).toEqual([3, 4]);
  });

  test('stands where the number is said, also where a record gives its source', () => {
    const said = editionsOf([
      {
        entity: 'country:peru',
        path: 'populationDensity',
        kind: 'quantity',
        value: { value: '23', unit: 'inhabitants/km2' },
        segment: 7,
      },
    ]);
    const found = check(peru('{qualifier: approximately}'), vocabulary, said);
    expect(found.map(({ location }) => location)).toEqual([placeOf('en', 7)]);
  });

  test('converts units', () => {
    expect(check(peru('22.67').replace('1285216', '128521600 ha'))).toEqual([]);
  });

  test('needs all its operands, and no zero', () => {
    expect(check(peru('99').replace('  area: 1285216\n', ''))).toEqual([]);
    expect(check(peru('99').replace('1285216', '0'))).toEqual([]);
  });

  test('is acknowledged by a note about the property, not by one about the entity', () => {
    const note = (about: string) => `note:n:\n  about: ${about}\n  kind: misprint\n`;
    expect(check(peru('99', note('country:peru#populationDensity')))).toEqual([]);
    expect(check(peru('99', note('country:peru')))).toHaveLength(1);
  });

  test('a note that calls inconsistent what agrees is told', () => {
    const note = (kind: string) =>
      `note:n:\n  about: [country:peru, country:peru#populationDensity]\n  kind: ${kind}\n`;
    expect(places(check(peru('22.67', note('inconsistent-figure'))))).toEqual(['note-is-needed 7:25']);
    expect(check(peru('22.67', note('several-names')))).toEqual([]);
  });
});

describe('dates', () => {
  const treaty = (date: string, until: string) =>
    `agreement:a:\n  name: {und: A}\n  date: ${date}\n  validUntil: ${until}\n`;
  test.each([
    ['1998-10-26', '2008', 0],
    ['1998-10-26', '1998', 0],
    ['1998', '1998-01-01', 0],
    ['1998-10-26', '1998-10-25', 1],
    ['1998-10', '1998-09', 1],
  ])('%s, then %s', (date, until, count) => {
    expect(check(treaty(date, until))).toHaveLength(count);
  });
});

describe('other operations', () => {
  const text = JSON.stringify({
    title: 'Fleet',
    allOf: [{ $ref: 'thing.json' }],
    properties: {
      big: { $ref: '../values.json#/$defs/integer', title: 'Big' },
      small: { $ref: '../values.json#/$defs/integer', title: 'Small' },
      total: {
        $ref: '../values.json#/$defs/integer',
        title: 'Total',
        'x-follows': { sum: ['big', 'small'] },
      },
      side: { $ref: '../values.json#/$defs/quantity', title: 'Side', 'x-units': ['m', 'km'] },
      other: { $ref: '../values.json#/$defs/quantity', title: 'Side', 'x-units': ['m', 'km'] },
      deck: {
        $ref: '../values.json#/$defs/quantity',
        title: 'Deck',
        'x-units': ['m2', 'ha'],
        'x-follows': { product: ['side', 'other'], tolerance: 0.01 },
      },
    },
  });
  const words = readVocabulary(builtinSchemas(), [
    ...borderSchemas(),
    { path: 'schemas/types/fleet.json', text },
  ]).value;
  const fleet = (lines: string) => `fleet:f:\n  name: {und: F}\n  ${lines}\n`;

  test('a sum without tolerance is exact', () => {
    expect(check(fleet('big: 3\n  small: 4\n  total: 7'), words)).toEqual([]);
    expect(check(fleet('big: 3\n  small: 4\n  total: 8'), words)[0]?.values).toMatchObject({
      context: 'sum',
      expected: '7',
    });
  });

  test('a product in another unit', () => {
    expect(check(fleet('side: 0.1 km\n  other: 200 m\n  deck: 2 ha'), words)).toEqual([]);
  });

  test('outputs can show what was computed', () => {
    const entity = merge(fleet('side: 0.1 km\n  other: 200 m\n  deck: 2.5 ha'), [], words).value.entities.get(
      'fleet:f',
    );
    expect(entity && computeFollows(entity, words)).toEqual([
      {
        path: 'deck',
        operation: 'product',
        operands: ['side', 'other'],
        stated: '2.5',
        computed: '2',
        unit: 'ha',
        deviation: '0.25',
        agrees: false,
      },
    ]);
  });
});
