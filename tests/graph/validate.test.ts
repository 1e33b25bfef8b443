import { describe, expect, test } from 'vitest';
import { readRecords } from '../../pipeline/graph/records.ts';
import { readVocabulary } from '../../pipeline/graph/schema.ts';
import type { Diagnostic } from '../../pipeline/model.ts';
import { borderSchemas, builtinSchemas } from './builtin-schemas.ts';
import {
  builtinVocabulary,
  editionsOf,
  ofSchemas,
  placeOf,
  places,
  recordsOf,
  type Said,
  stateGraph,
} from './sample-graph.ts';

const vocabulary = builtinVocabulary();

/** What the schemas refuse. */
function check(yaml: string, said: Said[] = [], words = vocabulary): Diagnostic[] {
  const { diagnostics } = stateGraph(editionsOf(said), recordsOf(yaml, words), words);
  return diagnostics.filter(({ rule }) => ofSchemas.has(rule));
}

const name = 'name: {en: Peru, es: Perú, pt: Peru}';

test('what fits has no finding', () => {
  const yaml = `
country:peru:
  ${name}
  isoCode: PE
  area: 1285216.2
  population: {value: 29132013, period: 2007/2008, qualifier: almost, source: work:w}
  regionCount: 25
  sameAs: [http://www.wikidata.org/entity/Q419]
event:war:
  name: {und: War}
  kind: conflict
  date: 1995-01
  duration: 5 week
note:n:
  about: country:peru#population
  kind: misprint
  reading: {und: x}
  reason: {und: x}
`;
  expect(check(yaml)).toEqual([]);
});

describe('each kind', () => {
  test.each([
    ['text', 'country', 'name: Peru', 'value-has-the-right-type 2:9', 'text'],
    ['text in a list', 'country', 'name: {en: [Peru]}', 'value-has-the-right-type 2:14', 'text'],
    ['texts', 'country', `${name}\n  alternateName: [Peru]`, 'value-has-the-right-type 3:18', 'texts'],
    ['nothing', 'country', `${name}\n  capital:`, 'value-has-the-right-type 3:11', 'entity'],
    ['quantity', 'country', `${name}\n  area: wide`, 'value-has-the-right-type 3:9', 'quantity'],
    ['quantity in a list', 'country', `${name}\n  area: [1]`, 'value-has-the-right-type 3:9', 'quantity'],
    ['decimal', 'country', `${name}\n  area: {value: 1e5}`, 'value-has-the-right-type 3:17', 'decimal'],
    ['date', 'event', `${name}\n  date: 26/10/1998`, 'value-has-the-right-type 3:9', 'date'],
    [
      'period',
      'country',
      `${name}\n  population: {value: 1, period: 2004-2008}`,
      'value-has-the-right-type 3:34',
      'period',
    ],
    ['entity', 'country', `${name}\n  capital: Lima`, 'value-has-the-right-type 3:12', 'entity'],
    [
      'one of many entities',
      'country',
      `${name}\n  borders: [country:chile, Bolivia]`,
      'value-has-the-right-type 3:28',
      'entity',
    ],
    [
      'target',
      'note',
      `about: "country:peru population"\n  kind: misprint\n  reading: {und: x}\n  reason: {und: x}`,
      'value-has-the-right-type 2:10',
      'target',
    ],
    ['iri', 'country', `${name}\n  sameAs: wikidata Q419`, 'value-has-the-right-type 3:11', 'iri'],
  ])('%s', (_, type, lines, expected, context) => {
    const findings = check(`${type}:peru:\n  ${lines}\n`);
    expect(places(findings)).toEqual([expected]);
    expect(findings[0]?.values.context).toBe(context);
  });
});

