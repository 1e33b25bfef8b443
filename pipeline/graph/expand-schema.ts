import type { Json, JsonObject, KindName } from '../model.ts';
import { escapeStep, unescapeStep } from '../values/json-pointer.ts';
import { stepsMax } from '../values/json-schema/steps-max.ts';
import { getAt, isObject } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { kindNamed } from '../values/kinds.ts';
import type { IdentifiedSchema, SchemaSet } from './schema-set.ts';

/** A schema and where it stands. */
export interface LocatedSchema {
  schema: JsonObject;
  file: IdentifiedSchema;
  /** From the file's beginning. */
  steps: readonly string[];
}

export type JsonTypeName = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

/** What a value of one type of JSON may be: all of these schemas hold for it. */
export interface Alternative {
  /** Of a kind of our own, which schemas name by x-kind; undefined where JSON Schema alone describes it. */
  kind: KindName | undefined;
  schemas: readonly LocatedSchema[];
}

/** By type what a value may be; undefined where it may be anything. */
export type Alternatives = ReadonlyMap<JsonTypeName, readonly Alternative[]>;

/** More combinations than these are taken together as one. */
const combinationsMax = 64;

const allTypes: readonly JsonTypeName[] = ['null', 'boolean', 'number', 'string', 'array', 'object'];

/** What keywords imply where no `type` stands beside them. */
const implied: readonly [JsonTypeName, readonly string[]][] = [
  ['object', ['properties', 'patternProperties', 'additionalProperties', 'required', 'propertyNames']],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains']],
  ['string', ['pattern', 'format', 'minLength', 'maxLength']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];

/**
 * What values a schema allows, by type of JSON: references and `allOf` narrow, `anyOf` and `oneOf` widen. What a schema demands beyond
 * types is not looked at; the evaluator holds values against all of it. Where references lead back or too far, which is a finding, anything
 * is allowed.
 */
export function expandSchema(located: LocatedSchema, set: SchemaSet): Alternatives | undefined {
  const open = new Set<Json>();
  const known = new Map<Json, Alternatives | undefined>();
  const expand = (at: LocatedSchema): Alternatives | undefined => {
    const { schema } = at;
    if (known.has(schema)) return known.get(schema);
    if (open.has(schema) || open.size > stepsMax) return undefined;
    const found = expandAnew(at);
    known.set(schema, found);
    return found;
  };
  const expandAnew = (at: LocatedSchema): Alternatives | undefined => {
    const { schema } = at;
    const kind = kindNamed(schemaWithReferences(schema, set)['x-kind']);
    if (kind) return new Map([[typeOfKind(kind), [{ kind, schemas: [at] }]]]);
    open.add(schema);
    const isHidden = isOldDraft(at.file.value) && typeof schema.$ref === 'string';
    let result = isHidden ? undefined : ownAlternatives(at);
    const narrow = (by: Alternatives | undefined): void => {
      result = intersect(result, by, at);
    };
    const target = typeof schema.$ref === 'string' ? locateReference(schema.$ref, set) : undefined;
    if (target) narrow(expand(target));
    if (!isHidden) {
      for (const member of schemasOf(at, 'allOf')) narrow(expand(member));
      for (const keyword of ['anyOf', 'oneOf']) {
        const branches = schemasOf(at, keyword);
        if (branches.length > 0) narrow(unite(branches.map(expand)));
      }
    }
    open.delete(schema);
    return result ?? impliedAlternatives(at);
  };
  return expand(located);
}

/** The schemas that a keyword has in a list, but for `true` and `false`. */
export function schemasOf({ schema, file, steps }: LocatedSchema, keyword: string): LocatedSchema[] {
  const members = schema[keyword];
  return (Array.isArray(members) ? members : []).flatMap((member, index) =>
    isObject(member) ? [{ schema: member, file, steps: [...steps, keyword, String(index)] }] : [],
  );
}

/** The schema that a reference leads to, with its place; references are absolute here. */
export function locateReference(reference: string, set: SchemaSet): LocatedSchema | undefined {
  const found = set.find(reference);
  if (!found) return undefined;
  const steps = found.path.split('/').slice(0, -1).map(unescapeStep);
  return { schema: found.schema, file: found.file, steps };
}

/** The address of a schema, as a reference to it. */
export function addressOf({ file, steps }: LocatedSchema): string {
  return steps.length === 0 ? file.id : `${file.id}#/${steps.map(escapeStep).join('/')}`;
}

/** Whether `$ref` hides what stands beside it. */
export function isOldDraft({ $schema }: JsonObject): boolean {
  return /draft-0[3-7]/.test(String($schema ?? ''));
}

/** The schemas that a chain of `$ref` leads through, the last first and the schema itself at the end. */
export function followReferences(schema: JsonObject, set: SchemaSet): JsonObject[] {
  const chain: JsonObject[] = [];
  let at: JsonObject | undefined = schema;
  while (at && chain.length <= stepsMax && !chain.includes(at)) {
    chain.unshift(at);
    at = typeof at.$ref === 'string' ? set.find(at.$ref)?.schema : undefined;
  }
  return chain;
}

/** A schema with what its chain of references says behind what it says itself. */
function schemaWithReferences(schema: JsonObject, set: SchemaSet): JsonObject {
  return Object.assign({}, ...followReferences(schema, set)) as JsonObject;
}

function typeOfKind(kind: KindName): JsonTypeName {
  const { instanceType } = kindOf({ kind });
  if (instanceType === 'any') return 'object';
  return instanceType === 'integer' ? 'number' : instanceType;
}

function ownAlternatives(at: LocatedSchema): Alternatives | undefined {
  const { type, enum: allowed, const: only } = at.schema;
  const values = 'const' in at.schema ? [only ?? null] : Array.isArray(allowed) ? allowed : undefined;
  const typed = type === undefined ? undefined : [type].flat().map(typeNamed);
  const valued = values?.map(typeOfValue);
  const types = typed && valued ? typed.filter((each) => valued.includes(each)) : (typed ?? valued);
  return types && ofTypes(types, at);
}

function impliedAlternatives(at: LocatedSchema): Alternatives | undefined {
  const types = implied.flatMap(([type, keywords]) =>
    keywords.some((name) => name in at.schema) ? [type] : [],
  );
  return types.length === 0 ? undefined : ofTypes(types, at);
}

function ofTypes(types: readonly JsonTypeName[], at: LocatedSchema): Alternatives {
  return new Map([...new Set(types)].map((type) => [type, [{ kind: undefined, schemas: [at] }]]));
}

function typeNamed(name: Json): JsonTypeName {
  if (name === 'integer') return 'number';
  return allTypes.find((type) => type === name) ?? 'null';
}

function typeOfValue(value: Json): JsonTypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as JsonTypeName;
}

