import type { Json, JsonObject } from '../../model.ts';
import { isObject } from '../json-value.ts';
import { numberOf, replaceUnheld } from '../unheld-number.ts';
import { numberFormats } from './formats.ts';
import {
  compareNumbers,
  type ExactNumber,
  type Instance,
  isInstanceObject,
  isMultiple,
  isNumber,
  sameInstance,
  typeOfInstance,
} from './instance.ts';

/** How words are held against patterns and formats; a format that is not known says nothing. */
export interface TextJudge {
  /** Undefined where it would take longer than it may. */
  matches: (pattern: string, text: string) => boolean | undefined;
  hasFormat: (format: string, text: string) => boolean;
}

/**
 * What a keyword that has no schema inside says of an instance: nothing where it holds, else what a message needs. A keyword says
 * nothing of instances of other types than its own, and nothing where its own value is no demand.
 */
export type Assertion = (demand: Json, instance: Instance, judge: TextJudge) => JsonObject | undefined;

const failed = (holds: boolean, params: JsonObject): JsonObject | undefined => (holds ? undefined : params);

/** A limit on numbers. */
const limit =
  (holds: (order: number) => boolean): Assertion =>
  (demand, instance) => {
    const limitOf = numberOf(demand);
    return limitOf !== undefined && isNumber(instance)
      ? failed(holds(compareNumbers(instance, limitOf)), { limit: shown(demand) })
      : undefined;
  };

/** What a schema demands, for a message. */
function shown(demand: Json): Json {
  return replaceUnheld(demand, (text) => text);
}

/** Whether an instance is what a schema has in a `const` or an `enum`, whose numbers may be exact. */
function isDemanded(demand: Json, instance: Instance): boolean {
  const number = numberOf(demand);
  if (number !== undefined) return isNumber(instance) && compareNumbers(number, instance) === 0;
  if (Array.isArray(demand) && Array.isArray(instance))
    return (
      demand.length === instance.length &&
      demand.every((item, index) => isDemanded(item, instance[index] ?? null))
    );
  if (!isObject(demand) || !isInstanceObject(instance)) return sameInstance(demand, instance);
  const names = Object.keys(demand);
  const isMember = (name: string): boolean =>
    Object.hasOwn(instance, name) && isDemanded(demand[name] ?? null, instance[name] ?? null);
  return names.length === Object.keys(instance).length && names.every(isMember);
}

/** A limit on how much there is of something: characters of a string, items, properties. */
const count =
  (
    measure: (instance: Instance) => number | undefined,
    holds: (found: number, limit: number) => boolean,
  ): Assertion =>
  (demand, instance) => {
    const found = measure(instance);
    if (typeof demand !== 'number' || found === undefined) return undefined;
    return failed(holds(found, demand), { limit: demand, found });
  };

const atLeast = (found: number, limit: number): boolean => found >= limit;
const atMost = (found: number, limit: number): boolean => found <= limit;
/** Characters of Unicode, not UTF-16 code units. */
const characters = (instance: Instance) => (typeof instance === 'string' ? [...instance].length : undefined);
const items = (instance: Instance) => (Array.isArray(instance) ? instance.length : undefined);
const properties = (instance: Instance) =>
  isInstanceObject(instance) ? Object.keys(instance).length : undefined;

/** Keywords of the validation vocabulary (https://json-schema.org/draft/2020-12/json-schema-validation), and `format`. */
export const assertions: ReadonlyMap<string, Assertion> = new Map<string, Assertion>([
  [
    'type',
    (demand, instance) => {
      const types = (Array.isArray(demand) ? demand : [demand]).filter((type) => typeof type === 'string');
      const found = typeOfInstance(instance);
      const isInteger = isNumber(instance) && isMultiple(instance, 1);
      return failed(types.includes(found) || (isInteger && types.includes('integer')), { types, found });
    },
  ],
  [
    'enum',
    (demand, instance) =>
      Array.isArray(demand)
        ? failed(
            demand.some((allowed) => isDemanded(allowed, instance)),
            { allowedValues: shown(demand) },
          )
        : undefined,
  ],
  ['const', (demand, instance) => failed(isDemanded(demand, instance), { allowedValue: shown(demand) })],
  [
    'multipleOf',
    (demand, instance) => {
      const of = numberOf(demand);
      return of !== undefined && compareNumbers(of, 0) > 0 && isNumber(instance)
        ? failed(isMultiple(instance, of), { limit: shown(demand) })
        : undefined;
    },
  ],
  ['maximum', limit((order) => order <= 0)],
  ['exclusiveMaximum', limit((order) => order < 0)],
  ['minimum', limit((order) => order >= 0)],
  ['exclusiveMinimum', limit((order) => order > 0)],
  ['maxLength', count(characters, atMost)],
  ['minLength', count(characters, atLeast)],
  [
    'pattern',
    (demand, instance, { matches }) => {
      if (typeof demand !== 'string' || typeof instance !== 'string') return undefined;
      const isMatch = matches(demand, instance);
      const late = isMatch === undefined ? { isTooSlow: true, found: instance } : {};
      return failed(isMatch === true, { pattern: demand, ...late });
    },
  ],
  [
    'format',
    (demand, instance, { hasFormat }) => {
      if (typeof demand !== 'string') return undefined;
      if (isNumber(instance)) return failed(isWithin(demand, instance), { format: demand });
      return typeof instance === 'string'
        ? failed(hasFormat(demand, instance), { format: demand })
        : undefined;
    },
  ],
  ['maxItems', count(items, atMost)],
  ['minItems', count(items, atLeast)],
  [
    'uniqueItems',
    (demand, instance) => {
      if (demand !== true || !Array.isArray(instance)) return undefined;
      const second = instance.findIndex((item, index) =>
        instance.slice(0, index).some((other) => sameInstance(item, other)),
      );
      return failed(second < 0, { second });
    },
  ],
  ['maxProperties', count(properties, atMost)],
  ['minProperties', count(properties, atLeast)],
  [
    'required',
    (demand, instance) => {
      if (!Array.isArray(demand) || !isInstanceObject(instance)) return undefined;
      const missing = demand.filter((name) => typeof name === 'string' && !Object.hasOwn(instance, name));
      return failed(missing.length === 0, { missing });
    },
  ],
  ['dependentRequired', (demand, instance) => dependents(demand, instance)],
]);

/** Whether a number has the format of one; every number has another format. */
function isWithin(format: string, number: number | ExactNumber): boolean {
  const range = numberFormats.get(format);
  if (!range) return true;
  const isAbove = compareNumbers(number, range.least) >= 0;
  return isAbove && compareNumbers(number, range.most) <= 0 && isMultiple(number, 1);
}

function dependents(demand: Json, instance: Instance): JsonObject | undefined {
  if (!isObject(demand) || !isInstanceObject(instance)) return undefined;
  for (const [name, needed] of Object.entries(demand)) {
    if (!Object.hasOwn(instance, name) || !Array.isArray(needed)) continue;
    const missing = needed.filter((other) => typeof other === 'string' && !Object.hasOwn(instance, other));
    if (missing.length > 0) return { property: name, missing };
  }
  return undefined;
}
