import type { Diagnostic, Location, Publication, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import { containersOf } from './markdown/containers-of.ts';
import { readDataTable, selectCells } from './markdown/data-table.ts';

/**
 * Checks that every `:::table` of a source text has a table or can be written from the data.
 * Findings: data-table-can-be-written, at the container's first line.
 */
export function checkTables(publication: Publication, vocabulary: Vocabulary): Diagnostic[] {
  const { document, graph } = publication;
  return containersOf(document.tree).flatMap((container) => {
    if (container.name !== 'table' || container.children.some(({ type }) => type === 'table')) return [];
    const report = (values: Diagnostic['values']): Diagnostic[] => [
      diagnose('data-table-can-be-written', firstLine(document.path, container.position), values),
    ];
    const wanted = readDataTable(container, vocabulary);
    if (wanted === undefined) return report({ context: 'none' });
    if ('attribute' in wanted) {
      const { attribute, name, known } = wanted;
      const type = container.attributes?.of ?? '';
      return name === ''
        ? report({ context: 'missing', attribute, type })
        : report({ attribute, found: name, type, ...suggest(name, known) });
    }
    if (selectCells(wanted, graph, vocabulary).length > 0) return [];
    const { type, rows, columns } = wanted;
    return report({ context: 'empty', type: type.name, rows: rows.name, columns: columns.name });
  });
}

type Position = NonNullable<ReturnType<typeof containersOf>[number]['position']>;

/** The fence; where it ends matters little, for the finding speaks of the line. */
function firstLine(path: string, position: Position | undefined): Location {
  const start = position?.start ?? { line: 1, column: 1, offset: 0 };
  return { path, start, end: { ...start, column: start.column + 3, offset: (start.offset ?? 0) + 3 } };
}
