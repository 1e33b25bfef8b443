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
    const weight = weightOf({ rule: diagnostic.rule, severity: diagnostic.own?.severity }, chosen);
    if (weight === 'off') continue;
    const severity = diagnostic.isAdvice ? 'warning' : weight;
    findings.push({ ...diagnostic, severity: strict ? 'error' : severity });
  }
  return findings;
}

/** What a rule weighs: as the project chose, else as the rule itself says, which a project's own does in `severity`. */
export function weightOf(
  { rule, severity }: { rule: Diagnostic['rule']; severity: Severity | undefined },
  chosen: Readonly<Record<string, Severity>>,
): Severity {
  const choice = Object.hasOwn(chosen, rule) ? chosen[rule] : undefined;
  return choice ?? severity ?? (isBuiltIn(rule) ? rules[rule].severity : 'error');
}

function isBuiltIn(rule: Diagnostic['rule']): rule is keyof typeof rules {
  return Object.hasOwn(rules, rule);
}
