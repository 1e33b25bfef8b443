import type { Json, JsonObject, Property } from '../../model.ts';
import { suggest } from '../../rules/likely-names.ts';
import type { DataSaying } from '../data-term.ts';
import { canonicalDecimal, decimalPattern } from '../decimal.ts';
import { currencyCodes } from '../iso-4217.ts';
import { isObject, sameJson } from '../json-value.ts';
import { createMoneyWriter } from '../money-writer.ts';
import { observation, observationShape, observedPart } from '../observed-parts.ts';
import { partsSchema } from '../parts-schema.ts';
import { readCanonicalNumber } from '../read-bare-number.ts';
import { createMoneyReader } from '../read-money.ts';
import type { ValueKind } from '../value-kind.ts';
import { type ValueProblem, wrongType } from '../value-problem.ts';
import { type ReadResult, readable, unread } from '../value-reader.ts';

const codePattern = '[A-Z]{3}';

/** "13.50 PEN", "PEN 13.50", or a number alone, which is in the first currency of the property. */
const amount = /^(?:([A-Z]{3})\s*)?([+-]?[\d.]+)(?:\s*([A-Z]{3}))?$/;

/** An amount in a currency of ISO 4217 and, where they are known, its period, qualifier and source: { value, currency, … }. */
export const money: ValueKind = {
  keywords: new Set(['x-units', 'properties']),
  knownUnits: () => currencyCodes,
  instanceType: 'object',
  isTagged: false,
  refersTo: undefined,
  composition: {
    stated: ['value', 'currency'],
    inWords: ['value', 'currency', 'qualifier'],
    unlabelled: ['period'],
    complete: (parts, { units: [currency] }) =>
      'value' in parts && !('currency' in parts) && currency ? { ...parts, currency } : parts,
    statedData,
    partTerm,
    columns: [
      {
        name: 'value',
        datatype: 'decimal',
        property: 'http://purl.org/linked-data/sdmx/2009/measure#obsValue',
      },
      {
        name: 'currency',
        datatype: 'string',
        property: 'http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure',
      },
    ],
  },
  check: checkMoney,
  same: sameAmount,
  isVerbatim: false,
  isReadBack: true,
  createReader: createMoneyReader,
  createWriter: createMoneyWriter,
  agrees: sameAmount,
  example: '187.40 BRL',
  readTitle,
  fromRecord: (text, property) => parse(text, property) ?? text,
  fromVariable: ([text], property) => parse(text, property) ?? text,
  // An amount that is observed: https://schema.org/MonetaryAmount.
  data: (value, property, context) => {
    if (!isObject(value)) return [];
    const states = { says: statedData(value), parts: ['value', 'currency'], term: partTerm };
    return [observation(['schema:MonetaryAmount'], value, property, states, context)];
  },
  propertyClass: 'owl:ObjectProperty',
  contextTypes: ['@id'],
  contextEntry: () => ({}),
  shape: (property, { iri }) => [
    ['sh:nodeKind', { iri: 'sh:IRI' }],
    [
      'sh:node',
      observationShape(`${iri}.value`, property, {
        name: 'currency',
        path: 'schema:currency',
        codes: property.units.length > 0 ? property.units : currencyCodes,
      }),
    ],
  ],
  typescript: () => 'Money',
  typescriptDefinitions: (properties, describe) => {
    if (properties.length === 0) return {};
    return {
      money: {
        title: 'Money',
        description: 'An amount in a currency of ISO 4217; numbers are decimal strings.',
        ...partsSchema(properties, describe),
        required: ['value', 'currency'],
      },
    };
  },
  editorSchema: (property, { describe }) => ({
    anyOf: [
      ...(property.units.length > 0 ? [{ type: 'number' }] : []),
      {
        type: 'string',
        pattern: `^(${codePattern} ?${decimalPattern}|${decimalPattern} ?${codePattern})$`,
      },
      partsSchema([property], describe),
    ],
  }),
  description:
    'an amount in a currency of ISO 4217: `187.40 BRL`, or `{value: 187.40, currency: BRL, period: 2008}`',
};

function parse(text: string, { units: [assumed] }: Property): JsonObject | undefined {
  const [, before, number = '', after] = amount.exec(text.trim()) ?? [];
  const value = canonicalDecimal(number);
  const currency = before ?? after ?? assumed;
  if (value === undefined || currency === undefined || (before && after)) return undefined;
  return { value, currency };
}

function readTitle(title: string, property: Property): ReadResult<JsonObject> | undefined {
  const parsed = parse(title, property);
  if (!parsed) return undefined;
  const number = readCanonicalNumber(String(parsed.value), canonicalDecimal);
  if (!number?.ok) return number;
  const problem = checkCurrency(String(parsed.currency), property);
  return problem ? unread('currency-is-known', problem) : readable(parsed);
}

/** The values of the message on a code that is none, or none of the property's; undefined where all is well. */
function checkCurrency(found: string, { units }: Property): ValueProblem['values'] | undefined {
  if (units.length > 0 ? units.includes(found) : currencyCodes.has(found)) return undefined;
  const expected = units.length > 0 ? units.join(', ') : 'ISO 4217';
  return { found, expected, ...suggest(found, units) };
}

/** The parts are checked by themselves, and the currency with them where the property names some. */
function checkMoney(value: Json, property: Property): ValueProblem[] {
  if (!isObject(value)) return wrongType('money', value);
  if (typeof value.currency !== 'string' || property.units.length > 0) return [];
  const values = checkCurrency(value.currency, property);
  return values ? [{ rule: 'currency-is-known', path: 'currency', values }] : [];
}

function sameAmount(a: Json, b: Json): boolean {
  return (
    isObject(a) && isObject(b) && a.currency === b.currency && sameJson(a.value ?? null, b.value ?? null)
  );
}

function statedData({ value, currency }: JsonObject): DataSaying[] {
  const says: DataSaying[] = [];
  if (typeof value === 'string') says.push(['schema:value', { value, datatype: 'xsd:decimal' }]);
  if (typeof currency === 'string') says.push(['schema:currency', { value: currency }]);
  return says;
}

function partTerm(part: Property, value: Json): string {
  return observedPart(part, value, { currency: 'schema:currency' });
}
