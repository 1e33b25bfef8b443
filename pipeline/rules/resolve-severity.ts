import type { Diagnostic, Severity } from '../model.ts';
import type { Finding } from './finding.ts';
import { rules } from './rules.ts';

/**
 * Settles how much each diagnostic weighs: the project's choice (`rules` in tinkuy.yaml), else what the rule itself says.
 * Rules that are off disappear; advice is a warning at most; with `strict`, warnings become errors.
 */
export function resolveSeverity(
  diagnostics: readonly Diagnostic[],
  chosen: Readonly<Record<string, Severity>>,
  strict: boolean,
): Finding[] {
  const findings: Finding[] = [];
  for (const diagnostic of diagnostics) {
    const choice = Object.hasOwn(chosen, diagnostic.rule) ? chosen[diagnostic.rule] : undefined;
    const weight = choice ?? (diagnostic.own ?? rules[diagnostic.rule]).severity;
    if (weight === 'off') continue;
    const severity = diagnostic.isAdvice ? 'warning' : weight;
    findings.push({ ...diagnostic, severity: strict ? 'error' : severity });
  }
  return findings;
}
