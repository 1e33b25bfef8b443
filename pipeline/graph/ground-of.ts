import type { Entity, Property } from '../model.ts';
import { kindOf } from '../values/kind-of.ts';

/** What the values of a property rest on: sentences, records alone, or some on the one and some on the other. */
export type Ground = 'stated' | 'recorded' | 'both';

/** A value that a sentence states is stated, whatever a record says besides; a measurement is where its number or period is. */
export function groundOf({ properties, origins }: Entity, property: Property): Ground {
  const { name, many } = property;
  const value = properties[name];
  const paths =
    many && !kindOf(property).isTagged && Array.isArray(value)
      ? value.map((_, index) => `${name}/${index}`)
      : [name];
  const isStated = (path: string): boolean =>
    origins.get(path)?.some(({ source }) => source === 'statement') ?? false;
  const stated = paths.filter(isStated).length;
  if (stated === 0) return 'recorded';
  return stated === paths.length ? 'stated' : 'both';
}
