import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { ChosenSeverity, Diagnostic, SourceFile } from '../model.ts';
import type { Finding } from '../rules/finding.ts';
import { fingerprintsOf } from '../rules/report/fingerprints.ts';
import type { Report } from '../rules/report/report.ts';
import { type RulePage, readRulePage } from '../rules/report/rule-page.ts';
import { resolveSeverity } from '../rules/resolve-severity.ts';
import { sortDiagnostics } from '../rules/sort-diagnostics.ts';
import { chooseColor } from './choose-color.ts';
import type { CommandContext } from './command-context.ts';
import { packageRoot, readVersion } from './package-root.ts';
import { readReportWords } from './read-words.ts';
import type { ReportOptions } from './reporting.ts';
import { repositoryRoot } from './repository-root.ts';
import { sha256 } from './sha256.ts';

/** What a report is about. */
export interface Inspection {
  /** Absolute path of the project. */
  root: string;
  diagnostics: readonly Diagnostic[];
  /** Severities by rule as the project chose them. */
  rules: Readonly<Record<string, ChosenSeverity>>;
  /** Files that findings may point into. */
  files: readonly SourceFile[];
  /** Which of the findings are told; all unless given. */
  select?:
    | ((findings: readonly Finding[], fingerprintOf: (finding: Finding) => string) => Finding[])
    | undefined;
}

/** Prints the findings as the options ask, and counts them. */
export async function printFindings(
  inspection: Inspection,
  options: ReportOptions,
  context: CommandContext,
): Promise<{ findings: number; errors: number }> {
  const { terminal } = context;
  const isOfRepository = options.reporter !== 'terminal' && options.reporter !== 'json';
  const prefix = toPosix(
    isOfRepository
      ? pathInRepository(inspection.root, terminal)
      : path.relative(terminal.cwd, inspection.root),
  );
  const read = (at: string) => inspection.files.find((file) => file.path === at)?.text;
  const all = sortDiagnostics(resolveSeverity(inspection.diagnostics, inspection.rules, options.strict));
  // Most reports need none; those that do need them once.
  let fingerprints: Map<Finding, string> | undefined;
  const fingerprintOf = (finding: Finding): string => {
    fingerprints ??= new Map(
      fingerprintsOf(all, { read, digest: sha256 }).map((one, index) => [all[index] as Finding, one]),
    );
    return fingerprints.get(finding) ?? '';
  };
  const findings = inspection.select?.(all, fingerprintOf) ?? all;
  const report: Report = {
    findings,
    words: readReportWords(context.language, context.say, findings),
    show: (at) => (prefix === '' ? at : `${prefix}/${at}`),
    read,
    address: (rule) => options.rulePages?.replaceAll('{rule}', rule),
    explain: explainRule,
    fingerprints: () => findings.map(fingerprintOf),
    page: (rule) => pageOf(rule, terminal.cwd),
    version: readVersion(),
  };
  terminal.write(await format(report, options, context));
  return {
    findings: findings.length,
    errors: findings.filter(({ severity }) => severity === 'error').length,
  };
}

/** Each format is loaded when it is asked for. */
async function format(
  report: Report,
  { reporter }: ReportOptions,
  { terminal, color }: CommandContext,
): Promise<string> {
  switch (reporter) {
    case 'json':
      return (await import('../rules/report/json.ts')).reportJson(report);
    case 'github':
      return (await import('../rules/report/github.ts')).reportGithub(report);
    case 'gitlab':
      return (await import('../rules/report/gitlab.ts')).reportGitlab(report);
    case 'junit':
      return (await import('../rules/report/junit.ts')).reportJunit(report);
    case 'rdjson':
      return (await import('../rules/report/rdjson.ts')).reportRdjson(report);
    case 'sarif':
      return (await import('../rules/report/sarif.ts')).reportSarif(report);
    case 'terminal': {
      const { reportTerminal } = await import('../rules/report/terminal.ts');
      return reportTerminal(report, { color: chooseColor(color, terminal), width: terminal.columns });
    }
  }
}

function pathInRepository(root: string, terminal: CommandContext['terminal']): string {
  const real = realpathSync(root);
  return path.relative(repositoryRoot(real, terminal), real);
}

/** What the page of a rule says, which comes with the tool; undefined for a rule of the project's own. */
function explainRule(rule: string): RulePage | undefined {
  const page = path.join(packageRoot, 'docs', 'rules', `${rule}.md`);
  return existsSync(page) ? readRulePage(rule, readFileSync(page, 'utf8')) : undefined;
}

/** The page as installed with the tool: relative where it is below the reader's folder. */
function pageOf(rule: string, cwd: string): string {
  const page = path.join(packageRoot, 'docs', 'rules', `${rule}.md`);
  const relative = path.relative(cwd, page);
  return toPosix(relative.startsWith('..') ? page : relative);
}

function toPosix(at: string): string {
  return at.split(path.sep).join('/');
}
