import type { EntityId, Graph, Json, Property, PropertyPath, Vocabulary } from '../../model.ts';
import { isPosition } from '../../values/is-position.ts';
import { getKey, isObject } from '../../values/json-value.ts';
import { listOf } from '../look-up.ts';
import { keyOf, positioned } from './values.ts';

/** A path as addresses in the data have it, and what it leads through. */
export interface AddressedPath {
  /** Path of the value that has the last step; undefined where that is the entity itself. */
  holder: PropertyPath | undefined;
  /** Property of that value. */
  whole: Property | undefined;
  /** The path itself. */
  path: PropertyPath;
}

/** Finds the addresses on the way to a value: of several objects one has its number or its key there. */
export function addressPath(
  id: EntityId,
  path: PropertyPath,
  { entities }: Graph,
  vocabulary: Vocabulary,
): AddressedPath {
  const entity = entities.get(id);
  let properties = vocabulary.types.get(entity?.type ?? '')?.properties;
  let value: Json | undefined = entity?.properties;
  const found: AddressedPath = { holder: undefined, whole: undefined, path: '' };
  const steps = path.split('.');
  for (const [index, step] of steps.entries()) {
    if (isPosition(step)) continue;
    const property = properties?.get(step);
    const own = found.path === '' ? step : `${found.path}.${step}`;
    value = isObject(value) ? getKey(value, step) : undefined;
    const next = steps[index + 1] ?? '';
    const isLast = index === steps.length - 1 || (isPosition(next) && index === steps.length - 2);
    if (isLast || !property?.structure || !property.many) found.path = own;
    else {
      const items = listOf(value);
      const place = isPosition(next) ? Number(next) - 1 : 0;
      found.path = positioned(own, place, keyOf(items, place, property));
      value = items[place];
    }
    if (isLast) break;
    found.holder = found.path;
    found.whole = property;
    properties = property?.parts;
  }
  return found;
}
