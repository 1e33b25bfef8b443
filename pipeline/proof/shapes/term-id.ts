import type { Term } from '@rdfjs/types';

/** A key of a term: two terms have the same one if they are equal. That of an address is the address. */
export function termId(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return term.value;
    case 'BlankNode':
      return `_:${term.value}`;
    case 'Literal':
      // No address begins so, and neither a datatype nor a language has a quote.
      return `"${term.datatype.value}"${term.language.toLowerCase()}"${term.value}`;
    default:
      throw new Error(`${term.termType} is no node of a graph`);
  }
}
