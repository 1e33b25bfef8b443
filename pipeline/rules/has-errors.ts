import type { Configuration, Diagnostic } from '../model.ts';
import { resolveSeverity } from './resolve-severity.ts';

/** Whether a finding is an error by the severities that the project chose: nothing is published then. */
export function hasErrors(diagnostics: readonly Diagnostic[], rules: Configuration['rules']): boolean {
  return resolveSeverity(diagnostics, rules, false).some(({ severity }) => severity === 'error');
}
