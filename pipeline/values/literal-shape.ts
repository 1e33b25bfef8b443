import type { Property } from '../model.ts';
import type { DataSaying, DataTerm } from './data-term.ts';
import { decimalOfNumber } from './decimal.ts';
import { translatePattern } from './patterns/translate-pattern.ts';

const bounds = [
  ['minimum', 'sh:minInclusive'],
  ['maximum', 'sh:maxInclusive'],
  ['exclusiveMinimum', 'sh:minExclusive'],
  ['exclusiveMaximum', 'sh:maxExclusive'],
] as const;

/** What a shape demands of literals of one datatype: codes where there are some, else a pattern; lengths and bounds. */
export function literalShape({ codes, limits = {} }: Property, datatype: string): DataSaying[] {
  const { pattern, minLength, maxLength } = limits;
  const says: DataSaying[] = [['sh:datatype', { iri: datatype }]];
  if (codes.size > 0) says.push(['sh:in', listCodes(codes.keys())]);
  else says.push(...patternShape(pattern));
  if (minLength) says.push(['sh:minLength', count(minLength)]);
  if (maxLength) says.push(['sh:maxLength', count(maxLength)]);
  for (const [limit, parameter] of bounds) {
    const bound = limits[limit];
    if (bound !== undefined) says.push([parameter, { value: decimalOfNumber(bound), datatype }]);
  }
  return says;
}

/** A pattern as shapes have it; where their engines cannot ask for it, a note that it is left out. */
export function patternShape(pattern: string | undefined): DataSaying[] {
  if (pattern === undefined) return [];
  const translated = translatePattern(pattern);
  if (translated.beyond === undefined) return [['sh:pattern', { value: translated.pattern }]];
  const note = `Not in this shape: the pattern ${pattern} of the schema, for XPath has no ${translated.beyond}.`;
  return [['rdfs:comment', { text: note, language: 'en' }]];
}

export function listCodes(codes: Iterable<string>): DataTerm {
  return { list: [...codes].map((value) => ({ value })) };
}

export function count(value: number): DataTerm {
  return { value: String(value), datatype: 'xsd:integer' };
}
