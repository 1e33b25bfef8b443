import type { Diagnostic, Json, JsonObject, Location, Staged } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import { unescapeStep } from '../values/json-pointer.ts';
import { getAt, isObject } from '../values/json-value.ts';
import { pathAsAddress } from '../values/path-as-address.ts';
import { definitionFolders, type SchemaPlace, schemaPlaceOf, visitSchemas } from './schema-places.ts';
import type { SchemaSource } from './schema-source.ts';

/** A schema file with the absolute address that other schemas know it by; all its $ref are absolute. */
export interface IdentifiedSchema extends SchemaSource {
  id: string;
  /** As it stands in the file: references are as the author wrote them. */
  written: JsonObject;
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

/** A schema with an address: a file, or a part of one with an `$id` of its own. */
interface Resource extends FoundSchema {
  uri: string;
}

/** Where schemas live whose files name no $id of their own, and none that neighbours would tell. */
const defaultRoot = 'https://w3id.org/tinkuy/schemas/';

/**
 * Gives every schema an address and makes every $ref absolute. A $ref is read against the file's $id first, then as a
 * path beside the file, so that a project's own `types/lake.json` may say `{"$ref": "place.json"}` under any $id. A schema within a file that
 * has an $id of its own is what the references in it are read against.
 *
 * @param elsewhere types that do not come with the tool, and where its repository has them
 * Findings: schema-reference-resolves; schema-is-valid where two files have one $id.
 */
export function identifySchemas(
  sources: SchemaSource[],
  elsewhere: ReadonlyMap<string, string> = new Map(),
): Staged<SchemaSet> {
  const diagnostics: Diagnostic[] = [];
  const root = findRoot(sources);
  const identified = sources.map((source): IdentifiedSchema => {
    const id = source.value.$id;
    const isAddress = typeof id === 'string' && URL.canParse(id);
    // An empty fragment, as draft-07 has it often, is no part of an address that others are read against.
    return {
      ...source,
      id: isAddress ? id.replace(/#$/, '') : root + pathAsAddress(source.name),
      written: source.value,
    };
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
      file.id = root + pathAsAddress(file.name);
    } else byId.set(file.id, file);
  }

  const inside = new Map(identified.map((file) => [file, listResources(file)]));
  const resources = new Map<string, Resource>();
  for (const resource of [...identified.map(wholeOf), ...[...inside.values()].flat()])
    if (!resources.has(resource.uri)) resources.set(resource.uri, resource);

  /** The resource that a reference names, read against the one that it stands in, and against the path of the file. */
  const findResource = (ref: string, from: Resource): Resource | undefined => {
    const address = ref.split('#')[0] ?? '';
    if (address === '') return from;
    const absolute = URL.canParse(address, from.uri) ? new URL(address, from.uri).href : address;
    const beside = byName.get(nameBeside(address, from.file) ?? '');
    return resources.get(absolute) ?? (beside && wholeOf(beside));
  };
  const find: SchemaSet['find'] = (ref) => {
    const [address = '', fragment = ''] = ref.split('#');
    const resource = resources.get(address);
    const found = resource && lookUp(resource, decode(fragment));
    return found && isObject(found.schema) ? { ...found, schema: found.schema } : undefined;
  };
  /** Why a reference leads nowhere, and what would do. */
  const explain = (ref: string, from: Resource, target: Resource | undefined): Diagnostic['values'] => {
    const [address = '', fragment = ''] = ref.split('#');
    if (target) return suggest(`#${fragment}`, pointersOf(target.schema));
    const name = address.startsWith(defaultRoot)
      ? address.slice(defaultRoot.length)
      : (nameBeside(address, from.file) ?? '');
    const file = elsewhere.get(/^types\/(.+)\.json$/.exec(name)?.[1] ?? '');
    if (file !== undefined) return { context: 'elsewhere', file };
    if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('//')) return { context: 'remote' };
    return suggest(
      ref,
      [...byName.keys()].map((known) => beside(known, from.file.name)),
    );
  };

  for (const file of identified) {
    const own = inside.get(file) ?? [];
    const rewrite = (keyword: string, ref: string, path: string, location: () => Location): string => {
      const from = own.findLast((resource) => path.startsWith(resource.path)) ?? wholeOf(file);
      const target = findResource(ref, from);
      const fragment = ref.split('#')[1] ?? '';
      if (!target || !isSchema(lookUp(target, decode(fragment))?.schema)) {
        const values = { keyword, reference: ref, ...explain(ref, from, target) };
        diagnostics.push(diagnose('schema-reference-resolves', location(), values));
      }
      return target ? `${target.uri}${fragment === '' ? '' : `#${fragment}`}` : ref;
    };
    file.value = { ...absoluteRefs(file.value, '', file, rewrite), $id: file.id };
  }
  // What is found from here on are schemas with absolute references.
  for (const file of identified)
    for (const resource of [wholeOf(file), ...listResources(file)])
      if (resources.get(resource.uri)?.file === file) resources.set(resource.uri, resource);
  return { value: { byName, find }, diagnostics };
}

function wholeOf(file: IdentifiedSchema): Resource {
  return { uri: file.id, schema: file.value, file, path: '' };
}

/** The schemas within a file that have an address of their own, outer ones before those in them. */
function listResources(file: IdentifiedSchema): Resource[] {
  const found: Resource[] = [];
  const isOld = /draft-0[3-7]/.test(String(file.value.$schema ?? ''));
  visitSchemas(file.value, (schema, at) => {
    const id = schema.$id;
    if (at === '' || typeof id !== 'string' || id.startsWith('#') || (isOld && '$ref' in schema)) return;
    const base = found.findLast(({ path }) => at.startsWith(path))?.uri ?? file.id;
    const [address = ''] = (URL.canParse(id, base) ? new URL(id, base).href : id).split('#');
    found.push({ uri: address, schema, file, path: `${at}/` });
  });
  return found;
}

/** Name of the file that a path leads to from a file; undefined where it is no path. */
function nameBeside(address: string, from: IdentifiedSchema): string | undefined {
  const base = `file:///${pathAsAddress(from.name)}`;
  if (URL.canParse(address) || !URL.canParse(address, base)) return undefined;
  return decode(new URL(address, base).pathname.slice(1));
}

function findRoot(sources: SchemaSource[]): string {
  for (const { name, value } of sources) {
    const id = value.$id;
    if (typeof id === 'string' && URL.canParse(id) && id.endsWith(`/${name}`))
      return id.slice(0, -name.length);
  }
  return defaultRoot;
}

type Rewrite = (keyword: string, ref: string, path: string, location: () => Location) => string;

/** A schema, or what else stands at its place, with absolute references. */
function absoluteRefs(value: Json, path: string, file: SchemaSource, rewrite: Rewrite): JsonObject {
  const folders = definitionFolders(file.value);
  const read = (inner: Json, at: string, place: SchemaPlace | undefined): Json => {
    if (place === undefined) return inner;
    if (Array.isArray(inner)) return inner.map((item, index) => read(item, join(at, String(index)), place));
    if (!isObject(inner)) return inner;
    const result: JsonObject = {};
    for (const [key, item] of Object.entries(inner)) {
      const below = join(at, key);
      const isReference = place === 'one' && (key === '$ref' || key === '$dynamicRef');
      if (isReference && typeof item === 'string')
        result[key] = rewrite(key, item, `${at}/`, () => file.locate(below));
      else result[key] = read(item, below, place === 'named' ? 'one' : schemaPlaceOf(key, at, folders));
    }
    return result;
  };
  return read(value, path, 'one') as JsonObject;
}

/** A fragment without its percent signs; as it stands where they are none of an address. */
function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** What a JSON Pointer (RFC 6901) leads to from a schema, or what has the name of an anchor; '' is the schema itself. */
function lookUp(
  { schema, file, path }: Resource,
  pointer: string,
): { schema: Json | undefined; file: IdentifiedSchema; path: string } | undefined {
  if (pointer !== '' && !pointer.startsWith('/')) {
    const found = findAnchor(schema, pointer);
    return found && { schema: found.schema, file, path: path + found.path };
  }
  const steps = pointer.split('/').slice(1);
  const at = steps.length === 0 ? path : `${path}${steps.join('/')}/`;
  return { schema: getAt(schema, steps.map(unescapeStep)), file, path: at };
}

/** Also `true` and `false`, which a reference may lead to. */
function isSchema(value: Json | undefined): boolean {
  return typeof value === 'boolean' || isObject(value ?? null);
}

/** The schema with an anchor, but not in a schema within that has an address of its own, with its path. */
function findAnchor(root: JsonObject, name: string): { schema: JsonObject; path: string } | undefined {
  let found: { schema: JsonObject; path: string } | undefined;
  const others: string[] = [];
  visitSchemas(root, (inner, at) => {
    const { $id, $anchor, $dynamicAnchor } = inner;
    if (at !== '' && typeof $id === 'string' && !$id.startsWith('#')) others.push(`${at}/`);
    // As draft-07 writes it.
    const isNamed = $anchor === name || $dynamicAnchor === name || $id === `#${name}`;
    if (isNamed && !others.some((other) => `${at}/`.startsWith(other)))
      found ??= { schema: inner, path: at === '' ? '' : `${at}/` };
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
