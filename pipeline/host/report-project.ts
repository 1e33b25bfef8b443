import type { Configuration, Diagnostic, SourceFile } from '../model.ts';
import type { CommandContext } from './command-context.ts';
import type { ProjectFolder } from './open-folder.ts';
import { type Inspection, printFindings } from './print-findings.ts';
import type { ReportOptions } from './reporting.ts';

/** What a command found in a project beyond what could not be read of it. */
export interface ProjectFindings {
  diagnostics: readonly Diagnostic[];
  /** Severities as the project chose them. */
  rules: Configuration['rules'];
  /** Files besides the project's that findings may point into. */
  files?: readonly SourceFile[];
  /** Which of them are told; all unless given. */
  select?: Inspection['select'];
}

export interface Reported {
  findings: number;
  /** Findings that count as errors. */
  errors: number;
  /** Tells what the command did: what other programs read on standard output is the findings only. */
  tell: (text: string) => void;
}

/** Prints what was found in a project, with the severities that it chose. */
export async function reportProject(
  project: ProjectFolder,
  { diagnostics, rules, files = [], select }: ProjectFindings,
  options: ReportOptions,
  context: CommandContext,
): Promise<Reported> {
  const inspection = {
    root: project.root,
    diagnostics: [...project.diagnostics, ...diagnostics],
    rules,
    files: [...files, ...project.value.own, ...project.value.builtin],
    select,
  };
  const counts = await printFindings(inspection, options, context);
  const { write, writeError } = context.terminal;
  return { ...counts, tell: options.reporter === 'terminal' ? write : writeError };
}
