import { stringify } from 'csv-stringify/sync';
import type { Results, ResultTerm } from './results.ts';

/** What a spreadsheet takes for the beginning of a formula, in the wide letters of East Asia, too. */
const formula = /^[=+\-@\t\r＝＋－＠]/;
const numeric = /^http:\/\/www\.w3\.org\/2001\/XMLSchema#(?:integer|decimal|double|float)$/;

/**
 * SPARQL 1.1 Query Results CSV (https://www.w3.org/TR/sparql11-results-csv-tsv/): values only, lines end with CR LF.
 *
 * @param isForSpreadsheets whether a text that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP
 * advises (https://owasp.org/www-community/attacks/CSV_Injection); numbers stay numbers
 */
export function writeCsv({ head, results }: Results, isForSpreadsheets = false): string {
  const write = (text: string, term?: ResultTerm): string => {
    const isNumber = term?.datatype !== undefined && numeric.test(term.datatype);
    return isForSpreadsheets && !isNumber && formula.test(text) ? `'${text}` : text;
  };
  const rows = results.bindings.map((row) =>
    head.vars.map((name) => {
      const term = row[name];
      return term?.type === 'bnode' ? `_:${term.value}` : write(term?.value ?? '', term);
    }),
  );
  return stringify([head.vars.map((name) => write(name)), ...rows], { record_delimiter: 'windows' });
}
