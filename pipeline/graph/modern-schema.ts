import type { Json, JsonObject } from '../model.ts';
import { canonicalDraft } from '../values/json-schema/canonical-draft.ts';
import { isObject } from '../values/json-value.ts';
import { definitionFolders, type SchemaPlace, schemaPlaceOf } from './schema-places.ts';

const draft04 = 'http://json-schema.org/draft-04/schema#';
const draft07 = 'http://json-schema.org/draft-07/schema#';

/**
 * A schema with the address of its draft as the draft writes it, and one of draft-04 in the words of draft-07: `id` is `$id`, and
 * `exclusiveMaximum: true` takes its limit (https://json-schema.org/draft-06/json-schema-release-notes). What else changed between them is
 * only more.
 */
export function modernSchema(schema: JsonObject): JsonObject {
  const { $schema } = schema;
  if (typeof $schema !== 'string') return schema;
  const draft = canonicalDraft($schema);
  if (draft !== draft04) return draft === $schema ? schema : { ...schema, $schema: draft };
  return { ...translate(schema, '', definitionFolders(schema)), $schema: draft07 };
}

function translate(schema: JsonObject, path: string, folders: ReadonlySet<string>): JsonObject {
  const inside = (value: Json, at: string, place: SchemaPlace | undefined): Json => {
    if (place === undefined || (place === 'one' && !isObject(value) && !Array.isArray(value))) return value;
    if (Array.isArray(value)) return value.map((item, index) => inside(item, `${at}/${index}`, place));
    if (!isObject(value)) return value;
    if (place === 'one') return translate(value, at, folders);
    const next =
      place === 'folder' ? (name: string) => schemaPlaceOf(name, at, folders) : () => 'one' as const;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, inside(item, `${at}/${name}`, next(name))]),
    );
  };
  const result: JsonObject = {};
  for (const [keyword, value] of Object.entries(schema)) {
    const at = path === '' ? keyword : `${path}/${keyword}`;
    const isId = keyword === 'id' && typeof value === 'string' && !('$id' in schema);
    result[isId ? '$id' : keyword] = inside(value, at, schemaPlaceOf(keyword, path, folders));
  }
  for (const [limit, exclusive] of [
    ['maximum', 'exclusiveMaximum'],
    ['minimum', 'exclusiveMinimum'],
  ] as const) {
    if (result[exclusive] === false) delete result[exclusive];
    const { [limit]: value } = result;
    if (result[exclusive] !== true || value === undefined) continue;
    result[exclusive] = value;
    delete result[limit];
  }
  return result;
}
