import type { ChosenSeverity, Diagnostic, Severity } from '../model.ts';
import { createGlob } from '../values/create-glob.ts';
import type { Finding } from './finding.ts';
import { rules } from './rules.ts';

/**
 * Settles how much each diagnostic weighs: the project's choice (`rules` in tinkuy.yaml), else what the rule itself says.
 * Rules that are off disappear; advice is a warning at most; with `strict`, warnings become errors.
 */
export function resolveSeverity(
  diagnostics: readonly Diagnostic[],
  chosen: Readonly<Record<string, ChosenSeverity>>,
  strict: boolean,
): Finding[] {
  const findings: Finding[] = [];
  for (const diagnostic of diagnostics) {
    const { rule, own, location } = diagnostic;
    const weight = weightOf({ rule, severity: own?.severity, path: location.path }, chosen);
    if (weight === 'off') continue;
    const severity = diagnostic.isAdvice ? 'warning' : weight;
    findings.push({ ...diagnostic, severity: strict ? 'error' : severity });
  }
  return findings;
}

/**
 * What a rule weighs in a file, or without one whatever the file: as the project chose, else as the rule itself says, which a project's
 * own does in `severity`.
 */
export function weightOf(
  { rule, severity, path }: { rule: Diagnostic['rule']; severity: Severity | undefined; path?: string },
  chosen: Readonly<Record<string, ChosenSeverity>>,
): Severity {
  const choice = Object.hasOwn(chosen, rule) ? chosen[rule] : undefined;
  const mine = typeof choice === 'object' ? chooseByPath(choice, path) : choice;
  return mine ?? severity ?? (isBuiltIn(rule) ? rules[rule].severity : 'error');
}

function chooseByPath(
  choice: Readonly<Record<string, Severity>>,
  path: string | undefined,
): Severity | undefined {
  if (path === undefined) return undefined;
  return Object.entries(choice).find(([glob]) => createGlob(glob)(path))?.[1];
}

function isBuiltIn(rule: Diagnostic['rule']): rule is keyof typeof rules {
  return Object.hasOwn(rules, rule);
}
