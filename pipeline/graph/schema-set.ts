import type { Diagnostic, Json, JsonObject, Location, Staged } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import { unescapeStep } from '../values/json-pointer.ts';
import { getAt, isObject } from '../values/json-value.ts';
import type { SchemaSource } from './schema-source.ts';

/** A schema file with the absolute address that other schemas know it by; all its $ref are absolute. */
export interface IdentifiedSchema extends SchemaSource {
  id: string;
}

/** A schema that a reference leads to. */
export interface FoundSchema {
  schema: JsonObject;
  file: IdentifiedSchema;
  /** Path in the file, with a slash at the end; '' for the whole. */
  path: string;
}

export interface SchemaSet {
  /** By name ("types/place.json"). */
  byName: Map<string, IdentifiedSchema>;
  /** The schema that an absolute $ref points to, and the file it stands in; undefined where there is none. */
  find: (ref: string) => FoundSchema | undefined;
}

/** Where schemas live whose files name no $id of their own, and none that neighbours would tell. */
const defaultRoot = 'https://w3id.org/tinkuy/schemas/';

/** Keywords whose values hold schemas by names of the author's choice. */
const namedSchemas = new Set([
  ...['properties', '$defs', 'definitions', 'patternProperties', 'dependentSchemas', 'dependencies'],
]);
/** Keywords that hold one schema, or some in a list: what stands in them by a name is a keyword. */
const applicators = new Set([
  ...['items', 'prefixItems', 'additionalItems', 'contains', 'unevaluatedItems', 'allOf', 'anyOf', 'oneOf'],
  ...['not', 'if', 'then', 'else', 'additionalProperties', 'unevaluatedProperties', 'propertyNames'],
]);
/** Keywords whose values are data, not schemas. */
const dataKeywords = new Set(['enum', 'const', 'default', 'examples', 'required', 'dependentRequired']);

/**
 * Gives every schema an address and makes every $ref absolute. A $ref is read against the file's $id first, then as a
 * path beside the file, so that a project's own `types/lake.json` may say `{"$ref": "place.json"}` under any $id.
 * Findings: schema-reference-resolves; schema-is-valid where two files have one $id.
 */
export function identifySchemas(sources: SchemaSource[]): Staged<SchemaSet> {
  const diagnostics: Diagnostic[] = [];
  const root = findRoot(sources);
  const identified = sources.map((source): IdentifiedSchema => {
    const id = source.value.$id;
    return { ...source, id: typeof id === 'string' && URL.canParse(id) ? id : root + source.name };
  });
  const byName = new Map(identified.map((file) => [file.name, file]));
  const byId = new Map<string, IdentifiedSchema>();
  for (const file of identified) {
    const first = byId.get(file.id);
    if (first) {
      const related = [{ location: first.locate('$id'), role: 'first' }];
      const values = { context: 'id', found: file.id };
      diagnostics.push(diagnose('schema-is-valid', file.locate('$id'), values, related));
      // Any other address will do: nothing is published while two schemas have one.
      file.id = `${root}${file.name}`;
    } else byId.set(file.id, file);
  }

  const findFile = (ref: string, from: IdentifiedSchema): IdentifiedSchema | undefined => {
    const address = ref.split('#')[0] ?? '';
    if (address === '') return from;
    const absolute = URL.canParse(address, from.id) ? new URL(address, from.id).href : address;
    const base = `file:///${from.name}`;
    const isRelative = !URL.canParse(address) && URL.canParse(address, base);
    const beside = isRelative ? byName.get(new URL(address, base).pathname.slice(1)) : undefined;
    return byId.get(absolute) ?? beside;
  };
  const find: SchemaSet['find'] = (ref) => {
    const [address = '', pointer = ''] = ref.split('#');
    const file = byId.get(address);
    const schema = file && lookUp(file.value, decode(pointer));
    const path = pointer.startsWith('/') ? `${pointer.slice(1)}/` : '';
    return file && isObject(schema ?? null) ? { schema: schema as JsonObject, file, path } : undefined;
  };

  for (const file of identified) {
    const rewrite = (keyword: string, ref: string, location: () => Location): string => {
      const target = findFile(ref, file);
      const pointer = ref.split('#')[1] ?? '';
      const absolute = target ? `${target.id}${pointer === '' ? '' : `#${pointer}`}` : ref;
      if (!target || !isSchema(lookUp(target.value, decode(pointer)))) {
        const names = target
          ? pointersOf(target.value)
          : [...byName.keys()].map((name) => beside(name, file.name));
        const wanted = target ? `#${pointer}` : ref;
        diagnostics.push(
          diagnose('schema-reference-resolves', location(), {
            keyword,
            reference: ref,
            ...suggest(wanted, names),
          }),
        );
      }
      return absolute;
    };
    file.value = { ...(absoluteRefs(file.value, '', file, rewrite) as JsonObject), $id: file.id };
  }
  return { value: { byName, find }, diagnostics };
}

