import { describe, expect, test } from 'vitest';
import { readVocabulary } from '../../pipeline/graph/schema.ts';
import { createAnswers } from '../../pipeline/host/create-answers.ts';
import type { SourceFile } from '../../pipeline/model.ts';
import { borderSchemas, builtinSchemas } from './builtin-schemas.ts';
import { places } from './sample-graph.ts';

const builtin = builtinSchemas();

function own(name: string, schema: unknown): SourceFile {
  return {
    path: `schemas/${name}`,
    text: typeof schema === 'string' ? schema : JSON.stringify(schema, null, 2),
  };
}

describe('built-in schemas', () => {
  const { value, diagnostics } = readVocabulary(builtin, []);
  const borders = readVocabulary(builtin, borderSchemas()).value;

  test('have no finding', () => {
    expect(diagnostics).toEqual([]);
  });

  test('are the same where the project is the tool itself', () => {
    const again = readVocabulary(builtin, builtin);
    expect(again.diagnostics).toEqual([]);
    expect(again.value).toEqual(value);
  });

  test('do not depend on the order of files', () => {
    expect(readVocabulary([...builtin].reverse(), []).value).toEqual(value);
  });

  test('give a type its own and inherited properties, parents first', () => {
    const country = value.types.get('country');
    expect(country?.supertypes).toEqual(['location', 'thing']);
    expect([...(country?.properties.keys() ?? [])].slice(0, 2)).toEqual(['name', 'alternateName']);
    expect(country?.properties.get('area')).toMatchObject({
      kind: 'quantity',
      many: false,
      units: ['km2', 'ha', 'm2'],
    });
    expect(country?.label).toEqual({ en: 'Country', es: 'País', pt: 'País' });
    expect(country?.required).toEqual(['name']);
  });

  test('tell lists, texts by language and ranges with their subtypes', () => {
    expect(value.types.get('thing')?.properties.get('alternateName')).toMatchObject({
      kind: 'text',
      many: true,
    });
    expect(borders.types.get('border')?.properties.get('between')).toMatchObject({
      kind: 'entity',
      many: true,
      range: ['country'],
    });
    expect(borders.types.get('agreement')?.properties.get('signedAt')?.range).toContain('country');
  });

  test('know the parts of a quantity, its units among them', () => {
    const parts = borders.types.get('border')?.properties.get('length')?.parts;
    expect([...(parts?.keys() ?? [])]).toEqual(
      expect.arrayContaining(['value', 'unit', 'period', 'qualifier', 'source']),
    );
    expect(parts?.get('unit')?.units).toEqual(['km']);
    expect(parts?.get('qualifier')?.codes.get('almost')).toEqual({ en: 'almost', es: 'casi', pt: 'quase' });
  });

  test('make a context: texts by language, references as addresses, numbers typed, dates and quantities open', () => {
    const { context } = borders;
    expect(context.name).toEqual({ '@id': 'schema:name', '@container': '@language' });
    expect(context.alternateName).toMatchObject({ '@container': ['@language', '@set'] });
    expect(context.between).toMatchObject({ '@type': '@id' });
    expect(context.regionCount).toBe('def:regionCount');
    expect(context.length).toBe('def:length');
    expect(context.schema).toBe('http://schema.org/');
    expect(context.def).toBe('https://w3id.org/tinkuy/def#');
    expect(context.area).toBe('tinkuy:area');
    expect(context.tinkuy).toBe('https://w3id.org/tinkuy/core#');
  });

  test('make a context with terms for the parts of quantities, where the name is free', () => {
    const { context } = value;
    expect(context.qualifier).toBe('tinkuy:qualifier');
    expect(context.of).toEqual({ '@id': 'tinkuy:of', '@type': '@id' });
    expect(context.unit).toBe('http://qudt.org/vocab/unit/');
  });

  test('have addresses that no base changes; those of the project are under its base', () => {
    const based = readVocabulary(builtin, borderSchemas(), 'https://example.org/x/').value;
    expect(based.types.get('border')?.properties.get('length')?.iri).toBe('https://example.org/x/def#length');
    expect(based.types.get('border')?.properties.get('name')?.iri).toBe('http://schema.org/name');
    expect(based.types.get('border')?.classes[0]).toBe('https://example.org/x/def#Border');
    expect(based.types.get('border')?.properties.get('area')?.iri).toBeUndefined();
    expect(based.types.get('hub')?.properties.get('area')?.iri).toBe('https://w3id.org/tinkuy/core#area');
    expect(based.types.get('place')?.classes[0]).toBe('https://w3id.org/tinkuy/core#Place');
    expect(based.types.get('place')?.properties.get('regionCount')?.iri).toBe(
      'https://example.org/x/def#regionCount',
    );
  });
});

