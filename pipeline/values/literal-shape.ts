import type { Property } from '../model.ts';
import type { DataSaying, DataTerm } from './data-term.ts';
import { decimalOfNumber } from './decimal.ts';

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
  else if (pattern) says.push(['sh:pattern', { value: asciiDigits(pattern) }]);
  if (minLength) says.push(['sh:minLength', count(minLength)]);
  if (maxLength) says.push(['sh:maxLength', count(maxLength)]);
  for (const [limit, parameter] of bounds) {
    const bound = limits[limit];
    if (bound !== undefined) says.push([parameter, { value: decimalOfNumber(bound), datatype }]);
  }
  return says;
}

/** SHACL reads patterns as SPARQL does, in which \d may be any digit (https://www.w3.org/TR/xpath-functions-31/#regex-syntax). */
export function asciiDigits(pattern: string): string {
  let isInClass = false;
  return pattern.replace(/\\.|[[\]]/gs, (sign) => {
    if (sign === '\\d') return isInClass ? '0-9' : '[0-9]';
    if (sign.length === 1) isInClass = sign === '[';
    return sign;
  });
}

export function listCodes(codes: Iterable<string>): DataTerm {
  return { list: [...codes].map((value) => ({ value })) };
}

export function count(value: number): DataTerm {
  return { value: String(value), datatype: 'xsd:integer' };
}
