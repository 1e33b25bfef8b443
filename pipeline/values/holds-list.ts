import type { Property } from '../model.ts';
import { kindOf } from './kind-of.ts';

/** Whether a list is several values of a property, and no single value that is a list itself. */
export function holdsList(property: Property): boolean {
  return property.many || kindOf(property).instanceType !== 'any';
}
