import type { Json, JsonObject, Property, Unit, Vocabulary } from '../../model.ts';
import { suggest } from '../../rules/likely-names.ts';
import { sameQuantity } from '../compare-quantities.ts';
import { canonicalDecimal, decimalPattern } from '../decimal.ts';
import { isObject } from '../json-value.ts';
import { measured } from '../measured.ts';
import { observation, observationShape, observedPart } from '../observed-parts.ts';
import { partsSchema } from '../parts-schema.ts';
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
  instanceType: 'object',
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
  data: (value, property, context) => {
    if (!isObject(value)) return [];
    const states = { says: measured(value, context.units), parts: ['value', 'unit'], term: partTerm };
    return [observation([], value, property, states, context)];
  },
  propertyClass: 'owl:ObjectProperty',
  contextTypes: ['@id'],
  contextEntry: () => ({}),
  shape: (property, { iri, units }) => [
    ['sh:nodeKind', { iri: 'sh:IRI' }],
    [
      'sh:node',
      observationShape(`${iri}.value`, property, {
        name: 'unit',
        path: 'schema:unitCode',
        codes: unitCodes(property, units),
      }),
    ],
  ],
  typescript: () => 'Quantity',
  typescriptDefinitions: (properties, describe) => {
    const has = (name: string): boolean => properties.some(({ parts }) => parts.has(name));
    return {
      quantity: {
        title: 'Quantity',
        description: 'A number with its unit; numbers are decimal strings.',
        ...partsSchema(properties, describe),
        required: ['value', 'unit'].filter(has),
      },
    };
  },
  editorSchema: (property, { describe }) => ({
    anyOf: [
      { type: 'number' },
      { type: 'string', pattern: `^(${decimalPattern}( ?\\S.*)?)$` },
      partsSchema([property], describe),
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

function partTerm(part: Property, value: Json): string {
  return observedPart(part, value, { unit: 'schema:unitCode' });
}

/** The UCUM codes of the units that a property has. */
function unitCodes(property: Property, units: Map<string, Unit>): Set<string> {
  const codes = property.units.length > 0 ? property.units : [...units.keys()];
  return new Set(codes.flatMap((code) => units.get(code)?.ucum ?? []));
}
