import type { Json, JsonObject } from '../model.ts';
import { isObject } from '../values/json-value.ts';

/**
 * What a keyword has of schemas: one or some in a list; some by names of the author's choice; as a folder that references lead into, or
 * another folder in it.
 */
export type SchemaPlace = 'one' | 'named' | 'folder';

/** Keywords whose values hold schemas by names of the author's choice. */
const namedSchemas = new Set([
  ...['properties', '$defs', 'definitions', 'patternProperties', 'dependentSchemas', 'dependencies'],
]);
/** Keywords that hold one schema, or some in a list: what stands in them by a name is a keyword. */
const applicators = new Set([
  ...['items', 'prefixItems', 'additionalItems', 'contains', 'unevaluatedItems', 'allOf', 'anyOf', 'oneOf'],
  ...['not', 'if', 'then', 'else', 'additionalProperties', 'unevaluatedProperties', 'propertyNames'],
  'contentSchema',
]);
/** Keywords whose values are data, not schemas. */
const dataKeywords = new Set(['enum', 'const', 'default', 'examples', 'required', 'dependentRequired']);

/** What a keyword of a schema has of schemas; what it has is data where it is none of those. `path` of the schema has slashes. */
export function schemaPlaceOf(
  keyword: string,
  path: string,
  folders: ReadonlySet<string>,
): SchemaPlace | undefined {
  if (namedSchemas.has(keyword)) return 'named';
  if (applicators.has(keyword)) return 'one';
  const at = path === '' ? keyword : `${path}/${keyword}`;
  if (folders.has(at)) return 'named';
  return [...folders].some((folder) => folder.startsWith(`${at}/`)) ? 'folder' : undefined;
}

/**
 * Paths, with slashes, of what JSON Schema has no keyword for and references of the file lead into: they hold definitions, as `$defs`
 * does ("#/types/id" makes one of `types`, "#/components/schemas/pet" of what stands in `components`).
 */
export function definitionFolders(schema: JsonObject): ReadonlySet<string> {
  const folders = new Set<string>();
  const look = (value: Json): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (isObject(value)) {
      for (const [key, inner] of Object.entries(value)) {
        const [, folder = ''] = key === '$ref' ? (/#\/(.+)\/[^/]+$/.exec(String(inner)) ?? []) : [];
        const [first = ''] = folder.split('/');
        const isKnown = namedSchemas.has(first) || applicators.has(first) || dataKeywords.has(first);
        if (first !== '' && !isKnown && !first.startsWith('x-')) folders.add(folder);
        look(inner);
      }
    }
  };
  look(schema);
  return folders;
}

/** Calls `visit` for every schema inside a schema, itself first; `path` has slashes. */
export function visitSchemas(
  schema: JsonObject,
  visit: (schema: JsonObject, path: string) => void,
  path = '',
  folders: ReadonlySet<string> = definitionFolders(schema),
): void {
  const into = (value: Json, at: string, place: SchemaPlace | undefined): void => {
    if (place === undefined) return;
    if (Array.isArray(value))
      for (const [index, item] of value.entries()) into(item, join(at, String(index)), place);
    else if (isObject(value) && place === 'one') visitSchemas(value, visit, at, folders);
    else if (isObject(value))
      for (const [name, item] of Object.entries(value))
        into(item, join(at, name), place === 'folder' ? schemaPlaceOf(name, at, folders) : 'one');
  };
  visit(schema, path);
  for (const [key, inner] of Object.entries(schema))
    into(inner, join(path, key), schemaPlaceOf(key, path, folders));
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}/${key}`;
}
