import type { JsonObject, ObjectStructure, Property } from '../model.ts';
import { getKey, objectMembers } from '../values/json-value.ts';
import { propertyNamePattern } from '../values/property-name.ts';
import { type Alternative, addressOf, childOf, type LocatedSchema } from './expand-schema.ts';
import { strings } from './json-strings.ts';
import type { SchemaSet } from './schema-set.ts';

/** Reads a part of an object; undefined where it is none. */
export type PartReader = (
  name: string,
  schema: JsonObject,
  at: LocatedSchema,
  structure: string,
) => Property | undefined;

export interface StructureContext {
  set: SchemaSet;
  readPart: PartReader;
  /** What objects of the type are named after ("Cff", "CffAuthor"). */
  prefix: string;
  /** Objects that were read, by the addresses of their schemas; shared by all of a type, so that one may hold itself. */
  structures: Map<string, ReadStructure>;
  expand: (compact: string) => string;
  /** A name that no part can have. */
  refuse: (name: string, at: LocatedSchema) => void;
}

/** Keywords by which a schema says something of an object and its parts. */
const ofObjects = [
  ...['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties'],
  ...['required', 'x-jsonld-type'],
];

export interface ReadStructure {
  structure: ObjectStructure;
  parts: Map<string, Property>;
}

/** Folders of a schema file that hold definitions, besides any that has them one step from its beginning. */
const definitions = ['definitions', '$defs'];

/**
 * The parts of an object that one of several schemas describes; undefined where they name none, so that its names are data. What all
 * alternatives have is one part, which may be whatever one of them says.
 */
export function readStructure(
  found: readonly Alternative[],
  name: string,
  context: StructureContext,
): ReadStructure | undefined {
  const alternatives = distinct(
    found.map(({ kind, schemas }) => ({ kind, schemas: schemas.filter(speaksOfObjects) })),
  );
  const all = alternatives.flatMap(({ schemas }) => schemas);
  const key = [...new Set(all.map(addressOf))].sort().join(' ');
  const known = context.structures.get(key);
  if (known) return known;
  const schemas = partSchemas(alternatives);
  if (schemas.size === 0) return undefined;
  const structure: ObjectStructure = {
    name: nameOf(alternatives, name, context),
    description: all.map(({ schema }) => schema.description).find((words) => typeof words === 'string') ?? '',
    required: requiredBy(alternatives),
    isOpen: all.some(({ schema }) => isOpen(schema)),
    classes: [...new Set(all.flatMap(({ schema }) => strings(schema['x-jsonld-type'])))].map(context.expand),
  };
  const read: ReadStructure = { structure, parts: new Map() };
  context.structures.set(key, read);
  for (const [part, places] of schemas) {
    const [first] = places[0] ?? [];
    if (!first) continue;
    if (!new RegExp(`^${propertyNamePattern}$`).test(part)) {
      context.refuse(part, first);
      continue;
    }
    const property = context.readPart(part, combined(places), first, structure.name);
    if (property) read.parts.set(part, property);
  }
  return read;
}

/** A schema that only refers to another says nothing of its own. */
function speaksOfObjects({ schema }: LocatedSchema): boolean {
  return ofObjects.some((keyword) => keyword in schema);
}

/** Alternatives with the same schemas are one. */
function distinct(alternatives: readonly Alternative[]): Alternative[] {
  const keys = new Map<string, Alternative>();
  for (const each of alternatives) keys.set([...new Set(each.schemas.map(addressOf))].sort().join(' '), each);
  return [...keys.values()];
}

/** The schemas of each part: of each alternative those that hold together. */
function partSchemas(alternatives: readonly Alternative[]): Map<string, LocatedSchema[][]> {
  const found = new Map<string, LocatedSchema[][]>();
  for (const { schemas } of alternatives) {
    const own = new Map<string, LocatedSchema[]>();
    for (const at of schemas) {
      const { properties } = at.schema;
      for (const [name, schema] of Object.entries(objectMembers(properties))) {
        if (schema === false) continue;
        const part = childOf(at, 'properties', name) ?? {
          ...at,
          schema: {},
          steps: [...at.steps, 'properties', name],
        };
        own.set(name, [...(own.get(name) ?? []), part]);
      }
    }
    for (const [name, parts] of own) found.set(name, [...(found.get(name) ?? []), parts]);
  }
  return found;
}

/** One schema that allows what one of several does, each of which is several that hold together. */
function combined(found: readonly LocatedSchema[][]): JsonObject {
  const seen = new Map<string, LocatedSchema[]>();
  for (const together of found) {
    const unique = new Map(together.map((at) => [addressOf(at), at]));
    seen.set([...unique.keys()].sort().join(' '), [...unique.values()]);
  }
  const [only, ...others] = seen.values();
  if (only && others.length === 0) {
    const [alone, ...more] = only;
    return more.length === 0 && alone ? alone.schema : together(only);
  }
  return { anyOf: [...seen.values()].map(together) };
}

function together(all: readonly LocatedSchema[]): JsonObject {
  const references = all.map((at) => ({ $ref: addressOf(at) }));
  const [only] = references;
  return references.length === 1 && only ? only : { allOf: references };
}

function isOpen(schema: JsonObject): boolean {
  return ['additionalProperties', 'unevaluatedProperties', 'patternProperties'].some(
    (keyword) => keyword in schema && getKey(schema, keyword) !== false,
  );
}

/** What every alternative requires. */
function requiredBy(alternatives: readonly Alternative[]): string[] {
  const each = alternatives.map(
    ({ schemas }) => new Set(schemas.flatMap(({ schema }) => strings(schema.required))),
  );
  const [first, ...others] = each;
  return [...(first ?? [])].filter((name) => others.every((names) => names.has(name)));
}

/** After its definition, where it has one alone, else after the property that has it; a number behind what is taken. */
function nameOf(alternatives: readonly Alternative[], name: string, context: StructureContext): string {
  const [only, ...others] = alternatives;
  const defined =
    others.length === 0 ? only?.schemas.map(definitionOf).find((found) => found !== undefined) : undefined;
  const [type = ''] = /^[A-Z][a-z0-9]*/.exec(context.prefix) ?? [];
  const wanted = pascal(defined === undefined ? `${context.prefix} ${name}` : `${type} ${defined}`);
  const taken = new Set([...context.structures.values()].map(({ structure }) => structure.name));
  let free = wanted;
  for (let number = 2; taken.has(free); number++) free = `${wanted}${number}`;
  return free;
}

function definitionOf({ steps }: LocatedSchema): string | undefined {
  const [folder, name] = steps;
  if (steps.length !== 2 || name === undefined || folder === undefined) return undefined;
  return definitions.includes(folder) || !['properties', 'items', 'allOf', 'anyOf', 'oneOf'].includes(folder)
    ? name
    : undefined;
}

function pascal(words: string): string {
  return words
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
}
