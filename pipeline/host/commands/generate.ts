import type { CommandContext, ReportOptions } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { openProject } from '../open-project.ts';
import { reportProject } from '../report-project.ts';
import { findStale, writeFiles } from '../write-files.ts';

/**
 * `tinkuy generate`: writes what follows from the schemas (types, context, schema of records, vocabulary page).
 * With `--check` it only tells which of these files are stale. Returns the exit code.
 */
export async function generate(
  folder: string,
  options: ReportOptions & { check: boolean },
  context: CommandContext,
): Promise<number> {
  const { terminal, say } = context;
  const project = openProject(folder, terminal.cwd, { withMemory: false });
  const derive = await context.ways.generate();
  const { value: files, diagnostics } = await derive(project.value);
  const tell = await reportProject(project, diagnostics, options, context);
  if (tell === undefined) return exitCodes.findings;

  const stale = findStale(project.root, files);
  if (!options.check) writeFiles(project.root, stale);
  for (const { path } of stale) tell(`${say(options.check ? 'done.stale' : 'done.generated', { path })}\n`);
  if (stale.length === 0) tell(`${say('done.current')}\n`);
  return options.check && stale.length > 0 ? exitCodes.findings : exitCodes.clean;
}
