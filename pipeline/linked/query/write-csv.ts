import { stringify } from 'csv-stringify/sync';
import type { Results } from './results.ts';

/** SPARQL 1.1 Query Results CSV (https://www.w3.org/TR/sparql11-results-csv-tsv/): values only, lines end with CR LF. */
export function writeCsv({ head, results }: Results): string {
  const rows = results.bindings.map((row) =>
    head.vars.map((name) => {
      const term = row[name];
      return term?.type === 'bnode' ? `_:${term.value}` : (term?.value ?? '');
    }),
  );
  return stringify([head.vars, ...rows], { record_delimiter: 'windows' });
}
