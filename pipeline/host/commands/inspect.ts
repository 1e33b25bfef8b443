import type { OutputFile, Proof } from '../../model.ts';
import type { CommandContext, ReportOptions } from '../command-context.ts';
import { createProgress, type Progress } from '../create-progress.ts';
import { createServices } from '../create-services.ts';
import { findOverwritten } from '../find-overwritten.ts';
import { openProject } from '../open-project.ts';
import { printFindings } from '../print-findings.ts';

/** A project gone through all stages, its findings printed. */
export interface Inspected {
  root: string;
  outputs: OutputFile[];
  /** Paths relative to the project. */
  pages: OutputFile[];
  findings: number;
  /** Findings that count as errors: with one, nothing may be published. */
  errors: number;
  /** By publication what was proven of its data. */
  proofs: ReadonlyMap<string, Proof>;
  progress: Progress;
}

/**
 * What `build` and `check` have in common: read, build in memory, print.
 *
 * @param keepsEdits whether it is a finding that somebody edited what a build would write over
 */
export async function inspect(
  folder: string,
  options: ReportOptions,
  context: CommandContext,
  keepsEdits = false,
): Promise<Inspected> {
  const progress = createProgress(context.terminal);
  const step = (stage: string) => progress.show(context.say(`stages.${stage}`));
  step('read');
  try {
    const project = openProject(folder, context.terminal.cwd, { withMemory: false });
    const build = await context.ways.build();
    const built = await build(project.value, createServices(step));
    const { configuration, outputs, pages, proofs } = built;
    const overwritten = keepsEdits ? findOverwritten(project.root, built) : [];
    const edits = overwritten.length > 0 ? (await context.ways.findHandEdits())(overwritten) : [];
    step('report');
    const published = outputs.map(({ path, text }) => ({ path: `dist/${path}`, text }));
    progress.clear();
    const inspection = {
      root: project.root,
      diagnostics: [...project.diagnostics, ...built.diagnostics, ...edits],
      rules: configuration.rules,
      // Of a file that was edited the reader has the edited text.
      files: [...project.value.own, ...project.value.builtin, ...overwritten, ...published],
    };
    return {
      root: project.root,
      outputs,
      pages,
      proofs,
      progress,
      ...(await printFindings(inspection, options, context)),
    };
  } finally {
    progress.clear();
  }
}
