import type { Diagnostic } from '../model.ts';
import type { CommandContext, ReportOptions } from './command-context.ts';
import type { OpenProject } from './open-project.ts';
import { printFindings } from './print-findings.ts';

/** Where a command tells what it did: what other programs read on standard output is the findings only. */
export type Tell = (text: string) => void;

/**
 * Prints what was found in a project and by a command that works on its files; severities are the rules' own.
 * @returns how to tell what the command did, or undefined where an error stops it
 */
export async function reportProject(
  project: OpenProject,
  diagnostics: readonly Diagnostic[],
  options: ReportOptions,
  context: CommandContext,
): Promise<Tell | undefined> {
  const inspection = {
    root: project.root,
    diagnostics: [...project.diagnostics, ...diagnostics],
    rules: {},
    files: [...project.value.own, ...project.value.builtin],
  };
  const { errors } = await printFindings(inspection, options, context);
  if (errors > 0) return undefined;
  const { terminal } = context;
  return options.reporter === 'terminal' ? terminal.write : terminal.writeError;
}
