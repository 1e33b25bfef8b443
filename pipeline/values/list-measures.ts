import type { Vocabulary } from '../model.ts';
import type { ValueColumn } from './data-term.ts';
import { kindOf } from './kind-of.ts';
import { kinds } from './kinds.ts';

/** The columns of a table of measurements, for the kinds of values with parts that the properties of a vocabulary have. */
export function listMeasures({ types }: Vocabulary): ValueColumn[] {
  const properties = [...types.values()].flatMap((type) => [...type.properties.values()]);
  const used = new Set(properties.map(kindOf));
  const columns = [...kinds.values()].flatMap((kind) =>
    used.has(kind) ? (kind.composition?.columns ?? []) : [],
  );
  return [...new Map(columns.map((column) => [column.name, column])).values()];
}
