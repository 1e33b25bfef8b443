import type { Json, JsonObject, Property } from '../../model.ts';
import { suggest } from '../../rules/likely-names.ts';
import type { DataContext, DataNode, DataSaying, DataTerm } from '../data-term.ts';
import { canonicalDecimal, decimalPattern } from '../decimal.ts';
import { createCurrencyFinder, localesOf } from '../find-currency.ts';
import { currencyCodes, currencyDigits } from '../iso-4217.ts';
import { isObject, sameJson } from '../json-value.ts';
import { count, listCodes } from '../literal-shape.ts';
import { createQualifier } from '../qualified-words.ts';
import { readCanonicalNumber } from '../read-bare-number.ts';
import { createMoneyReader } from '../read-money.ts';
import type { CheckContext, ValueKind } from '../value-kind.ts';
import { type ValueProblem, wrongType } from '../value-problem.ts';
import { type ReadResult, readable, unread } from '../value-reader.ts';
import type { WordWriter, WritingEdition } from '../writing-edition.ts';

const codePattern = '[A-Z]{3}';

/** "13.50 PEN", "PEN 13.50", or a number alone, which is in the first currency of the property. */
const amount = /^(?:([A-Z]{3})\s*)?([+-]?[\d.]+)(?:\s*([A-Z]{3}))?$/;

/** An amount in a currency of ISO 4217 and, where they are known, its period, qualifier and source: { value, currency, … }. */
export const money: ValueKind = {
  keywords: new Set(['x-units', 'properties']),
  knownUnits: () => currencyCodes,
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
  data: moneyData,
  propertyClass: 'owl:ObjectProperty',
  contextEntry: () => ({}),
  shape: (property, { iri }) => [
    ['sh:nodeKind', { iri: 'sh:IRI' }],
    ['sh:node', amountShape(`${iri}.value`, property)],
  ],
  typescript: () => 'Money',
  typescriptDefinitions: (properties, describe) => {
    const parts = new Map(properties.flatMap((property) => [...property.parts]));
    if (properties.length === 0) return {};
    return {
      money: {
        title: 'Money',
        description: 'An amount in a currency of ISO 4217; numbers are decimal strings.',
        type: 'object',
        properties: Object.fromEntries([...parts.values()].map((part) => [part.name, describe(part)])),
        required: ['value', 'currency'].filter((name) => parts.has(name)),
        additionalProperties: false,
      },
    };
  },
  editorSchema: ({ parts, units }, { describe }) => ({
    anyOf: [
      ...(units.length > 0 ? [{ type: 'number' }] : []),
      {
        type: 'string',
        pattern: `^(${codePattern} ?${decimalPattern}|${decimalPattern} ?${codePattern})$`,
      },
      {
        type: 'object',
        properties: Object.fromEntries([...parts.values()].map((part) => [part.name, describe(part)])),
        additionalProperties: false,
      },
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
function checkMoney(value: Json, property: Property, _context: CheckContext): ValueProblem[] {
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

/** An amount that is observed: https://schema.org/MonetaryAmount, https://schema.org/Observation. */
function moneyData(
  value: Json,
  property: Property,
  { iri, about, iris, part: writePart }: DataContext,
): DataTerm[] {
  if (!isObject(value)) return [];
  const says: DataSaying[] = [
    ['schema:observationAbout', { iri: iris.entity(about) }],
    ['schema:measuredProperty', { iri: property.iri }],
    ...statedData(value),
  ];
  for (const part of property.parts.values()) {
    const detail = value[part.name];
    const isStated = part.name === 'value' || part.name === 'currency';
    if (isStated || detail === undefined || detail === null) continue;
    says.push([partTerm(part, detail), ...writePart(detail, part, `${iri}.${part.name}`)]);
  }
  return [{ node: iri, classes: ['schema:MonetaryAmount', 'schema:Observation'], says }];
}

function partTerm(part: Property, value: Json): string {
  switch (part.name) {
    case 'value':
      return 'schema:value';
    case 'currency':
      return 'schema:currency';
    case 'period':
      return String(value).includes('/') ? 'dct:temporal' : 'schema:observationDate';
    case 'source':
      return 'prov:hadPrimarySource';
    default:
      return part.iri;
  }
}

function amountShape(iri: string, property: Property): DataNode {
  const part = (name: string, path: string, says: DataSaying[]): DataSaying => [
    'sh:property',
    {
      node: `${iri}.${name}`,
      classes: ['sh:PropertyShape'],
      says: [['sh:path', { iri: path }], ['sh:maxCount', count(1)], ...says],
    },
  ];
  const says: DataSaying[] = [
    part('number', 'schema:value', [
      ['sh:datatype', { iri: 'xsd:decimal' }],
      ['sh:minCount', count(1)],
    ]),
    part('currency', 'schema:currency', [
      ['sh:minCount', count(1)],
      ['sh:in', listCodes(property.units.length > 0 ? property.units : currencyCodes)],
    ]),
  ];
  for (const { name, codes, iri: path } of property.parts.values())
    if (codes.size > 0) says.push(part(name, path, [['sh:in', listCodes(codes.keys())]]));
  return { node: iri, classes: ['sh:NodeShape'], says };
}

/** Writes amounts with the locale's sign where it is that currency's alone, else with the code. */
function createMoneyWriter(edition: WritingEdition): WordWriter {
  const { tag, numbers, currencies: read } = edition;
  const [own] = localesOf(tag).flatMap((name) => read(name) ?? []);
  const findCurrency = createCurrencyFinder(tag, read);
  const qualify = createQualifier(edition);
  const pattern = own?.pattern.split(';')[0] ?? '¤ #';
  const isBefore = pattern.indexOf('¤') < pattern.search(/[#0]/);
  const hasSpace = /¤\s|\s¤/.test(pattern);

  return (value, property) => {
    if (!isObject(value)) return String(value ?? '');
    const code = String(value.currency ?? '');
    const symbol = own?.currencies.get(code)?.symbol ?? code;
    const isOwn = findCurrency(symbol, []).join() === code;
    const sign = isOwn ? symbol : code;
    const [whole = '', fraction] = String(value.value ?? '').split('.');
    const padded = fraction?.padEnd(currencyDigits(code), '0');
    const number = numbers.write(padded === undefined ? whole : `${whole}.${padded}`);
    const space = hasSpace || /\p{L}$/u.test(sign) ? '\u00a0' : '';
    const written = isBefore ? `${sign}${space}${number}` : `${number}\u00a0${sign}`;
    return qualify(written, value, property);
  };
}
