import type { Diagnostic, Location } from '../model.ts';
import type { RuleId } from './rules.ts';

/** Makes a finding; `values` fill the holes of the rule's message in locales/<lang>/rules.json. */
export function diagnose(
  rule: RuleId,
  location: Location,
  values: Diagnostic['values'] = {},
  related: Diagnostic['related'] = [],
): Diagnostic {
  return { rule, location, values, related };
}
