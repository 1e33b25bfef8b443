import { checkSchemas } from '../graph/check-schemas.ts';
import { readJsonFile } from '../graph/json-file.ts';
import { modernSchema } from '../graph/modern-schema.ts';
import { visitSchemas } from '../graph/schema-places.ts';
import { type IdentifiedSchema, identifySchemas } from '../graph/schema-set.ts';
import type { SchemaSource } from '../graph/schema-source.ts';
import type { Diagnostic, Json, JsonObject, Staged } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import { acrossKeywords } from '../values/json-schema/evaluate.ts';
import {
  readSchemaDocuments,
  type SchemaDocuments,
  type SchemaNode,
} from '../values/json-schema/schema-documents.ts';
import { isObject } from '../values/json-value.ts';
import { writeUnheld } from '../values/unheld-number.ts';
import type { FileSources } from './file-sources.ts';
import { isSchemaPath, type NamedSchema } from './find-named-schemas.ts';
import { instanceToJson } from './instance-to-json.ts';
import { joinPath } from './join-path.ts';
import { readJsonText } from './read-json-text.ts';
import { readYamlValues } from './read-yaml-values.ts';

/** A schema that files are held against. */
export interface LoadedSchema {
  /** As it was named first: "schemas/post.json#/$defs/short". */
  name: string;
  path: string;
  node: SchemaNode;
}

export interface LoadedSchemas {
  /** The schema that something named; undefined where it cannot be had. */
  of: (named: NamedSchema) => LoadedSchema | undefined;
  documents: SchemaDocuments;
  /** By path. */
  files: ReadonlyMap<string, IdentifiedSchema>;
  /** What a reference of a keyword of ours in a schema leads to: a file, and a place in it perhaps. */
  follow: (reference: string, fromId: string) => { path: string; pointer: string | undefined } | undefined;
}

/**
 * Reads the schemas that are named, and those that they refer to. Nothing is fetched: what has an address is looked for among the
 * project's schemas by its `$id`.
 * Findings: schema-is-found, schema-is-valid, schema-keyword-is-known, schema-reference-resolves, those of a file.
 */
export function loadSchemas(named: readonly NamedSchema[], sources: FileSources): Staged<LoadedSchemas> {
  const diagnostics: Diagnostic[] = [];
  const present = new Set(sources.paths);
  const isThere = (path: string): boolean => present.has(path) || sources.exists(path);
  const byId = indexIds(sources);
  const find = (reference: string, from: string): string | undefined => {
    const [address = ''] = reference.split('#');
    if (/^[a-z][a-z0-9+.-]+:/i.test(address)) return byId(address);
    return [address, decode(address)]
      .map((path) => joinPath(from, path))
      .find((path) => path !== undefined && path !== '' && isThere(path));
  };

  const loaded = new Map<string, SchemaSource>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    const source = readSchema(path, sources, diagnostics);
    if (!source) return;
    loaded.set(path, source);
    const { $id } = source.value;
    for (const reference of listReferences(source.value)) {
      const absolute =
        typeof $id === 'string' && URL.canParse(reference, $id) ? new URL(reference, $id).href : '';
      const target = find(reference, path) ?? (absolute === '' ? undefined : find(absolute, path));
      if (target !== undefined) load(target);
    }
  };
  for (const each of named) {
    const path = find(each.reference, each.from);
    if (path === undefined) diagnostics.push(tellLost(each, sources.paths));
    else load(path);
  }
  const all = [...loaded.values()];
  diagnostics.push(...checkSchemas(all, acrossKeywords));
  const set = identifySchemas(all);
  diagnostics.push(...set.diagnostics);
  const documents = readSchemaDocuments(
    new Map([...set.value.byName.values()].map((file): [string, Json] => [file.id, file.value])),
  );
  const files = new Map(
    [...loaded.keys()].flatMap((path): [string, IdentifiedSchema][] => {
      const file = set.value.byName.get(path);
      return file ? [[path, file]] : [];
    }),
  );
  const of = ({ reference, from, at }: NamedSchema): LoadedSchema | undefined => {
    const path = find(reference, from);
    const file = path === undefined ? undefined : files.get(path);
    const root = file && documents.at(file.id);
    if (path === undefined || !root) return undefined;
    const [, fragment = ''] = reference.split('#');
    const node = fragment === '' ? root : documents.find(`#${fragment}`, root.resource);
    if (!node) diagnostics.push(diagnose('schema-is-found', at, { context: 'fragment', reference, path }));
    return node && { name: fragment === '' ? path : `${path}#${fragment}`, path, node };
  };
  const known = new Map(named.map((each) => [each, of(each)]));
  const follow: LoadedSchemas['follow'] = (reference, fromId) => {
    const from = [...files].find(([, { id }]) => id === fromId)?.[0] ?? '';
    const [address = '', fragment] = reference.split('#');
    const path =
      address === ''
        ? from
        : ['', '.json', '.yaml', '.yml'].map((end) => find(address + end, from)).find(Boolean);
    return path === undefined || path === '' ? undefined : { path, pointer: fragment };
  };
  return { value: { of: (each) => known.get(each), documents, files, follow }, diagnostics };
}

