import type { OutputFile } from '../../model.ts';
import type { CommandContext, ReportOptions } from '../command-context.ts';
import { createProgress, type Progress } from '../create-progress.ts';
import { createServices } from '../create-services.ts';
import { openProject } from '../open-project.ts';
import { printFindings } from '../print-findings.ts';

/** A project gone through all stages, its findings printed. */
export interface Inspected {
  root: string;
  outputs: OutputFile[];
  findings: number;
  /** Findings that count as errors: with one, nothing may be published. */
  errors: number;
  progress: Progress;
}

/** What `build` and `check` have in common: read, build in memory, print. */
export async function inspect(
  folder: string,
  options: ReportOptions,
  context: CommandContext,
): Promise<Inspected> {
  const progress = createProgress(context.terminal);
  const step = (stage: string) => progress.show(context.say(`stages.${stage}`));
  step('read');
  try {
    const project = openProject(folder, context.terminal.cwd);
    const build = await context.ways.build();
    const { configuration, outputs, diagnostics } = await build(project.value, createServices(step));
    step('report');
    const published = outputs.map(({ path, text }) => ({ path: `dist/${path}`, text }));
    progress.clear();
    const inspection = {
      root: project.root,
      diagnostics: [...project.diagnostics, ...diagnostics],
      rules: configuration.rules,
      files: [...project.value.own, ...project.value.builtin, ...published],
    };
    return { root: project.root, outputs, progress, ...(await printFindings(inspection, options, context)) };
  } finally {
    progress.clear();
  }
}
