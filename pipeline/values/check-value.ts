import type { Json, Language, Property, Unit } from '../model.ts';
import { kindOf } from './kind-of.ts';
import type { ValueProblem } from './value-problem.ts';

/**
 * Holds one value against the kind of its property (of a many-valued property: one of its values); parts of a quantity
 * are checked by themselves. `context` chooses the message's variant for the kind.
 * Rules: value-has-the-right-type, date-exists, period-is-in-order, code-is-known, unit-is-known, iri-scheme-is-safe,
 * language-is-published, language-tag-is-well-formed.
 */
export function checkValue(
  value: Json,
  property: Property,
  languages: Language[],
  units: Map<string, Unit>,
): ValueProblem[] {
  return kindOf(property).check(value, property, { languages, units });
}
