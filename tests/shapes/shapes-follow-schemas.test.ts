import { readFileSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import { beforeAll, describe, expect, test } from 'vitest';
import { createIris } from '../../pipeline/graph/iri.ts';
import { readVocabulary } from '../../pipeline/graph/schema.ts';
import { expandWithJsonld } from '../../pipeline/linked/rdf/expand-with-jsonld.ts';
import type {
  Configuration,
  Entity,
  EntityType,
  Json,
  JsonObject,
  Property,
  RecordEntry,
} from '../../pipeline/model.ts';
import { compileShapes } from '../../pipeline/proof/shapes/compile-shapes.ts';
import type { Violation } from '../../pipeline/proof/shapes/find-violations.ts';
import { validateData } from '../../pipeline/proof/validate-data.ts';
import { drawShapes } from '../../pipeline/publish/draw-shared.ts';
import { writeEntity } from '../../pipeline/publish/jsonld/entity-nodes.ts';
import { borderSchemas, builtinSchemas } from '../graph/builtin-schemas.ts';
import { ofSchemas, stateGraph } from '../graph/sample-graph.ts';
import { createJudge } from './create-judge.ts';

const base = 'https://example.org/shapes/';
const languages = ['en', 'es', 'pt'];
const configuration: Configuration = {
  base,
  editions: languages.map((language) => ({ language, tag: language, citationStyle: 'apa' })),
  mentions: 'all',
  numberSections: true,
  allowHtml: false,
  rules: {},
  pages: [],
  files: [],
};
/** A type with values of the kinds that no built-in type has. */
const market = 'schemas/types/market.json';
const own = [{ path: market, text: readFileSync(`tests/fixtures/kinds-of-values/${market}`, 'utf8') }];
const { value: vocabulary } = readVocabulary(builtinSchemas(), [...borderSchemas(), ...own], base);
const context = { vocabulary, iris: createIris(base) };
const types = [...vocabulary.types.values()].filter(({ abstract }) => !abstract);
const everywhere = { path: 'a.yaml', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
let shapes: Quad[] = [];
beforeAll(async () => {
  shapes = drawShapes({ configuration, vocabulary });
});

function entityOf(type: EntityType, slug: string, properties: JsonObject): Entity {
  const origins = new Map([
    ['', [{ source: 'record' as const, location: everywhere, language: undefined, segment: undefined }]],
  ]);
  return { id: `${type.name}:${slug}`, type: type.name, slug, properties, origins, csl: undefined };
}

/** A value that fits. */
function good(property: Property): Json {
  const one = goodOne(property);
  if (!property.many || String(property.kind) === 'text') return one;
  const least = property.limits?.minItems ?? 1;
  return Array.from({ length: least }, (_, index) =>
    String(property.kind) === 'entity' && index > 0 ? `${rangeOf(property)}:other` : one,
  );
}

function goodOne(property: Property): Json {
  switch (String(property.kind)) {
    case 'text':
      return Object.fromEntries(languages.map((language) => [language, property.many ? ['a'] : 'a']));
    case 'code':
      return [...property.codes.keys()][0] ?? 'PE';
    case 'integer':
      return '12';
    case 'decimal':
      return '1.5';
    case 'boolean':
      return true;
    case 'date':
      return '1998-10';
    case 'period':
      return '1993/2007';
    case 'quantity':
      return { value: '1.5', unit: property.units[0] ?? 'km' };
    case 'money':
      return { value: '1.5', currency: property.units[0] ?? 'PEN' };
    case 'point':
      return 'geo:-13.5,-72';
    case 'time':
      return '14:45';
    case 'entity':
      return `${rangeOf(property)}:one`;
    case 'target':
      return 'country:one';
    case 'iri':
      return 'https://example.org/a';
    case 'object':
      return Object.fromEntries([...property.parts.values()].map((part) => [part.name, goodOne(part)]));
    default:
      return 'a';
  }
}

function rangeOf({ range }: Property): string {
  return range.find((name) => vocabulary.types.get(name)?.abstract === false) ?? 'country';
}

/** Values that the schema of the property refuses, by what is wrong with them. */
function bad(property: Property): [what: string, value: Json][] {
  const { limits = {}, many } = property;
  const kind = String(property.kind);
  const wrong: [string, Json][] = [];
  const put = (what: string, value: Json): void => {
    wrong.push([what, many && kind !== 'text' ? [value] : value]);
  };
  if (limits.minItems !== undefined && limits.minItems > 1) wrong.push(['too few', [goodOne(property)]]);
  if (limits.maxItems !== undefined)
    wrong.push([
      'too many',
      Array.from({ length: limits.maxItems + 1 }, (_, index) => `${rangeOf(property)}:n${index}`),
    ]);
  switch (kind) {
    case 'text':
      wrong.push(['no words', Object.fromEntries(languages.map((language) => [language, many ? [''] : '']))]);
      wrong.push([
        'a language that is not published',
        { ...(goodOne(property) as JsonObject), fr: many ? ['a'] : 'a' },
      ]);
      break;
    case 'string':
      put('no characters', '');
      break;
    case 'code':
      if (property.codes.size > 0) put('a code that is not on the list', 'no-such-code');
      else put('a code of another form', 'not a code');
      break;
    case 'integer':
      put('a fraction', '1.5');
      put('words', 'twelve');
      break;
    case 'decimal':
      put('a comma', '1,5');
      put('an exponent', '1.5E3');
      break;
    case 'boolean':
      put('words', 'yes');
      break;
    case 'date':
    case 'period':
      put('month 13', '1998-13');
      put('words', 'last year');
      break;
    case 'quantity':
      put('an exponent', { value: '1.5E3', unit: property.units[0] ?? 'km' });
      put('no number', { unit: property.units[0] ?? 'km' });
      put('no unit', { value: '1' });
      put('an unknown unit', { value: '1', unit: 'furlong' });
      put('an unknown qualifier', { value: '1', unit: property.units[0] ?? 'km', qualifier: 'perhaps' });
      break;
    case 'money':
      put('an exponent', { value: '1.5E3', currency: property.units[0] ?? 'PEN' });
      put('no number', { currency: property.units[0] ?? 'PEN' });
      put('no currency', { value: '1' });
      put('an unknown currency', { value: '1', currency: 'QQQ' });
      if (property.units.length > 0) put('another currency', { value: '1', currency: 'EUR' });
      break;
    case 'point':
      put('out of range', 'geo:-13.5,-272');
      put('turned parts', 'geo:-101,19');
      put('words', 'near Cusco');
      break;
    case 'time':
      put('twenty-five hours', '25:00');
      put('twenty-five hours of a day', '1998-10-26T25:00');
      put('words', 'noon');
      break;
    case 'iri':
      put('no address', 'not an address');
      break;
  }
  return wrong;
}

/** An entity of its own for each thing to find out, all in one graph. */
interface Trial {
  name: string;
  entity: Entity;
  /** Rules of the diagnostics about it. */
  bySchema: string[];
  /** Constraints that it violates; that the data cannot even be written is a refusal too. */
  byShape: string[];
}

/** Something of every type for others to point to. */
const neighbours = types.flatMap((type) =>
  ['one', 'other'].map((slug) => entityOf(type, slug, required(type))),
);

function required(type: EntityType): JsonObject {
  return Object.fromEntries(type.required.map((name) => [name, good(type.properties.get(name) as Property)]));
}

function trial(name: string, type: EntityType, properties: JsonObject, number: number): Trial {
  return { name, entity: entityOf(type, `trial-${number}`, properties), bySchema: [], byShape: [] };
}

const withoutMessage = ({ message: _, ...violation }: Violation) => violation;

async function run(trials: Trial[]): Promise<Trial[]> {
  const entities = new Map(
    [...neighbours, ...trials.map(({ entity }) => entity)].map((entity) => [entity.id, entity]),
  );
  const findings = new Map<string, string[]>();
  const records = [...entities.values()].map(({ id, properties }): RecordEntry => {
    return {
      id,
      properties,
      location: everywhere,
      locate: () => everywhere,
      source: 'record',
      csl: undefined,
    };
  });
  for (const { rule, values } of stateGraph([], records, vocabulary).diagnostics) {
    if (!ofSchemas.has(rule)) continue;
    const id = String(values.entity);
    findings.set(id, [...(findings.get(id) ?? []), rule]);
  }
  const written = [...entities.values()].map((entity) => ({ entity, nodes: writeEntity(entity, context) }));
  const isWritable = await Promise.all(
    written.map(async ({ nodes }) => {
      try {
        return (await expandWithJsonld(nodes, vocabulary.context)).length > 0;
      } catch {
        return false;
      }
    }),
  );
  const quads = await expandWithJsonld(
    written.filter((_, index) => isWritable[index]).flatMap(({ nodes }) => nodes),
    vocabulary.context,
  );
  const violations: Violation[] = validateData(quads, compileShapes(shapes));
  const judged = await createJudge(shapes)(quads);
  expect(violations.map(withoutMessage)).toEqual(judged.map(withoutMessage));
  const constraints = new Map<string, string[]>();
  for (const { node, constraint } of violations) {
    const whole = node.split('#', 1)[0] ?? '';
    constraints.set(whole, [...(constraints.get(whole) ?? []), constraint]);
  }
  return trials.map((each) => {
    const index = written.findIndex(({ entity }) => entity === each.entity);
    const found = constraints.get(context.iris.entity(each.entity.id)) ?? [];
    return {
      ...each,
      bySchema: findings.get(each.entity.id) ?? [],
      byShape: isWritable[index] ? found : ['unwritable'],
    };
  });
}

test('what fits a schema fits its shape: every type, with a value of every property and with the required ones', async () => {
  const trials = await run(
    types.flatMap((type, index) => [
      trial(
        `${type.name}, all`,
        type,
        Object.fromEntries([...type.properties.values()].map((property) => [property.name, good(property)])),
        2 * index,
      ),
      trial(`${type.name}, required`, type, required(type), 2 * index + 1),
    ]),
  );
  expect(trials.filter(({ bySchema, byShape }) => bySchema.length + byShape.length > 0)).toEqual([]);
  expect(trials.length).toBeGreaterThan(40);
});

describe('what a schema refuses its shape refuses', () => {
  test('a required property that is missing', async () => {
    const trials = await run(
      types
        .flatMap((type) => type.required.map((name) => ({ type, name })))
        .map(({ type, name }, index) => {
          const { [name]: _without, ...properties } = required(type);
          return trial(`${type.name} without ${name}`, type, properties, index);
        }),
    );
    expect(trials.length).toBeGreaterThan(20);
    expect(trials.filter(({ bySchema }) => !bySchema.includes('required-property-is-present'))).toEqual([]);
    // What a note speaks about is written where the values are known that it may speak about.
    const missed = trials.filter(({ byShape }) => byShape.join() !== 'MinCount').map(({ name }) => name);
    expect(missed).toEqual(['note without about']);
  });

  test('a value of each kind that does not fit, for every property of every type', async () => {
    const cases = types.flatMap((type) =>
      [...type.properties.values()].flatMap((property) =>
        bad(property).map(([what, value]) => ({ what, type, property, value })),
      ),
    );
    const trials = await run(
      cases.map(({ what, type, property, value }, index) =>
        trial(
          `${type.name}.${property.name}: ${what}`,
          type,
          { ...required(type), [property.name]: value },
          index,
        ),
      ),
    );
    expect(new Set(cases.map(({ property }) => property.kind)).size).toBeGreaterThanOrEqual(9);
    expect(trials.length).toBeGreaterThan(500);
    expect(trials.filter(({ bySchema }) => bySchema.length === 0).map(({ name }) => name)).toEqual([]);
    const missed = trials.filter(({ byShape }) => byShape.length === 0).map(({ name }) => name);
    // Titles are in whatever language a work has.
    expect(missed).toEqual(['work.name: a language that is not published']);
  });

  test('an entity of a type that the property does not lead to', async () => {
    const cases = types.flatMap((type) =>
      [...type.properties.values()]
        .filter(
          ({ kind, range }) => String(kind) === 'entity' && range.length > 0 && !range.includes('assessment'),
        )
        .map((property) => ({ type, property })),
    );
    const trials = await run(
      cases.map(({ type, property }, index) => {
        const wrong = ['assessment:one', 'assessment:other'].slice(0, property.limits?.minItems ?? 1);
        const properties = { ...required(type), [property.name]: property.many ? wrong : 'assessment:one' };
        return trial(`${type.name}.${property.name}`, type, properties, index);
      }),
    );
    expect(trials.length).toBeGreaterThan(80);
    const missed = trials.filter(({ byShape }) => !byShape.includes('Class') && !byShape.includes('Or'));
    expect(missed.map(({ name }) => name)).toEqual([]);
  });
});