function findRoot(sources: SchemaSource[]): string {
  for (const { name, value } of sources) {
    const id = value.$id;
    if (typeof id === 'string' && URL.canParse(id) && id.endsWith(`/${name}`))
      return id.slice(0, -name.length);
  }
  return defaultRoot;
}

function absoluteRefs(
  value: Json,
  path: string,
  file: SchemaSource,
  rewrite: (keyword: string, ref: string, location: () => Location) => string,
  isSchema = true,
): Json {
  if (Array.isArray(value)) {
    return value.map((item, index) => absoluteRefs(item, join(path, String(index)), file, rewrite));
  }
  if (!isObject(value)) return value;
  const result: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) {
    const at = join(path, key);
    if (isSchema && (key === '$ref' || key === '$dynamicRef') && typeof inner === 'string') {
      result[key] = rewrite(key, inner, () => file.locate(at));
    } else if (isSchema && (key.startsWith('x-') || dataKeywords.has(key))) result[key] = inner;
    else result[key] = absoluteRefs(inner, at, file, rewrite, !(isSchema && namedSchemas.has(key)));
  }
  return result;
}

/**
 * Keywords of a file that JSON Schema does not have, and that references of the file lead into: they hold definitions, as `$defs` does
 * ("#/types/id" makes one of `types`).
 */
export function definitionFolders(schema: JsonObject): ReadonlySet<string> {
  const folders = new Set<string>();
  const look = (value: Json): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (isObject(value)) {
      for (const [key, inner] of Object.entries(value)) {
        const [, folder] = key === '$ref' ? (/#\/([^/]+)\/[^/]+$/.exec(String(inner)) ?? []) : [];
        if (folder !== undefined && !applicators.has(folder)) folders.add(folder);
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
  visit(schema, path);
  for (const [key, inner] of Object.entries(schema)) {
    if (key.startsWith('x-') || dataKeywords.has(key)) continue;
    const at = join(path, key);
    const holdsNames = namedSchemas.has(key) || (path === '' && folders.has(key));
    if (holdsNames && isObject(inner)) {
      for (const [name, item] of Object.entries(inner)) {
        if (isObject(item)) visitSchemas(item, visit, join(at, name), folders);
      }
    } else if (isObject(inner)) visitSchemas(inner, visit, at, folders);
    else if (Array.isArray(inner)) {
      inner.forEach((item, index) => {
        if (isObject(item)) visitSchemas(item, visit, join(at, String(index)), folders);
      });
    }
  }
}

/** A fragment without its percent signs; as it stands where they are none of an address. */
function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** JSON Pointer (RFC 6901) inside a schema, or the name of an anchor; '' is the whole. */
function lookUp(schema: JsonObject, pointer: string): Json | undefined {
  if (pointer !== '' && !pointer.startsWith('/')) return findAnchor(schema, pointer);
  return getAt(schema, pointer === '' ? [] : pointer.split('/').slice(1).map(unescapeStep));
}

/** Also `true` and `false`, which a reference may lead to. */
function isSchema(value: Json | undefined): boolean {
  return typeof value === 'boolean' || isObject(value ?? null);
}

function findAnchor(schema: JsonObject, name: string): JsonObject | undefined {
  let found: JsonObject | undefined;
  visitSchemas(schema, (inner) => {
    // As draft-07 writes it.
    const isOldAnchor = inner.$id === `#${name}`;
    if (inner.$anchor === name || inner.$dynamicAnchor === name || isOldAnchor) found ??= inner;
  });
  return found;
}

function pointersOf(schema: JsonObject): string[] {
  return isObject(schema.$defs) ? Object.keys(schema.$defs).map((name) => `#/$defs/${name}`) : [];
}

/** "types/place.json" as a file beside "types/lake.json" names it: "place.json". */
function beside(name: string, from: string): string {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  return folder !== '' && name.startsWith(folder)
    ? name.slice(folder.length)
    : `${folder === '' ? '' : '../'}${name}`;
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}/${key}`;
}
