import { compareText } from '../../values/compare-text.ts';
import type { Results, ResultTerm, Row } from './results.ts';

/**
 * The same rows in an order that depends on nothing but them, where the query gives none: an engine's own order is
 * chance. Blank nodes are named anew in the order of their appearance.
 */
export function orderRows(results: Results, isOrdered: boolean): Results {
  const { vars } = results.head;
  const keyOf = (row: Row) => vars.map((name) => keyOfTerm(row[name])).join('\n');
  const bindings = isOrdered
    ? results.results.bindings
    : results.results.bindings
        .map((row) => ({ row, key: keyOf(row) }))
        .sort((a, b) => compareText(a.key, b.key))
        .map(({ row }) => row);
  const names = new Map<string, string>();
  const rename = (term: ResultTerm): ResultTerm => {
    if (term.type !== 'bnode') return term;
    const name = names.get(term.value) ?? `b${names.size}`;
    names.set(term.value, name);
    return { ...term, value: name };
  };
  const renamed = bindings.map((row) =>
    Object.fromEntries(
      vars.flatMap((name) => {
        const term = row[name];
        return term ? [[name, rename(term)]] : [];
      }),
    ),
  );
  return { head: { vars }, results: { bindings: renamed } };
}

function keyOfTerm(term: ResultTerm | undefined): string {
  if (!term) return '';
  if (term.type === 'bnode') return 'bnode';
  return [term.type, term.value, term['xml:lang'] ?? '', term.datatype ?? ''].join('\t');
}