describe("a project's own schemas", () => {
  test('add a type', () => {
    const lake = own('types/lake.json', {
      title: 'Lake',
      'x-label': { es: 'Lago', pt: 'Lago' },
      'x-jsonld-type': 'schema:LakeBodyOfWater',
      allOf: [{ $ref: 'location.json' }],
      properties: { depth: { $ref: '../values.json#/$defs/quantity', title: 'Depth', 'x-units': ['m'] } },
    });
    const { value, diagnostics } = readVocabulary(builtin, [...borderSchemas(), lake]);
    expect(diagnostics).toEqual([]);
    const type = value.types.get('lake');
    expect(type?.supertypes).toEqual(['location', 'thing']);
    expect(type?.properties.get('depth')).toMatchObject({
      kind: 'quantity',
      units: ['m'],
      label: { en: 'Depth' },
    });
    expect(type?.classes).toEqual(['https://w3id.org/tinkuy/def#Lake', 'http://schema.org/LakeBodyOfWater']);
    expect(value.context.depth).toBe('def:depth');
    expect(value.types.get('border')?.properties.get('within')?.range).toContain('lake');
  });

  test('patch a built-in type member by member; null takes away', () => {
    const patch = own('types/location.json', {
      properties: {
        elevation: { $ref: '../values.json#/$defs/quantity', title: 'Elevation', 'x-units': ['m'] },
        isoCode: null,
        area: { title: 'Extent' },
      },
    });
    const { value, diagnostics } = readVocabulary(builtin, [patch]);
    expect(diagnostics).toEqual([]);
    const properties = value.types.get('country')?.properties;
    expect(properties?.get('elevation')?.units).toEqual(['m']);
    expect(properties?.has('isoCode')).toBe(false);
    expect(properties?.get('area')).toMatchObject({ label: { en: 'Extent' }, units: ['km2', 'ha', 'm2'] });
  });

  test('add units and prefixes', () => {
    const units = own('units.json', { legua: { ucum: '[lgua]', dimension: 'length', factor: 5572.7 } });
    const { value } = readVocabulary(builtin, [units, own('prefixes.json', { ex: 'https://example.org/' })]);
    expect(value.units.get('legua')?.factor).toBe(5572.7);
    expect(value.units.has('km')).toBe(true);
    expect(value.context.ex).toBe('https://example.org/');
  });

  test('may mean something else by a property name: the type carries its own term', () => {
    const boat = own('types/boat.json', {
      title: 'Boat',
      allOf: [{ $ref: 'thing.json' }],
      'x-jsonld-context': { length: { '@id': 'schema:width' } },
      properties: { length: { $ref: '../values.json#/$defs/quantity', title: 'Length', 'x-units': ['m'] } },
    });
    const { value } = readVocabulary(builtin, [...borderSchemas(), boat]);
    expect(value.context.length).toBe('def:length');
    expect(value.context.Boat).toEqual({ '@id': 'def:Boat', '@context': { length: 'schema:width' } });
  });
});

