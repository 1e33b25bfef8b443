import type { Json, Unit } from '../model.ts';
import { compare, type Fraction, multiply, parseFraction } from './fraction.ts';
import { isObject } from './json-value.ts';

/** Size of a quantity in the base unit of its dimension; undefined for what is no quantity. */
export function magnitude(value: Json | undefined, units: Map<string, Unit>): Fraction | undefined {
  if (typeof value === 'string') return parseFraction(value);
  if (!isObject(value) || typeof value.value !== 'string') return undefined;
  const number = parseFraction(value.value);
  if (!number || typeof value.unit !== 'string') return number;
  const factor = parseFraction(String(units.get(value.unit)?.factor ?? ''));
  return factor && multiply(number, factor);
}

/** Whether two quantities are the same, also in different units of one dimension (1528 km, 1528000 m). */
export function sameQuantity(a: Json, b: Json, units: Map<string, Unit>): boolean {
  if (!isObject(a) || !isObject(b)) return false;
  const dimensions = [a.unit, b.unit].map((unit) =>
    typeof unit === 'string' ? (units.get(unit)?.dimension ?? unit) : '',
  );
  const [left, right] = [magnitude(a, units), magnitude(b, units)];
  return (
    dimensions[0] === dimensions[1] && left !== undefined && right !== undefined && compare(left, right) === 0
  );
}
