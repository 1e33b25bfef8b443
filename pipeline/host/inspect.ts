import type { Build, build } from '../build.ts';
import type { Diagnostic, OutputFile, Proof } from '../model.ts';
import type { Step } from '../project/build-services.ts';
import type { OverwrittenFile } from '../translation/workbench/find-hand-edits.ts';
import type { CommandContext } from './command-context.ts';
import { createProgress, type Progress } from './create-progress.ts';
import { createServices } from './create-services.ts';
import { findOverwritten } from './find-overwritten.ts';
import { openFolder } from './open-folder.ts';
import { type Reported, reportProject } from './report-project.ts';
import type { ReportOptions } from './reporting.ts';

/** A project gone through all stages, its findings printed. */
export interface Inspected extends Reported {
  root: string;
  outputs: OutputFile[];
  /** Paths relative to the project. */
  pages: OutputFile[];
  /** Paths of files that somebody corrected by hand and these outputs would change. */
  edited: string[];
  /** By publication what was proven of its data. */
  proofs: ReadonlyMap<string, Proof>;
  progress: Progress;
}

/** The stages, as the command hands them over. */
export interface Stages {
  build: (...given: Parameters<typeof build>) => Promise<Build>;
  /** Tells of what somebody edited and a build would write over; undefined where that is no finding. */
  findHandEdits: ((files: readonly OverwrittenFile[]) => Promise<Diagnostic[]>) | undefined;
}

/** What `build` and `check` have in common: read, build in memory, print. */
export async function inspect(
  folder: string,
  options: ReportOptions,
  context: CommandContext,
  { build, findHandEdits }: Stages,
): Promise<Inspected> {
  const progress = createProgress(context.terminal);
  const step = (stage: Step) => progress.show(context.say(`stages.${stage}`));
  step('files');
  try {
    const project = openFolder(folder, context.terminal, { withMemory: false });
    const built = await build(project.value, createServices(step, context.terminal.keep));
    const { configuration, outputs, pages, proofs } = built;
    const overwritten = findHandEdits ? findOverwritten(project.root, built) : [];
    const edits = findHandEdits && overwritten.length > 0 ? await findHandEdits(overwritten) : [];
    step('report');
    const published = outputs.map(({ path, text }) => ({ path: `dist/${path}`, text }));
    progress.clear();
    const found = {
      diagnostics: [...built.diagnostics, ...edits],
      rules: configuration.rules,
      // Of a file that was edited the reader has the edited text.
      files: [...overwritten, ...published],
    };
    const reported = await reportProject(project, found, options, context);
    const edited = edits.map(({ location }) => location.path);
    return { root: project.root, outputs, pages, edited, proofs, progress, ...reported };
  } finally {
    progress.clear();
  }
}
