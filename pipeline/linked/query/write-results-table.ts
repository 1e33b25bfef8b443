import { tableLines } from '../../rules/report/table-lines.ts';
import { visibleText } from '../../rules/report/visible-cells.ts';
import type { Results, ResultTerm } from './results.ts';

const numeric = /^http:\/\/www\.w3\.org\/2001\/XMLSchema#(?:decimal|integer|double|float|\w*Integer)$/;

/**
 * Rows as a table for a terminal, numbers to the right.
 *
 * @param show the text of a term
 * @param width of the terminal; a table with many columns may be wider
 */
export function writeResultsTable(
  { head: { vars }, results: { bindings } }: Results,
  show: (term: ResultTerm) => string,
  width: number,
): string {
  const rows = bindings.map((row) =>
    vars.map((name) => {
      const term = row[name];
      return term ? visibleText(show(term).replace(/\s+/g, ' ')) : '';
    }),
  );
  const isRight = vars.map((name) =>
    bindings.every((row) => row[name] === undefined || numeric.test(row[name].datatype ?? '')),
  );
  return `${tableLines({ head: vars, rows, isRight, isRuled: true, width }).join('\n')}\n`;
}
