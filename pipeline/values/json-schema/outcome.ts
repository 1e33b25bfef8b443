import type { Json, JsonObject } from '../../model.ts';
import type { Instance } from './instance.ts';

/** A keyword that does not hold. */
export interface Failure {
  /** '' where the schema is `false`. */
  keyword: string;
  /** JSON Pointer of the value in the instance; '' is the whole. */
  path: string;
  /** What a message needs: the limit, the allowed values, the names that are missing. */
  params: JsonObject;
  /** Where the keyword stands: address of the document and JSON Pointer in it. */
  document: string;
  pointer: string;
  /** Of `anyOf` and `oneOf`: the failures of each alternative; of `propertyNames` those of the name. */
  branches: Failure[][];
  /** Of `anyOf` and `oneOf`: the schemas of the alternatives. */
  alternatives: readonly Json[];
  /** Of `anyOf` and `oneOf`: what of the value each alternative has by name (`SchemaOutcome.named`). */
  named: readonly ReadonlySet<string>[];
}

/** What the failure of a keyword has besides its place, where it offers alternatives. */
export type Offered = Pick<Failure, 'branches' | 'alternatives' | 'named'>;

/** A keyword that speaks of more than one instance (`acrossKeywords`), at a value that it speaks of. */
export interface AcrossMark {
  keyword: string;
  demand: Json;
  /** JSON Pointer of the value in the instance. */
  path: string;
  instance: Instance;
  /** Where the keyword stands. */
  document: string;
  pointer: string;
}

/** What a schema says of an instance. */
export interface SchemaOutcome {
  failures: Failure[];
  /** Of schemas that hold for the instance: not of alternatives that do not fit. */
  marks: AcrossMark[];
  /** Properties and items that a schema has looked at, for `unevaluatedProperties` and `unevaluatedItems`. */
  properties: Set<string>;
  items: Set<number>;
  /** Where a `const` or an `enum` holds: '' for the value itself, else the name of a member of it. They tell alternatives apart. */
  named: Set<string>;
}

/** A schema that is being applied to an instance. */
export interface Application {
  schema: JsonObject;
  instance: Instance;
  outcome: SchemaOutcome;
  isOld: boolean;
  fail: (keyword: string, params: JsonObject, offered?: Offered) => void;
  /** Applies a schema inside this one to a value: to the same instance, or to the part of it that `step` names. */
  apply: (steps: (string | number)[], to: Instance, step?: string | number) => SchemaOutcome;
  matches: (pattern: string, text: string) => boolean | undefined;
}

export function newOutcome(): SchemaOutcome {
  return { failures: [], marks: [], properties: new Set(), items: new Set(), named: new Set() };
}

/**
 * Adds what a schema says of the same instance. What it looked at counts although it failed: the whole has failed then, and a
 * property that it knows is not unknown for that. What two ways have led to is one failure.
 */
export function addOutcome(
  outcome: SchemaOutcome,
  { failures, marks, properties, items, named }: SchemaOutcome,
): void {
  for (const failure of failures) if (!outcome.failures.includes(failure)) outcome.failures.push(failure);
  for (const mark of marks) if (!outcome.marks.includes(mark)) outcome.marks.push(mark);
  for (const name of properties) outcome.properties.add(name);
  for (const index of items) outcome.items.add(index);
  for (const name of named) outcome.named.add(name);
}
