import type { Entity, Follows, Json, PropertyPath, Vocabulary } from '../model.ts';
import { magnitude } from '../values/compare-quantities.ts';
import { earliestDay, latestDay, looksLikePeriod } from '../values/edtf.ts';
import {
  absolute,
  compare,
  divide,
  type Fraction,
  multiply,
  parseFraction,
  subtract,
  sum,
  writeFraction,
} from '../values/fraction.ts';
import { getKey, isObject } from '../values/json-value.ts';

/** What a property states and what other properties of the same entity make it. */
export interface Followed {
  path: PropertyPath;
  operation: Follows['operation'];
  operands: PropertyPath[];
  /** Canonical decimal in `unit`; for dates EDTF. */
  stated: string;
  /** Canonical decimal in `unit`, to two places more than stated; for dates the latest of the others. */
  computed: string;
  /** Unit of both; undefined where there is none. */
  unit: string | undefined;
  /** Relative deviation of stated from computed, four places; undefined for dates and where computed is zero. */
  deviation: string | undefined;
  agrees: boolean;
}

/**
 * Computes every property of an entity that follows from others (x-follows), where it and all others have values.
 * Exact arithmetic; units are converted by their factors, which are coherent: the base unit of a quotient is the
 * quotient of the base units.
 */
export function computeFollows(entity: Entity, vocabulary: Vocabulary): Followed[] {
  const results: Followed[] = [];
  const properties = vocabulary.types.get(entity.type)?.properties;
  for (const property of properties?.values() ?? []) {
    if (!property.follows) continue;
    const stated = getKey(entity.properties, property.name);
    const operands = property.follows.operands.flatMap((path) =>
      valuesAt(entity.properties, path.split('.')),
    );
    if (stated === undefined || operands.length < property.follows.operands.length) continue;
    const result =
      property.follows.operation === 'after'
        ? followDate(stated, operands)
        : followNumber(stated, operands, property.follows, vocabulary);
    if (result) {
      const { operation, operands: paths } = property.follows;
      results.push({ path: property.name, operation, operands: paths, ...result });
    }
  }
  return results;
}

type Result = Pick<Followed, 'stated' | 'computed' | 'unit' | 'deviation' | 'agrees'>;

/** Dates as exact as they are known: the last day of the one must not be before the first day of any other. */
function followDate(stated: Json, others: Json[]): Result | undefined {
  const dates = others.filter((date) => typeof date === 'string' && looksLikePeriod(date)) as string[];
  if (typeof stated !== 'string' || !looksLikePeriod(stated) || dates.length < others.length)
    return undefined;
  const latest = dates.reduce((a, b) => (earliestDay(b) > earliestDay(a) ? b : a));
  const agrees = latestDay(stated) >= earliestDay(latest);
  return { stated, computed: latest, unit: undefined, deviation: undefined, agrees };
}

function followNumber(
  stated: Json,
  others: Json[],
  follows: Follows,
  vocabulary: Vocabulary,
): Result | undefined {
  const numbers = others.map((value) => magnitude(value, vocabulary.units));
  const own = magnitude(stated, vocabulary.units);
  if (!own || !numbers.every((number) => number !== undefined)) return undefined;
  const inBase = operate(follows.operation, numbers);
  if (!inBase) return undefined;
  const difference = absolute(subtract(own, inBase));
  const tolerance = parseFraction(String(follows.tolerance)) ?? { numerator: 0n, denominator: 1n };
  const agrees = compare(difference, multiply(tolerance, absolute(inBase))) <= 0;
  const relative = divide(difference, absolute(inBase));

  const unit = isObject(stated) && typeof stated.unit === 'string' ? stated.unit : undefined;
  const text = isObject(stated) ? String(stated.value) : String(stated);
  const factor = parseFraction(String(vocabulary.units.get(unit ?? '')?.factor ?? 1));
  const computed = factor && divide(inBase, factor);
  if (!computed) return undefined;
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  return {
    stated: text,
    computed: writeFraction(computed, decimals + 2),
    unit,
    deviation: relative && writeFraction(relative, 4),
    agrees,
  };
}

function operate(operation: Follows['operation'], numbers: Fraction[]): Fraction | undefined {
  const [first, ...rest] = numbers;
  if (!first) return undefined;
  switch (operation) {
    case 'quotient':
      return rest.reduce<Fraction | undefined>((result, next) => result && divide(result, next), first);
    case 'product':
      return rest.reduce(multiply, first);
    case 'sum':
      return rest.reduce(sum, first);
    case 'after':
      return undefined;
  }
}

/** The value at a path, or all values where a property on the way has many. */
function valuesAt(value: Json | undefined, steps: string[]): Json[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, steps));
  const [step, ...rest] = steps;
  if (step === undefined) return [value];
  return isObject(value) ? valuesAt(getKey(value, step), rest) : [];
}