describe('mistakes in schemas have a place', () => {
  const finding = (schema: unknown, rule: string, name = 'types/lake.json') => {
    const { diagnostics } = readVocabulary(builtin, [own(name, schema)]);
    const found = diagnostics.filter((item) => item.rule === rule);
    expect(diagnostics.map((item) => item.rule)).toContain(rule);
    for (const item of found) expect(item.location.path).toBe(`schemas/${name}`);
    return found;
  };

  test.each([
    ['a comma too many', '{\n  "title": "Lake",\n}', 'schema-is-valid'],
    ['no JSON at all', 'title: Lake', 'schema-is-valid'],
    ['an empty file', '', 'schema-is-valid'],
    ['a list', '[]', 'schema-is-valid'],
    ['a key twice', '{\n  "title": "Lake",\n  "title": "See"\n}', 'yaml-key-is-unique'],
    ['__proto__', '{ "properties": { "__proto__": {} } }', 'schema-is-valid'],
    ['too deep', `${'{"not":'.repeat(5000)}{}${'}'.repeat(5000)}`, 'yaml-is-well-formed'],
  ])('%s', (_, text, rule) => {
    finding(text, rule);
  });

  test.each([
    ['a key twice', '{\n  "title": "Lake",\n  "title": "See"\n}'],
    ['a number that is rounded', '{\n  "title": "Lake",\n  "maximum": 12345678901234567891\n}'],
    ['too deep', `${'{"not":'.repeat(5000)}{}${'}'.repeat(5000)}`],
    ['nothing', '{\n  "title": "Lake"\n}'],
  ])('%s, as often as it is asked', (_, text) => {
    const answers = createAnswers();
    const read = (file: SourceFile) => readVocabulary(builtin, [file], undefined, answers.recall).diagnostics;
    const file = own('types/lake.json', text);
    // What is known of a file is of its text alone.
    read(own('types/lake.json', '{ "title": "Lake" }'));
    const expected = readVocabulary(builtin, [file]).diagnostics;
    expect(read(file)).toEqual(expected);
    expect(read(file)).toEqual(expected);
  });

  test('a keyword with a wrong value, at the value', () => {
    const text = '{\n  "title": "Lake",\n  "properties": {\n    "depth": { "type": "strin" }\n  }\n}';
    const [found] = finding(text, 'schema-is-valid');
    expect(found?.location.start).toMatchObject({ line: 4, column: 24 });
    expect(found?.values).toMatchObject({ keyword: 'type', found: 'strin' });
  });

  test('a property with the name of a keyword is none', () => {
    const properties = { $schema: { type: 'string' }, $comment: { type: 'string' } };
    const { diagnostics } = readVocabulary(builtin, [own('types/lake.json', { title: 'Lake', properties })]);
    expect(diagnostics.filter(({ rule }) => rule === 'schema-name-is-free')).toEqual([]);
  });

  test('a keyword that is none, with the likely one', () => {
    const [found] = finding({ title: 'Lake', requierd: ['name'] }, 'schema-keyword-is-known');
    expect(found?.values).toMatchObject({ keyword: 'requierd', likely: 'required' });
  });

  test.each([['https://json-schema.org/draft-03/schema'], ['nonsense'], [false], [{}]])(
    'the $schema %j',
    ($schema) => {
      const [found] = finding({ $schema, title: 'Lake' }, 'schema-is-valid');
      expect(found?.values).toMatchObject({ keyword: '$schema' });
    },
  );

  test('an $id that another schema has', () => {
    const copied = { $id: 'https://w3id.org/tinkuy/schemas/types/place.json', title: 'Lake' };
    const { diagnostics } = readVocabulary(builtin, [
      own('types/lake.json', copied),
      own('types/sea.json', copied),
    ]);
    expect(
      diagnostics.filter(({ rule }) => rule === 'schema-is-valid').map(({ values }) => values.context),
    ).toContain('id');
  });

  test('an annotation that is nearly one, and one of somebody else', () => {
    const [found, ...others] = finding({ title: 'Lake', 'x-plura': {}, 'x-museum': 1 }, 'schema-is-valid');
    expect(found?.values).toMatchObject({ keyword: 'x-plura', likely: expect.stringContaining('x-plural') });
    expect(others).toEqual([]);
  });

  test.each([['Lago'], [null], [{ es: 1 }]])('the label %j', (label) => {
    finding({ title: 'Lake', 'x-label': label }, 'schema-is-valid');
  });

  test('a pattern that is none does not stop the build', () => {
    finding(
      { properties: { code: { $ref: '../values.json#/$defs/code', pattern: '(' } } },
      'schema-is-valid',
    );
  });

  test('a $ref to nothing, with the likely file', () => {
    const [found] = finding(
      { title: 'Lake', allOf: [{ $ref: 'locaton.json' }] },
      'schema-reference-resolves',
    );
    expect(found?.values).toMatchObject({ reference: 'locaton.json', likely: 'location.json' });
    expect(found?.location.start.line).toBe(5);
  });

  test('a $ref to a definition that is not there', () => {
    const schema = { properties: { depth: { $ref: '../values.json#/$defs/quantiti' } } };
    const [found] = finding(schema, 'schema-reference-resolves');
    expect(found?.values.likely).toContain('quantity');
  });

  test('a circle of supertypes', () => {
    finding({ title: 'Lake', allOf: [{ $ref: 'lake.json' }] }, 'schema-inheritance-ends');
    const first = own('types/a.json', { allOf: [{ $ref: 'b.json' }] });
    const second = own('types/b.json', { allOf: [{ $ref: 'a.json' }] });
    const { diagnostics, value } = readVocabulary(builtin, [first, second]);
    expect(places(diagnostics)).toEqual(['schema-inheritance-ends 4:15']);
    expect(value.types.has('a') && value.types.has('b')).toBe(true);
  });

  test('annotations that name what is not there', () => {
    const found = finding(
      {
        title: 'Lake',
        'x-role': 'hero',
        'x-jsonld-type': 'shcema:Lake',
        properties: {
          depth: { $ref: '../values.json#/$defs/quantity', 'x-units': ['metre'] },
          outflow: { $ref: '../values.json#/$defs/entity', 'x-range': ['rivr'] },
          ratio: { $ref: '../values.json#/$defs/decimal', 'x-follows': { quotient: ['depth'] } },
          sum: { $ref: '../values.json#/$defs/decimal', 'x-follows': { sum: ['dept'] } },
          any: { 'x-kind': 'strnig' },
          'wrong name': { $ref: '../values.json#/$defs/text' },
        },
      },
      'schema-annotation-is-valid',
    );
    expect(found.map((item) => item.values.annotation).sort()).toEqual(
      [
        'properties',
        'x-follows',
        'x-follows',
        'x-jsonld-type',
        'x-kind',
        'x-range',
        'x-role',
        'x-units',
      ].sort(),
    );
  });

  test('a file whose name is no type', () => {
    finding({ title: 'Lake' }, 'schema-annotation-is-valid', 'types/Salt-Lake.json');
  });

  test('a unit without a factor', () => {
    finding({ legua: { ucum: 'x', dimension: 'length' } }, 'schema-is-valid', 'units.json');
  });
});
