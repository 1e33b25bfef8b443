import type { Json, JsonObject, Property } from '../../model.ts';
import { canonicalDecimal } from '../decimal.ts';
import { isObject } from '../json-value.ts';
import { kindOf } from '../kind-of.ts';
import { ExactNumber, type Instance, type InstanceObject } from './instance.ts';

/**
 * The properties of an entity as a schema sees them: numbers are numbers, with all their figures, also those of a quantity or an
 * amount. What is not in the canonical form of its kind is left as it is.
 */
export function toInstance(values: JsonObject, properties: ReadonlyMap<string, Property>): InstanceObject {
  const instance: InstanceObject = {};
  for (const [name, value] of Object.entries(values)) {
    const property = properties.get(name);
    const read = property ? readValue(value, property) : value;
    Object.defineProperty(instance, name, {
      value: read,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return instance;
}

function readValue(value: Json, property: Property): Instance {
  const { instanceType } = kindOf(property);
  if (instanceType === 'any' && property.parts.size === 0) return value;
  if (Array.isArray(value)) return value.map((item) => readValue(item, property));
  if (isObject(value)) return property.parts.size > 0 ? toInstance(value, property.parts) : value;
  const isNumber = instanceType === 'number' || instanceType === 'integer';
  return isNumber && typeof value === 'string' && canonicalDecimal(value) === value
    ? new ExactNumber(value)
    : value;
}
