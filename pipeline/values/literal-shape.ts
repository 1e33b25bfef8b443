import type { Property } from '../model.ts';
import type { DataSaying, DataTerm } from './data-term.ts';

/** What a shape demands of literals of one datatype: codes where there are some, else a pattern; lengths and bounds. */
export function literalShape({ codes, limits = {} }: Property, datatype: string): DataSaying[] {
  const { pattern, minLength, maxLength, minimum, maximum } = limits;
  const says: DataSaying[] = [['sh:datatype', { iri: datatype }]];
  if (codes.size > 0) says.push(['sh:in', listCodes(codes.keys())]);
  else if (pattern) says.push(['sh:pattern', { value: asciiDigits(pattern) }]);
  if (minLength) says.push(['sh:minLength', count(minLength)]);
  if (maxLength) says.push(['sh:maxLength', count(maxLength)]);
  if (minimum !== undefined) says.push(['sh:minInclusive', { value: String(minimum), datatype }]);
  if (maximum !== undefined) says.push(['sh:maxInclusive', { value: String(maximum), datatype }]);
  return says;
}

/** SHACL reads patterns as SPARQL does, in which \d may be any digit (https://www.w3.org/TR/xpath-functions-31/#regex-syntax). */
export function asciiDigits(pattern: string): string {
  return pattern.replaceAll('\\d', '[0-9]');
}

export function listCodes(codes: Iterable<string>): DataTerm {
  return { list: [...codes].map((value) => ({ value })) };
}

export function count(value: number): DataTerm {
  return { value: String(value), datatype: 'xsd:integer' };
}
