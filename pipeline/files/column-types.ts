import type { Json } from '../model.ts';
import { typeOfInstance } from '../values/json-schema/instance.ts';
import type { SchemaDocuments, SchemaNode } from '../values/json-schema/schema-documents.ts';
import { isObject } from '../values/json-value.ts';
import { numberOf } from '../values/unheld-number.ts';

/** Keywords whose schemas speak of the same value. */
const inPlace = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else'];

/**
 * Makes the function that tells which types of JSON a schema allows in a column of a table, by its name: a cell is a text until that is
 * known. Undefined where the schema does not say.
 */
export function columnTypes(
  node: SchemaNode,
  documents: SchemaDocuments,
): (column: string) => ReadonlySet<string> | undefined {
  const known = new Map<string, ReadonlySet<string> | undefined>();
  const read = (column: string): ReadonlySet<string> | undefined => {
    const types = new Set<string>();
    for (const row of schemasInPlace(node, documents)) {
      const properties = documents.child(row, 'properties');
      const isNamed = isObject(properties.schema) && Object.hasOwn(properties.schema, column);
      const cell = isNamed
        ? documents.child(row, 'properties', column)
        : documents.child(row, 'additionalProperties');
      for (const { schema } of schemasInPlace(cell, documents))
        for (const type of typesOf(schema)) types.add(type);
    }
    return types.size === 0 ? undefined : types;
  };
  return (column) => {
    if (!known.has(column)) known.set(column, read(column));
    return known.get(column);
  };
}

function schemasInPlace(node: SchemaNode, documents: SchemaDocuments): SchemaNode[] {
  const found: SchemaNode[] = [];
  const seen = new Set<Json>();
  const visit = (at: SchemaNode | undefined): void => {
    if (!at || !isObject(at.schema) || seen.has(at.schema)) return;
    seen.add(at.schema);
    found.push(at);
    const { $ref } = at.schema;
    if (typeof $ref === 'string') visit(documents.find($ref, at.resource));
    for (const keyword of inPlace) {
      const inner = at.schema[keyword];
      if (Array.isArray(inner)) for (const index of inner.keys()) visit(documents.child(at, keyword, index));
      else if (inner !== undefined) visit(documents.child(at, keyword));
    }
  };
  visit(node);
  return found;
}

function typesOf(schema: Json): string[] {
  if (!isObject(schema)) return [];
  const allowed = 'const' in schema ? [schema.const ?? null] : schema.enum;
  const ofValues = Array.isArray(allowed)
    ? allowed.map((value) => typeOfInstance(numberOf(value) ?? value))
    : [];
  return [...[schema.type ?? []].flat().map(String), ...ofValues];
}