function tellLost({ reference, at, by }: NamedSchema, paths: readonly string[]): Diagnostic {
  const isRemote = /^[a-z][a-z0-9+.-]+:/i.test(reference);
  const likely = isRemote
    ? { context: 'remote' }
    : suggest(
        reference,
        paths.filter((path) => /\.(?:json|ya?ml)$/.test(path)),
      );
  const finding = diagnose('schema-is-found', at, { reference, likely: '', ...likely });
  // Tools have files of their own that name where their schemas are on the web.
  return isRemote && by === 'file' ? { ...finding, isAdvice: true } : finding;
}

/** Schemas of the project by their `$id`, which is looked for in their text when first asked for. */
function indexIds({ paths, read }: FileSources): (address: string) => string | undefined {
  let index: Map<string, string> | undefined;
  return (address) => {
    index ??= new Map(
      paths.filter(isSchemaPath).flatMap((path): [string, string][] => {
        const text = read(path).value?.text ?? '';
        const id = /^\s*["']?\$?id["']?\s*:\s*["']?([^"'\s]+)|[{,]\s*"\$?id"\s*:\s*"([^"]+)"/m.exec(text);
        const found = id?.[1] ?? id?.[2];
        return found === undefined ? [] : [[found.replace(/#$/, ''), path]];
      }),
    );
    return index.get(address);
  };
}

function readSchema(path: string, sources: FileSources, diagnostics: Diagnostic[]): SchemaSource | undefined {
  const read = sources.read(path);
  diagnostics.push(...read.diagnostics);
  if (!read.value) return undefined;
  const common = { name: path, isOwn: true, builtin: undefined };
  if (!/\.ya?ml$/.test(path)) {
    const file = readJsonFile(read.value, true);
    const exact = file.value && readJsonText(read.value.text.replace(/^\uFEFF/, '')).root?.value;
    const isRounded = ({ values }: Diagnostic): boolean => exact !== undefined && values.context === 'number';
    diagnostics.push(...file.diagnostics.filter((finding) => !isRounded(finding)));
    const whole = exact === undefined ? undefined : instanceToJson(exact, writeUnheld);
    return (
      file.value && {
        ...common,
        ...file.value,
        value: modernSchema(isObject(whole) ? whole : file.value.value),
      }
    );
  }
  const { value, diagnostics: found } = readYamlValues(read.value);
  diagnostics.push(...found);
  const [only] = value;
  const schema = only && instanceToJson(only.value, writeUnheld);
  if (!only || !isObject(schema)) {
    if (found.length === 0)
      diagnostics.push(diagnose('schema-is-valid', startOfFile(path), { context: 'object' }));
    return undefined;
  }
  const stepsOf = (at: string): string[] => (at === '' ? [] : at.split('/'));
  return {
    ...common,
    value: modernSchema(schema),
    locate: (at) => only.locate(stepsOf(at)),
    locateKey: (at, key) => only.locateKey(stepsOf(at), key),
  };
}

/** References to other schemas, also those of `x-range`, of all schemas in one. */
function listReferences(schema: JsonObject): string[] {
  const found: string[] = [];
  const isText = (value: Json | undefined): value is string => typeof value === 'string';
  visitSchemas(schema, ({ $ref, $dynamicRef, 'x-range': range }) => {
    found.push(...[$ref, $dynamicRef].filter(isText));
    for (const name of [range].flat().filter(isText))
      found.push(...['', '.json', '.yaml', '.yml'].map((ending) => (name.split('#')[0] ?? '') + ending));
  });
  return found;
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
