import path from 'node:path';
import type { Diagnostic, Severity, SourceFile } from '../model.ts';
import type { Report } from '../rules/report/report.ts';
import { resolveSeverity } from '../rules/resolve-severity.ts';
import { sortDiagnostics } from '../rules/sort-diagnostics.ts';
import { chooseColor } from './choose-color.ts';
import type { CommandContext } from './command-context.ts';
import { packageRoot, readVersion } from './package-root.ts';
import { readReportWords } from './read-words.ts';
import type { ReportOptions } from './reporting.ts';

/** What a report is about. */
export interface Inspection {
  /** Absolute path of the project. */
  root: string;
  diagnostics: readonly Diagnostic[];
  /** Severities by rule as the project chose them. */
  rules: Readonly<Record<string, Severity>>;
  /** Files that findings may point into. */
  files: readonly SourceFile[];
}

/** Prints the findings as the options ask, and counts them. */
export async function printFindings(
  inspection: Inspection,
  options: ReportOptions,
  context: CommandContext,
): Promise<{ findings: number; errors: number }> {
  const { terminal } = context;
  const findings = sortDiagnostics(resolveSeverity(inspection.diagnostics, inspection.rules, options.strict));
  const prefix = toPosix(path.relative(terminal.cwd, inspection.root));
  const report: Report = {
    findings,
    words: readReportWords(context.language, context.say, findings),
    show: (at) => (prefix === '' ? at : `${prefix}/${at}`),
    read: (at) => inspection.files.find((file) => file.path === at)?.text,
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
    case 'sarif':
      return (await import('../rules/report/sarif.ts')).reportSarif(report);
    case 'terminal': {
      const { reportTerminal } = await import('../rules/report/terminal.ts');
      return reportTerminal(report, { color: chooseColor(color, terminal), width: terminal.columns });
    }
  }
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
