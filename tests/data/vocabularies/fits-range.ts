import type { Literal, Term } from '@rdfjs/types';
import type { Definitions } from './definitions.ts';
import { isOfClass, isUniversal } from './is-of-class.ts';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#';
const xsd = 'http://www.w3.org/2001/XMLSchema#';
const schema = 'http://schema.org/';

/** Datatypes of XML Schema by those that hold all their values, https://www.w3.org/TR/xmlschema11-2/#built-in-datatypes. */
const wider: Record<string, readonly string[]> = {
  integer: ['decimal'],
  long: ['integer', 'decimal'],
  int: ['long', 'integer', 'decimal'],
  nonNegativeInteger: ['integer', 'decimal'],
  positiveInteger: ['nonNegativeInteger', 'integer', 'decimal'],
  dateTimeStamp: ['dateTime'],
  token: ['string'],
};

const integers = ['integer', 'nonNegativeInteger', 'positiveInteger', 'int', 'long'];
/** Datatypes of XML Schema whose values are of a datatype of schema.org; a `Date` may be of a year or a month, by ISO 8601. */
const ofSchemaOrg: Record<string, readonly string[]> = {
  Text: ['string'],
  CssSelectorType: ['string'],
  PronounceableText: ['string'],
  URL: ['anyURI', 'string'],
  Boolean: ['boolean'],
  Integer: integers,
  Float: ['float', 'double', 'decimal'],
  Number: [...integers, 'decimal', 'float', 'double'],
  Date: ['date', 'gYear', 'gYearMonth'],
  DateTime: ['dateTime', 'dateTimeStamp'],
  Time: ['time'],
};

/** Whether an object is one of the alternatives of a range. Of undefined classes, for it is described elsewhere, it may be any thing. */
export function fitsRange(
  object: Term,
  alternatives: readonly string[],
  classes: ReadonlySet<string> | undefined,
  definitions: Definitions,
): boolean {
  if (object.termType === 'Literal') return alternatives.some((range) => holds(range, object));
  return alternatives.some((range) => {
    if (range === `${schema}URL`) return object.termType === 'NamedNode';
    return classes === undefined ? !isDatatype(range) : isOfClass(range, classes, definitions);
  });
}

/** Whether a range holds a literal. */
function holds(range: string, { datatype, language }: Literal): boolean {
  if (range === `${rdfs}Literal` || range === datatype.value || isUniversal(range)) return true;
  if (range === `${rdf}PlainLiteral`) return language !== '' || datatype.value === `${xsd}string`;
  if (range === `${schema}Text` && language !== '') return true;
  const own = datatype.value.startsWith(xsd) ? datatype.value.slice(xsd.length) : '';
  if (range.startsWith(schema)) return ofSchemaOrg[range.slice(schema.length)]?.includes(own) ?? false;
  return range.startsWith(xsd) && (wider[own]?.includes(range.slice(xsd.length)) ?? false);
}

function isDatatype(range: string): boolean {
  if (range.startsWith(schema)) return range.slice(schema.length) in ofSchemaOrg;
  return range.startsWith(xsd) || range === `${rdfs}Literal` || range === `${rdf}PlainLiteral`;
}
