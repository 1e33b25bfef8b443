import type { Diagnostic, Location } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { getKey, objectMembers } from '../values/json-value.ts';
import { fileOfType, isDescribedType } from './described-publication.ts';
import {
  type Alternative,
  type Alternatives,
  addressOf,
  childOf,
  expandSchema,
  type JsonTypeName,
  type LocatedSchema,
} from './expand-schema.ts';
import { strings } from './json-strings.ts';
import type { IdentifiedSchema, SchemaSet } from './schema-set.ts';

/** Deepest step of a value at which two schemas are held against each other. */
const depthMax = 4;

/** Where no value is what both schemas want. */
interface Conflict {
  /** Names from the key on, with dots. */
  at: string;
  /** Types of JSON that the tool's form has there; none where it has no such key. */
  wanted: readonly string[];
  /** Those that the project's schema has there. */
  found: readonly string[];
}

/** By type of publications the findings of its schema beside the tool's (`checkOwnFrontMatter`); none of another type. */
export function checkOwnFrontMatters(
  types: Iterable<string>,
  form: IdentifiedSchema,
  set: SchemaSet,
): Map<string, Diagnostic[]> {
  const own = [...types].filter(isDescribedType);
  return new Map(own.map((type) => [type, checkOwnFrontMatter(type, form, set)]));
}

/**
 * Finds the keys of the tool's front matter that a project's schema makes impossible: no value has the type that both want, or one of
 * the two forbids what the other demands. What depends on the value is found in the front matter. A key that no front matter needs is
 * lost to the project, which is a warning.
 * Findings: schema-is-valid.
 *
 * @param type of publications
 * @param form schemas/front-matter.json of the tool
 */
function checkOwnFrontMatter(type: string, form: IdentifiedSchema, set: SchemaSet): Diagnostic[] {
  const file = set.byName.get(fileOfType(type));
  const own = file && objectsOf(file, set);
  if (!file || own === 'anything') return [];
  const report = ({ at, wanted, found }: Conflict, key: string, isNeeded: boolean): Diagnostic => {
    const context = wanted.length === 0 ? 'unknownKey' : found.length === 0 ? 'forbiddenKey' : 'otherForm';
    const values = { context, keyword: at, expected: wanted.join(' | '), found: found.join(' | ') };
    const place = locateKeySchema(type, key, set);
    const related = place.path === file.locate('').path ? [] : [{ location: place, role: 'schema' }];
    const finding = diagnose('schema-is-valid', locateIn(file, key), values, related);
    return isNeeded ? finding : { ...finding, isAdvice: true };
  };
  if (own === undefined || own.length === 0) {
    const location = file.locate('type' in file.value ? 'type' : '');
    const values = { context: 'noMap', keyword: 'front-matter.json' };
    return [diagnose('schema-is-valid', location, values)];
  }
  const needed = strings(form.value.required);
  const whole: Alternative = { kind: undefined, schemas: [{ schema: form.value, file: form, steps: [] }] };
  const forbidden: string[] = [];
  const findings = Object.keys(objectMembers(form.value.properties)).flatMap((key) => {
    const conflicts = own.map((each) => keyConflict(key, whole, each, set, key, 0));
    const [first] = conflicts;
    if (!first || conflicts.includes(undefined)) return [];
    const isNeeded = needed.includes(key) || own.every(({ schemas }) => requires(schemas, key));
    // A key that need not be there is found where somebody writes it.
    const isForbidden = first.found.length === 0 && first.at === key;
    if (isForbidden && isNeeded) forbidden.push(key);
    return isForbidden ? [] : [report(first, key, isNeeded)];
  });
  if (forbidden.length === 0) return findings;
  const values = { context: 'forbiddenKey', keyword: forbidden.join(', ') };
  return [...findings, diagnose('schema-is-valid', locateIn(file, forbidden[0] ?? ''), values)];
}

/** Where the schema of a type of publications speaks of a key; its file where that cannot be told, or no key is given. */
export function locateKeySchema(type: string, key: string | undefined, set: SchemaSet): Location {
  const file = set.byName.get(fileOfType(type));
  if (!file) throw new Error(`No schema declares ${type}`);
  if (key === undefined) return file.locate('');
  const objects = objectsOf(file, set);
  const schemas = Array.isArray(objects) ? objects.flatMap((each) => each.schemas) : [];
  const [found] = schemas.flatMap((at) => childOf(at, 'properties', key) ?? []);
  return found ? found.file.locate(found.steps.join('/')) : locateIn(file, key);
}

/** What of a file speaks of a key, or leads to what does. */
function locateIn(file: IdentifiedSchema, key: string): Location {
  const { properties, allOf, $ref } = file.value;
  if (getKey(objectMembers(properties), key) !== undefined) return file.locate(`properties/${key}`);
  return file.locate(allOf !== undefined ? 'allOf' : $ref !== undefined ? '$ref' : '');
}

