import type { Json, Property } from '../../model.ts';
import type { DataNode, DataSaying, DataTerm, ValueShapeContext } from '../data-term.ts';
import { decimalOfNumber } from '../decimal.ts';
import { isObject } from '../json-value.ts';
import { findUnheldNumber } from '../unheld-number.ts';
import type { AsksKind, CheckContext, ValueKind } from '../value-kind.ts';
import { type ValueProblem, wrongType } from '../value-problem.ts';
import { type ReadResult, readable, unread } from '../value-reader.ts';

/** A value of one of several kinds: a text or a number, an address or an object. It stays JSON, whose types tell them apart. */
export const createUnion = (kindOf: AsksKind): ValueKind => ({
  keywords: new Set(['properties']),
  knownUnits: (units) => units,
  instanceType: 'any',
  isTagged: false,
  refersTo: undefined,
  composition: undefined,
  check: (value, property, context) => checkAlternatives(kindOf, value, property, context),
  // 12 and "12" where a schema allows both.
  same: (a, b) => isScalar(a) && isScalar(b) && String(a) === String(b),
  isVerbatim: false,
  isReadBack: false,
  createReader: (edition) => (words, property) => {
    const readings = alternativesOf(property).map((each) => {
      const read = kindOf(each).createReader(edition)(words, each);
      return read.ok ? readable(toJson(kindOf, read.value, each)) : read;
    });
    return firstRead(readings) ?? unread('value-is-readable', { found: words, context: 'union' });
  },
  createWriter: (edition) => (value, property, options) => {
    const of = alternativeOf(kindOf, value, property);
    return of ? edition.write(fromJson(kindOf, value, of), of, options) : '';
  },
  agrees: undefined,
  example: '',
  readTitle: (title, property, vocabulary) => {
    const readings = alternativesOf(property).flatMap((each) => {
      const read = kindOf(each).readTitle(title, each, vocabulary);
      return read ? [read.ok ? readable(toJson(kindOf, read.value, each)) : read] : [];
    });
    return firstRead(readings);
  },
  fromRecord: (text) => text,
  fromVariable: (texts) => texts.join('; '),
  data: (value, property, context) => {
    const of = alternativeOf(kindOf, value, property);
    return of ? kindOf(of).data(fromJson(kindOf, value, of), of, context) : [];
  },
  propertyClass: 'rdf:Property',
  contextTypes: [],
  contextEntry: () => ({}),
  shape: (property, context) => {
    const list = alternativesOf(property).map((each, index) => shapeOf(kindOf, each, index, context));
    return list.length === 0 ? [] : [['sh:or', { list }]];
  },
  typescript: (property, isAbstract) =>
    [...new Set(alternativesOf(property).map((each) => typescriptOf(kindOf, each, isAbstract)))].join(' | '),
  typescriptDefinitions: () => ({}),
  editorSchema: (property, context) => ({
    anyOf: alternativesOf(property).map((each) => kindOf(each).editorSchema(each, context)),
  }),
  description: 'a value of one of several kinds, as its schema has them',
});

function alternativesOf({ alternatives = [] }: Property): Property[] {
  return alternatives;
}

function isNumeric(kindOf: AsksKind, property: Property): boolean {
  const { instanceType } = kindOf(property);
  return instanceType === 'number' || instanceType === 'integer';
}

/** The alternative that a value is of, by its type in JSON; of several for strings the first that it fits. */
function alternativeOf(kindOf: AsksKind, value: Json, property: Property): Property | undefined {
  const context: CheckContext = { languages: [], units: new Map() };
  const fitting = alternativesOf(property).filter((each) => isOfType(kindOf, value, each));
  return (
    fitting.find((each) => kindOf(each).check(fromJson(kindOf, value, each), each, context).length === 0) ??
    fitting[0]
  );
}

function isOfType(kindOf: AsksKind, value: Json, property: Property): boolean {
  const { instanceType } = kindOf(property);
  if (instanceType === 'any') return true;
  if (typeof value === 'number') return isNumeric(kindOf, property);
  if (Array.isArray(value) || value === null) return false;
  return typeof value === instanceType;
}

/** Numbers are decimal strings within their kind, and numbers here. */
function fromJson(kindOf: AsksKind, value: Json, property: Property): Json {
  return typeof value === 'number' && isNumeric(kindOf, property) ? decimalOfNumber(value) : value;
}

function toJson(kindOf: AsksKind, value: Json, property: Property): Json {
  const number = typeof value === 'string' && isNumeric(kindOf, property) ? Number(value) : undefined;
  return number !== undefined && decimalOfNumber(number) === value ? number : value;
}

function firstRead(readings: readonly ReadResult[]): ReadResult | undefined {
  return readings.find(({ ok }) => ok) ?? readings[0];
}

function checkAlternatives(
  kindOf: AsksKind,
  value: Json,
  property: Property,
  context: CheckContext,
): ValueProblem[] {
  const unheld = findUnheldNumber(value);
  if (unheld !== undefined) return wrongType('json', unheld);
  const of = alternativeOf(kindOf, value, property);
  if (!of) return wrongType('union', value);
  return kindOf(of).check(fromJson(kindOf, value, of), of, context);
}

function shapeOf(kindOf: AsksKind, property: Property, index: number, context: ValueShapeContext): DataTerm {
  const node = `${context.iri}.or${index + 1}`;
  const says: DataSaying[] = kindOf(property).shape(property, { ...context, iri: node });
  return { node, classes: ['sh:NodeShape'], says } satisfies DataNode;
}

/** Numbers stay numbers here, and are no strings of figures. */
function typescriptOf(kindOf: AsksKind, property: Property, isAbstract: (type: string) => boolean): string {
  return isNumeric(kindOf, property) ? 'number' : kindOf(property).typescript(property, isAbstract);
}

function isScalar(value: Json): boolean {
  return !Array.isArray(value) && !isObject(value);
}
