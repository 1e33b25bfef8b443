import type { Results, Row } from './results.ts';

/** What a resource is called, by IRI; undefined where it has no label in the language that was asked for. */
export type LabelOf = (iri: string) => string | undefined;

/**
 * Puts a column "<variable>Label" behind each column of IRIs, as the query service of Wikidata does; not where the query
 * has a variable of that name.
 */
export function addLabels(results: Results, labelOf: LabelOf, language: string): Results {
  const { vars } = results.head;
  const { bindings } = results.results;
  const labelled = vars.filter(
    (name) =>
      !vars.includes(columnOf(name)) &&
      bindings.some((row) => row[name]?.type === 'uri' && labelOf(row[name].value) !== undefined),
  );
  const extend = (row: Row): Row => {
    const extended = { ...row };
    for (const name of labelled) {
      const label = row[name]?.type === 'uri' ? labelOf(row[name].value) : undefined;
      if (label !== undefined)
        extended[columnOf(name)] = { type: 'literal', value: label, 'xml:lang': language };
    }
    return extended;
  };
  return {
    head: { vars: vars.flatMap((name) => (labelled.includes(name) ? [name, columnOf(name)] : [name])) },
    results: { bindings: bindings.map(extend) },
  };
}

function columnOf(name: string): string {
  return `${name}Label`;
}
