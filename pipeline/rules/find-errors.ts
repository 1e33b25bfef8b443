import type { ChosenSeverity, Diagnostic } from '../model.ts';
import type { Finding } from './finding.ts';
import { resolveSeverity } from './resolve-severity.ts';

/**
 * The findings that are errors, by what a project chose.
 *
 * @param chosen `rules` of its configuration
 * @param strict whether warnings are errors
 */
export function findErrors(
  diagnostics: readonly Diagnostic[],
  chosen: Readonly<Record<string, ChosenSeverity>>,
  strict = false,
): Finding[] {
  return resolveSeverity(diagnostics, chosen, strict).filter(({ severity }) => severity === 'error');
}
