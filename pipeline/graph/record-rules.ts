import type { RuleId } from '../rules/rules.ts';

/** Rules of this room whose findings are advice on records: a comment beside the record may allow them, with a reason. */
export const recordRules: readonly RuleId[] = [
  'language-is-published',
  'name-agrees-with-relations',
  'record-is-used',
  'register-address-is-in-its-record',
  'text-is-in-every-language',
];
