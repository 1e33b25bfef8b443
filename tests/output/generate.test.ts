import { Ajv } from 'ajv';
import jsonld from 'jsonld';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readVocabulary } from '../../pipeline/graph/schema.ts';
import type { JsonObject } from '../../pipeline/model.ts';
import { writeGenerated } from '../../pipeline/publish/write-generated.ts';
import { borderSchemas, builtinSchemas } from '../graph/builtin-schemas.ts';

const lake = {
  path: 'schemas/types/lake.json',
  text: JSON.stringify({
    title: 'Lake',
    'x-label': { es: 'Lago', pt: 'Lago' },
    allOf: [{ $ref: 'location.json' }],
    'x-jsonld-context': { borders: { '@id': 'schema:nearby', '@type': '@id' } },
    properties: {
      depth: { $ref: '../values.json#/$defs/quantity', title: 'Depth | at most', 'x-units': ['m'] },
    },
  }),
};
const vocabulary = readVocabulary(builtinSchemas(), [...borderSchemas(), lake]).value;
const generate = () => writeGenerated(vocabulary, ['en', 'es', 'pt']);
const generated = await generate();
const textOf = (path: string) => generated.find((file) => file.path === path)?.text ?? '';

describe('context', () => {
  const { '@context': context } = JSON.parse(textOf('schemas/generated/context.jsonld')) as {
    '@context': JsonObject;
  };

  test('turns data into triples, nothing lost, texts with their language', async () => {
    const document = {
      '@context': context,
      '@id': 'https://example.org/id/country/peru',
      '@type': 'Country',
      name: { en: 'Peru', es: 'Perú' },
      alternateName: { en: ['Republic of Peru'] },
      borders: ['https://example.org/id/country/chile'],
    };
    const quads = String(
      await jsonld.toRDF(document as object, { format: 'application/n-quads', safe: true } as object),
    );
    expect(quads.trim().split('\n').sort()).toEqual([
      '<https://example.org/id/country/peru> <http://schema.org/alternateName> "Republic of Peru"@en .',
      '<https://example.org/id/country/peru> <http://schema.org/name> "Peru"@en .',
      '<https://example.org/id/country/peru> <http://schema.org/name> "Perú"@es .',
      '<https://example.org/id/country/peru> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/tinkuy/core#Country> .',
      '<https://example.org/id/country/peru> <https://w3id.org/tinkuy/core#borders> <https://example.org/id/country/chile> .',
    ]);
  });

  test('lets a type mean something else by a property name', async () => {
    const document = {
      '@context': context,
      '@id': 'https://e.org/l',
      '@type': 'Lake',
      borders: 'https://e.org/x',
    };
    const quads = String(
      await jsonld.toRDF(document as object, { format: 'application/n-quads', safe: true } as object),
    );
    expect(quads).toContain('<https://e.org/l> <http://schema.org/nearby> <https://e.org/x> .');
  });
});

describe('types', () => {
  const text = textOf('schemas/generated/entities.ts');

  test('compile, and hold what stands in the graph', () => {
    const use = `
      const peru: Entities['country'] = {
        name: { en: 'Peru' },
        area: { value: '1285216', unit: 'km2', qualifier: 'almost' },
        borders: ['country:chile', 'lake:titicaca'],
      };
      const lake: Lake = { name: {}, depth: { value: '281', unit: 'm' } };
      // @ts-expect-error a range has its types
      const border: Border = { name: {}, between: ['place:lima'] };
      // @ts-expect-error a code is one of a list
      const place: Place = { name: {}, kind: 'citty' };
      // @ts-expect-error a required property
      const law: Law = {};
    `;
    expect(problems(`${text}\n${use}`)).toEqual([]);
  });

  test('are the same each time, and say nothing of the generator', async () => {
    expect(await generate()).toEqual(generated);
    expect(text).not.toContain('This interface was referenced');
  });
});

function problems(source: string): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, version) =>
    name === 'entities.ts' ? ts.createSourceFile(name, source, version) : getSourceFile(name, version);
  const program = ts.createProgram(['entities.ts'], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe("editors' schema of records", () => {
  const schema = JSON.parse(textOf('schemas/generated/records.schema.json')) as object;
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);

  test('takes what a record may say, in long and short', () => {
    const records: unknown = parse(`
country:peru:
  name: {en: Peru, es: Perú, pt: Peru}
  isoCode: PE
  area: 1285216
  areaShare: 16.8 %
  population: {period: 2008, qualifier: approximately}
  borders: country:chile
  regionCount: 25
  sameAs: [http://www.wikidata.org/entity/Q419]
lake:titicaca:
  name: {und: Titicaca}
  depth: {value: 281, unit: m}
law:l:
  number: 29778
  date: 2011-07-27
country:chile:
`);
    expect(validate(records), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each([
    'contry:peru: {}',
    'country:Peru: {}',
    'country:peru: {aera: 1}',
    'country:peru: {name: Peru}',
    'country:peru: {name: {eng: Peru}}',
    'country:peru: {capital: [place:lima]}',
    'border:b: {between: [place:a, place:b]}',
    'place:p: {kind: citty}',
    'lake:l: {depth: {value: 1, unit: km}}',
    'event:e: {date: 26/10/1998}',
  ])('marks %s', (text) => {
    expect(validate(parse(text))).toBe(false);
  });
});

describe('vocabulary page', () => {
  const text = textOf('docs/vocabulary.md');

  test('tells of types, properties, kinds, ranges, units, codes, terms and labels', () => {
    expect(text).toContain('| [lake](#lake) | Lake | Lago | Lago |');
    expect(text).toContain('A kind of [location](#location)');
    expect(text).toContain('| `between` | entity\\*: [country](#country) | Between | Entre | Entre |');
    expect(text).toContain('`geo:sfTouches`');
    expect(text).toContain('| `river` | river | río | rio |');
    expect(text).toContain('quotient of `population`, `area`, within 0.5 %');
    expect(text).toContain('| `km` | `km` | `unit:KiloM` | length | 1000 |');
  });

  test('keeps its tables whole', () => {
    expect(text).toContain('Depth \\| at most');
    const widths = text
      .split('\n\n')
      .filter((block) => block.startsWith('| '))
      .map(
        (block) =>
          new Set(
            block
              .trim()
              .split('\n')
              .map((line) => line.split(/(?<!\\)\|/).length),
          ).size,
      );
    expect(new Set(widths)).toEqual(new Set([1]));
  });
});
