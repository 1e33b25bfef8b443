import type { PhrasingContent, Table, TableRow } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString as plainText } from 'mdast-util-to-string';
import type { Entity, EntityId, EntityType, Graph, Property, Publication, Vocabulary } from '../../model.ts';
import { addTo } from '../../values/add-to.ts';
import { kindOf } from '../../values/kind-of.ts';
import { listOf } from '../look-up.ts';
import { sourceAnnotations } from '../source-annotations.ts';
import { anchorOfValue } from './address.ts';
import { linkEntities, linkEntity } from './links.ts';
import { joinNodes, link, strong, text } from './nodes.ts';
import type { Scope } from './scope.ts';
import { writeWords } from './value-nodes.ts';

/** What `:::table{of="…" rows="…" columns="…" cells="…"}` asks for. */
export interface DataTable {
  type: EntityType;
  rows: Property;
  columns: Property;
  cells: Property[];
}

/** A name in the attributes of a table that the vocabulary does not have. */
export interface UnknownTableName {
  attribute: 'of' | 'rows' | 'columns' | 'cells';
  /** '' where the attribute is missing. */
  name: string;
  /** Names that would do. */
  known: string[];
}

/** Reads the attributes; undefined for a table without `of`. */
export function readDataTable(
  container: ContainerDirective,
  vocabulary: Vocabulary,
): DataTable | UnknownTableName | undefined {
  const { attributes } = container;
  if (typeof attributes?.of !== 'string') return undefined;
  const type = vocabulary.types.get(attributes.of);
  if (!type) return { attribute: 'of', name: attributes.of, known: [...vocabulary.types.keys()] };

  const all = [...type.properties.values()];
  const axes = all.filter((property) => kindOf(property).refersTo === 'entity');
  const found: Record<'rows' | 'columns' | 'cells', Property[]> = { rows: [], columns: [], cells: [] };
  for (const attribute of ['rows', 'columns', 'cells'] as const) {
    const allowed = attribute === 'cells' ? all : axes;
    const names = (attributes[attribute] ?? '').split(/\s+/).filter(Boolean);
    for (const name of names.length > 0 ? names : ['']) {
      const property = allowed.find((candidate) => candidate.name === name);
      if (!property) return { attribute, name, known: allowed.map((candidate) => candidate.name) };
      found[attribute].push(property);
    }
  }
  const [rows] = found.rows;
  const [columns] = found.columns;
  return rows && columns ? { type, rows, columns, cells: found.cells } : undefined;
}

/** The entities that a table shows, each with every row and column that it stands in. */
export function selectCells(
  { type, rows, columns }: DataTable,
  graph: Graph,
  vocabulary: Vocabulary,
): { row: EntityId; column: EntityId; entity: Entity }[] {
  return [...graph.entities.values()]
    .filter((entity) => isA(entity, type, vocabulary))
    .flatMap((entity) =>
      idsAt(entity, rows).flatMap((row) => idsAt(entity, columns).map((column) => ({ row, column, entity }))),
    );
}

/** What stands in a cell without a value; an empty cell looks like an oversight. */
const empty = '—';

/**
 * Writes a table from the data: the entities of a type, one row and one column for each entity that their properties
 * `rows` and `columns` name, in the order in which the text first speaks of them.
 * undefined where the attributes do not name what the vocabulary has, or no entity has both.
 */
export function writeDataTable(container: ContainerDirective, scope: Scope): Table | undefined {
  const wanted = readDataTable(container, scope.vocabulary);
  if (!wanted || !('type' in wanted)) return undefined;
  const cells = new Map<string, PhrasingContent[][]>();
  const [rows, columns] = [new Set<EntityId>(), new Set<EntityId>()];
  for (const { row, column, entity } of selectCells(wanted, scope.publication.graph, scope.vocabulary)) {
    rows.add(row);
    columns.add(column);
    const key = `${row} ${column}`;
    addTo(cells, key, ...writeCells(entity, wanted.cells, scope));
  }
  if (rows.size === 0) return undefined;

  const order = firstMentions(scope.publication);
  const sort = (ids: Set<EntityId>): EntityId[] =>
    [...ids].sort((a, b) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity) || (a < b ? -1 : 1));
  const columnIds = sort(columns);
  const head = tableRow([
    [text(scope.propertyLabel(wanted.rows))],
    ...columnIds.map((column) => linkEntity(column, scope)),
  ]);
  const body = sort(rows).map((row) =>
    tableRow([
      linkEntity(row, scope),
      ...columnIds.map((column) => {
        const values = cells.get(`${row} ${column}`) ?? [];
        return values.length > 0 ? joinNodes(values, wanted.cells.length > 1 ? ' ' : '; ') : [text(empty)];
      }),
    ]),
  );
  return { type: 'table', align: head.children.map(() => null), children: [head, ...body] };
}

function tableRow(cells: PhrasingContent[][]): TableRow {
  return { type: 'tableRow', children: cells.map((children) => ({ type: 'tableCell', children })) };
}

/** The values of one property as they are; of several each with its label, as sentences. */
function writeCells(entity: Entity, properties: readonly Property[], scope: Scope): PhrasingContent[][] {
  const [only, ...more] = properties;
  if (only && more.length === 0) return writeCell(entity, only, scope);
  return properties.flatMap((property): PhrasingContent[][] => {
    const values = writeCell(entity, property, scope);
    if (values.length === 0) return [];
    const words = joinNodes(values, '; ');
    const end = /[.?!…]$/u.test(plainText({ type: 'paragraph', children: words })) ? [] : [text('.')];
    return [[strong(text(`${scope.propertyLabel(property)}:`)), text(' '), ...words, ...end]];
  });
}

function writeCell(entity: Entity, property: Property, scope: Scope): PhrasingContent[][] {
  const value = entity.properties[property.name];
  if (value === undefined) return [];
  if (kindOf(property).refersTo === 'entity') return listOf(value).map((id) => linkEntities([id], scope));
  const words = writeWords(value, property, scope);
  return words.length > 0
    ? [[link(`#${anchorOfValue(entity.id, property.name, scope.vocabulary)}`, ...words)]]
    : [];
}

function idsAt(entity: Entity, property: Property): EntityId[] {
  return listOf(entity.properties[property.name]).filter((value) => typeof value === 'string');
}

function isA(entity: Entity, type: EntityType, vocabulary: Vocabulary): boolean {
  return (
    entity.type === type.name || (vocabulary.types.get(entity.type)?.supertypes.includes(type.name) ?? false)
  );
}

/** The place of each entity among all that the source text speaks of, first occurrences only. */
function firstMentions(publication: Publication): Map<EntityId, number> {
  const order = new Map<EntityId, number>();
  for (const { entity } of sourceAnnotations(publication))
    if (!order.has(entity)) order.set(entity, order.size);
  return order;
}