/** The objects that a file describes, a list of them, too; `anything` where it says nothing of its type. */
function objectsOf(file: IdentifiedSchema, set: SchemaSet): readonly Alternative[] | undefined | 'anything' {
  const root: LocatedSchema = { schema: file.value, file, steps: [] };
  const items = file.value.type === 'array' ? childOf(root, 'items') : undefined;
  const all = expandSchema(items ?? root, set);
  return all ? all.get('object') : 'anything';
}

/** Undefined where some value of a key is what both want, or where there need be none. */
function keyConflict(
  key: string,
  one: Alternative,
  other: Alternative,
  set: SchemaSet,
  at: string,
  depth: number,
): Conflict | undefined {
  const [mine, theirs] = [one, other].map(({ schemas }) => typesOfKey(key, schemas, set));
  if (mine === 'none') return { at, wanted: [], found: theirs === 'none' ? [] : namesOf(theirs) };
  if (theirs === 'none') return { at, wanted: namesOf(mine, ['…']), found: [] };
  return mine && theirs ? conflictOf(mine, theirs, set, at, depth) : undefined;
}

/** Undefined where some value is what both want. */
function conflictOf(
  one: Alternatives,
  other: Alternatives,
  set: SchemaSet,
  at: string,
  depth: number,
): Conflict | undefined {
  const common = [...one.keys()].filter((type) => other.has(type));
  if (common.length === 0) return { at, wanted: namesOf(one), found: namesOf(other) };
  if (depth >= depthMax) return undefined;
  const conflicts = common.flatMap((type) => {
    const rivals = other.get(type) ?? [];
    return (one.get(type) ?? []).flatMap((mine) =>
      rivals.map((theirs) => valueConflict(type, mine, theirs, set, at, depth + 1)),
    );
  });
  return conflicts.includes(undefined) ? undefined : conflicts[0];
}

function valueConflict(
  type: JsonTypeName,
  one: Alternative,
  other: Alternative,
  set: SchemaSet,
  at: string,
  depth: number,
): Conflict | undefined {
  if (one.kind || other.kind) return undefined;
  if (type === 'array') {
    const [mine, theirs] = [one, other].map(({ schemas }) =>
      typesOf(
        schemas.flatMap((at) => childOf(at, 'items') ?? []),
        set,
      ),
    );
    return mine && theirs ? conflictOf(mine, theirs, set, at, depth) : undefined;
  }
  if (type !== 'object') return undefined;
  const both = [...one.schemas, ...other.schemas];
  const required = new Set(both.flatMap(({ schema }) => strings(schema.required)));
  for (const key of required) {
    const found = keyConflict(key, one, other, set, `${at}.${key}`, depth);
    if (found) return found;
  }
  return undefined;
}

/** What a key may be by schemas that hold together: undefined for anything, `none` where they have no such key. */
function typesOfKey(
  key: string,
  schemas: readonly LocatedSchema[],
  set: SchemaSet,
): Alternatives | 'none' | undefined {
  const named = schemas.filter(({ schema }) => getKey(objectMembers(schema.properties), key) !== undefined);
  const isForbidden = named.some(({ schema }) => getKey(objectMembers(schema.properties), key) === false);
  if (isForbidden || schemas.some((at) => isClosedTo(key, at))) return 'none';
  return typesOf(
    schemas.flatMap((at) => schemaOfKey(at, key) ?? []),
    set,
  );
}

/** What one schema says of a key that it names, or of those that it does not. */
function schemaOfKey(at: LocatedSchema, key: string): LocatedSchema | undefined {
  const isNamed = getKey(objectMembers(at.schema.properties), key) !== undefined;
  if (isNamed) return childOf(at, 'properties', key);
  return 'patternProperties' in at.schema ? undefined : childOf(at, 'additionalProperties');
}

/** What a value may be that is what all of some schemas want; undefined for anything. */
function typesOf(found: readonly LocatedSchema[], set: SchemaSet): Alternatives | undefined {
  const [first] = found;
  if (!first) return undefined;
  const allOf = found.map((at) => ({ $ref: addressOf(at) }));
  return expandSchema({ ...first, schema: { allOf } }, set);
}

/** Whether a schema allows no key that it does not name. At the head of a file that is for the type to say, which others build upon. */
function isClosedTo(key: string, { schema, steps, file }: LocatedSchema): boolean {
  if (schema.additionalProperties !== false || 'patternProperties' in schema) return false;
  if (steps.length === 0 && file.name !== 'front-matter.json') return false;
  return getKey(objectMembers(schema.properties), key) === undefined;
}

function requires(schemas: readonly LocatedSchema[], key: string): boolean {
  return schemas.some(({ schema }) => strings(schema.required).includes(key));
}

function namesOf(types: Alternatives | undefined, otherwise: readonly string[] = []): readonly string[] {
  return types ? [...types.keys()].filter((type) => type !== 'null') : otherwise;
}