/** What both allow; `at` says something of all that the second allows, where the first allows anything. */
function intersect(
  one: Alternatives | undefined,
  other: Alternatives | undefined,
  at: LocatedSchema,
): Alternatives | undefined {
  if (!one || !other) {
    const known = one ?? other;
    if (!known || one) return known;
    const beside = { kind: undefined, schemas: [at] };
    return new Map([...known].map(([type, all]) => [type, all.map((each) => joined(each, beside))]));
  }
  const both = new Map<JsonTypeName, readonly Alternative[]>();
  for (const [type, all] of one) {
    const rivals = other.get(type);
    if (rivals) both.set(type, bounded(all.flatMap((each) => rivals.map((rival) => joined(each, rival)))));
  }
  return both;
}

function joined(one: Alternative, other: Alternative): Alternative {
  return { kind: one.kind ?? other.kind, schemas: [...new Set([...one.schemas, ...other.schemas])] };
}

function unite(all: readonly (Alternatives | undefined)[]): Alternatives | undefined {
  const result = new Map<JsonTypeName, readonly Alternative[]>();
  for (const alternatives of all) {
    if (!alternatives) return undefined;
    for (const [type, own] of alternatives) result.set(type, bounded([...(result.get(type) ?? []), ...own]));
  }
  return result;
}

function bounded(all: readonly Alternative[]): readonly Alternative[] {
  if (all.length <= combinationsMax) return all;
  const schemas = [...new Set(all.flatMap((each) => each.schemas))];
  return [{ kind: all.find((each) => each.kind)?.kind, schemas }];
}

/** A schema inside one. */
export function childOf(at: LocatedSchema, ...steps: string[]): LocatedSchema | undefined {
  const schema = getAt(at.schema, steps);
  return isObject(schema) ? { schema, file: at.file, steps: [...at.steps, ...steps] } : undefined;
}
