/** A term in SPARQL 1.1 Query Results JSON (https://www.w3.org/TR/sparql11-results-json/). */
export interface ResultTerm {
  type: 'uri' | 'literal' | 'bnode';
  value: string;
  datatype?: string;
  'xml:lang'?: string;
}

/** A row by variable; what is not bound is missing. */
export type Row = Record<string, ResultTerm>;

/** What SELECT gives. */
export interface Results {
  head: { vars: string[] };
  results: { bindings: Row[] };
}
