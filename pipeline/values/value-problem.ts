import type { Diagnostic, Json } from '../model.ts';
import type { RuleId } from '../rules/rules.ts';
import { findUnwritable } from './find-unwritable.ts';
import { showValue } from './json-value.ts';

/** What is wrong with a value: a rule, its values, and the path of the wrong part under the value. */
export interface ValueProblem {
  rule: RuleId;
  path: string;
  values: Diagnostic['values'];
  /** Whether the key is wrong that the part stands under; false unless given. */
  isAboutKey?: boolean;
}

/** A value of another form than its kind; `context` chooses the message's variant. */
export function wrongType(context: string, found: Json, path = ''): ValueProblem[] {
  return [{ rule: 'value-has-the-right-type', path, values: { context, found: showValue(found) } }];
}

/** A text with characters that not every form of the data can hold. */
export function checkCharacters(text: string, path: string): ValueProblem[] {
  const found = findUnwritable(text)[0]?.name;
  if (found === undefined) return [];
  return [{ rule: 'value-has-the-right-type', path, values: { context: 'characters', found } }];
}
