import type { Term } from '@rdfjs/types';

const xsd = 'http://www.w3.org/2001/XMLSchema#';

/**
 * The number that a literal states, to be held against a bound; undefined for a literal of another kind. As much is read as is
 * a number: that a literal is not written as its datatype has it is for sh:datatype to say.
 */
export function parseBounded(term: Term): number | undefined {
  if (term.termType !== 'Literal' || !term.datatype.value.startsWith(xsd)) return undefined;
  const name = term.datatype.value.slice(xsd.length);
  if (/^(?:decimal|double|float)$/.test(name)) return Number.parseFloat(term.value);
  return /(?:integer|int|long|short|byte)$/i.test(name) ? Number.parseInt(term.value, 10) : undefined;
}
