import type { Json, JsonObject, Property, Unit, Vocabulary } from '../../model.ts';
import { suggest } from '../../rules/likely-names.ts';
import { sameQuantity } from '../compare-quantities.ts';
import type { DataContext, DataNode, DataSaying, DataTerm } from '../data-term.ts';
import { canonicalDecimal, decimalPattern } from '../decimal.ts';
import { isObject } from '../json-value.ts';
import { count, listCodes } from '../literal-shape.ts';
import { measured } from '../measured.ts';
import { createQuantityWriter } from '../quantity-writer.ts';
import { readCanonicalNumber } from '../read-bare-number.ts';
import { createQuantityReader } from '../read-quantity.ts';
import type { Composition, ValueKind } from '../value-kind.ts';
import { wrongType } from '../value-problem.ts';
import { type ReadResult, readable, unread } from '../value-reader.ts';

/** A number with its unit and, where they are known, its period, qualifier and source: { value, unit, … }. */
export const quantity: ValueKind = {
  keywords: new Set(['x-units', 'properties']),
  knownUnits: (units) => units,
  isTagged: false,
  refersTo: undefined,
  composition: {
    stated: ['value', 'unit'],
    inWords: ['value', 'unit', 'qualifier'],
    unlabelled: ['period'],
    complete: (parts, { units: [unit] }) =>
      'value' in parts && !('unit' in parts) && unit ? { ...parts, unit } : parts,
    statedData: measured,
    partTerm,
    columns: [
      {
        name: 'value',
        datatype: 'decimal',
        property: 'http://purl.org/linked-data/sdmx/2009/measure#obsValue',
      },
      { name: 'unit', datatype: 'string', property: 'http://schema.org/unitCode' },
    ],
  } satisfies Composition,
  // Its parts are checked by themselves.
  check: (value) => (isObject(value) ? [] : wrongType('quantity', value)),
  same: sameQuantity,
  isVerbatim: false,
  isReadBack: true,
  createReader: createQuantityReader,
  createWriter: createQuantityWriter,
  agrees: sameQuantity,
  example: '1528 km',
  readTitle,
  fromRecord,
  fromVariable: ([text], property) => fromRecord(text, property),
  data: quantityData,
  propertyClass: 'owl:ObjectProperty',
  contextEntry: () => ({}),
  shape: (property, { iri, units }) => [
    ['sh:nodeKind', { iri: 'sh:IRI' }],
    ['sh:node', measurementShape(`${iri}.value`, property, units)],
  ],
  typescript: () => 'Quantity',
  typescriptDefinitions: (properties, describe) => {
    const parts = new Map(properties.flatMap((property) => [...property.parts]));
    return {
      quantity: {
        title: 'Quantity',
        description: 'A number with its unit; numbers are decimal strings.',
        type: 'object',
        properties: Object.fromEntries([...parts.values()].map((part) => [part.name, describe(part)])),
        required: ['value', 'unit'].filter((name) => parts.has(name)),
        additionalProperties: false,
      },
    };
  },
  editorSchema: ({ parts }, { describe }) => ({
    anyOf: [
      { type: 'number' },
      { type: 'string', pattern: `^(${decimalPattern}( ?\\S.*)?)$` },
      {
        type: 'object',
        properties: Object.fromEntries([...parts.values()].map((part) => [part.name, describe(part)])),
        additionalProperties: false,
      },
    ],
  }),
  description: 'a number with a unit: `28 km`, or `{value: 28, unit: km, period: 2008}`',
};

function readTitle(
  title: string,
  property: Property,
  { units }: Vocabulary,
): ReadResult<JsonObject> | undefined {
  const [, number = '', code = ''] = /^(\S+?)(?:\s+(\S+)|(%))?$/.exec(title.replace(/%$/, ' %')) ?? [];
  const read = readCanonicalNumber(number, canonicalDecimal);
  if (!read?.ok) return read;
  const unit = code || property.units[0] || '1';
  const allowed = property.units.length > 0 ? property.units : [...units.keys()];
  if (!units.has(unit) || !allowed.includes(unit)) {
    return unread('unit-is-known', { found: unit, expected: allowed.join(', '), ...suggest(unit, allowed) });
  }
  return readable<JsonObject>({ value: read.value, unit });
}

/** "1290000" → the property's first unit; "28 km" and "16.8%" name theirs. */
function fromRecord(text: string, property: Property): Json {
  // "1e999" has an exponent, not a unit.
  const match = /^([+-]?[\d.]+)(?![eE][+-]?\d)\s*(\D.*)?$/.exec(text.trim());
  const value = match && canonicalDecimal(match[1] ?? '');
  if (!match || value === undefined) return text;
  const unit = match[2] ?? property.units[0];
  return unit === undefined ? { value } : { value, unit };
}

/** A measurement, as schema.org's Observation (https://schema.org/Observation). */
function quantityData(
  value: Json,
  property: Property,
  { iri, about, iris, units, part: writePart }: DataContext,
): DataTerm[] {
  if (!isObject(value)) return [];
  const says: DataSaying[] = [
    ['schema:observationAbout', { iri: iris.entity(about) }],
    ['schema:measuredProperty', { iri: property.iri }],
    ...measured(value, units),
  ];
  for (const part of property.parts.values()) {
    const detail = value[part.name];
    if (part.name === 'value' || part.name === 'unit' || detail === undefined || detail === null) continue;
    says.push([partTerm(part, detail), ...writePart(detail, part, `${iri}.${part.name}`)]);
  }
  return [{ node: iri, classes: ['schema:Observation'], says }];
}

function partTerm(part: Property, value: Json): string {
  switch (part.name) {
    case 'value':
      return 'schema:value';
    case 'unit':
      return 'schema:unitCode';
    case 'period':
      return String(value).includes('/') ? 'dct:temporal' : 'schema:observationDate';
    case 'source':
      return 'prov:hadPrimarySource';
    default:
      return part.iri;
  }
}

/** A measurement: a decimal number, one unit of those that the property has, and a qualifier of the list. */
function measurementShape(iri: string, property: Property, units: Map<string, Unit>): DataNode {
  const part = (name: string, path: string, says: DataSaying[]): DataSaying => [
    'sh:property',
    {
      node: `${iri}.${name}`,
      classes: ['sh:PropertyShape'],
      says: [['sh:path', { iri: path }], ['sh:maxCount', count(1)], ...says],
    },
  ];
  const codes = (property.units.length > 0 ? property.units : [...units.keys()]).flatMap(
    (code) => units.get(code)?.ucum ?? [],
  );
  const says: DataSaying[] = [
    part('number', 'schema:value', [
      ['sh:datatype', { iri: 'xsd:decimal' }],
      ['sh:minCount', count(1)],
    ]),
    part('unit', 'schema:unitCode', [
      ['sh:minCount', count(1)],
      ['sh:in', listCodes(new Set(codes))],
    ]),
  ];
  for (const { name, codes: known, iri: path } of property.parts.values()) {
    if (known.size > 0) says.push(part(name, path, [['sh:in', listCodes(known.keys())]]));
  }
  return { node: iri, classes: ['sh:NodeShape'], says };
}