describe('beyond the kind', () => {
  test.each([
    ['a day that is not', `event:e:\n  ${name}\n  date: 2001-02-29\n`, ['date-exists 3:9']],
    [
      'a period back in time',
      `country:p:\n  ${name}\n  population: {value: 1, period: 2008/2004}\n`,
      ['period-is-in-order 3:34'],
    ],
    ['a code that is none', `event:e:\n  ${name}\n  kind: conflit\n`, ['code-is-known 3:9']],
    ['a unit of something else', `country:p:\n  ${name}\n  area: 5 km\n`, ['unit-is-known 3:9']],
    [
      'a language that is not published',
      'country:p:\n  name: {en: P, es: P, pt: P, eng: P}\n',
      ['language-is-published 2:31'],
    ],
    [
      '__proto__ as a language',
      'country:p:\n  name: {en: P, es: P, pt: P, __proto__: P}\n',
      ['language-tag-is-well-formed 2:31'],
    ],
    ['too few values', `border:b:\n  ${name}\n  between: country:peru\n`, ['number-of-values-is-right 3:12']],
    [
      'a value too many',
      `border:b:\n  ${name}\n  between: [country:a, country:b, country:c]\n`,
      ['number-of-values-is-right 3:12'],
    ],
    ['a pattern', `country:p:\n  ${name}\n  isoCode: per\n`, ['value-fits-schema 3:12']],
    ['a property that is missing', `country:p:\n  isoCode: PE\n`, ['required-property-is-present 1:1']],
    [
      'a quantity without a value',
      `country:p:\n  ${name}\n  area: {period: 2008}\n`,
      ['required-property-is-present 3:9'],
    ],
  ])('%s', (_, yaml, expected) => {
    expect(places(check(yaml))).toEqual(expected);
  });

  test('never shows a pointer of Ajv', () => {
    const findings = check(`border:b:\n  ${name}\n  between: [x]\n  length: {unit: km}\n  lastMarker: x\n`);
    expect(findings.length).toBeGreaterThan(2);
    expect(JSON.stringify(findings)).not.toMatch(/"\/|#\/|must /);
  });
});

test('what the text states is told at the link', () => {
  const said: Said = {
    entity: 'border:b',
    path: 'between',
    kind: 'entity',
    value: 'country:peru',
    segment: 7,
  };
  const findings = check(`border:b:\n  ${name}\n`, [said]);
  expect(findings).toMatchObject([{ rule: 'number-of-values-is-right', location: placeOf('en', 7) }]);
});

test('an entity without a record is told at its first statement', () => {
  const said: Said = { entity: 'border:b', path: 'name', kind: 'text', value: 'B', segment: 7 };
  expect(check('', [said])).toMatchObject([
    { rule: 'required-property-is-present', values: { property: 'between' }, location: placeOf('en', 7) },
  ]);
});

test('an invalid schema does not throw: it has a finding of its own', () => {
  const own = [{ path: 'schemas/types/country.json', text: '{"properties": {"isoCode": {"pattern": "("}}}' }];
  const broken = readVocabulary(builtinSchemas(), [...borderSchemas(), ...own]);
  expect(broken.diagnostics.map(({ rule }) => rule)).toEqual(['schema-is-valid']);
  expect(check(`country:p:\n  ${name}\n`, [], broken.value)).toEqual([]);
});

test('a type is validated whatever its $id is', () => {
  const schema = {
    $id: 'https://example.org/lake',
    allOf: [{ $ref: 'thing.json' }],
    properties: { code: { $ref: '../values.json#/$defs/string', minLength: 3 } },
  };
  const own = [{ path: 'schemas/types/lake.json', text: JSON.stringify(schema) }];
  const changed = readVocabulary(builtinSchemas(), [...borderSchemas(), ...own]).value;
  expect(check(`lake:p:\n  ${name}\n  code: ab\n`, [], changed)).toMatchObject([
    { rule: 'value-fits-schema' },
  ]);
});

test('a new type is closed too', () => {
  const text = JSON.stringify({
    title: 'Lake',
    allOf: [{ $ref: 'thing.json' }],
    required: ['depth'],
    properties: { depth: { $ref: '../values.json#/$defs/quantity', title: 'Depth', 'x-units': ['m'] } },
  });
  const own = readVocabulary(builtinSchemas(), [
    ...borderSchemas(),
    { path: 'schemas/types/lake.json', text },
  ]).value;
  const empty = 'lake:titicaca:\n  name: {und: Titicaca}\n';
  expect(places(check(empty, [], own))).toEqual(['required-property-is-present 1:1']);
  const { diagnostics } = readRecords(
    [{ path: 'a.yaml', text: 'lake:titicaca:\n  name: {und: Titicaca}\n  depth: 281 m\n  dpeth: 1\n' }],
    own,
  );
  expect(diagnostics).toMatchObject([{ rule: 'property-is-known', values: { likely: 'depth' } }]);
});
