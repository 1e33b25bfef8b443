import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ExchangeFormat } from '../../translation/workbench/export.ts';
import type { CommandContext, ReportOptions } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { openProject } from '../open-project.ts';
import { readVersion } from '../package-root.ts';
import { refuseUnknown } from '../refuse-unknown.ts';
import { reportProject } from '../report-project.ts';
import { sha256 } from '../sha256.ts';
import { UsageError } from '../usage-error.ts';
import { findStale, writeFiles } from '../write-files.ts';

export interface ExportOptions extends ReportOptions {
  format: ExchangeFormat;
  editions: string[];
  publications: string[];
  /** Folder to write to; exchange/ of the project where none is given. */
  output: string | undefined;
  /** Whether files that are there and differ are replaced: a translator may have worked in them. */
  force: boolean;
}

/** `tinkuy catalog export`: writes files for translators, all of them or none. Returns the exit code. */
export async function exportCatalogs(
  folder: string,
  options: ExportOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, say } = context;
  const project = openProject(folder, terminal.cwd);
  const run = await context.ways.exportCatalogs();
  const { value, diagnostics } = run(project.value, { ...options, digest: sha256, version: readVersion() });
  const tell = await reportProject(project, diagnostics, options, context);
  if (tell === undefined) return exitCodes.findings;
  refuseUnknown(value.unknown);

  const target =
    options.output === undefined
      ? path.join(project.root, 'exchange')
      : path.resolve(terminal.cwd, options.output);
  const show = (at: string) => path.relative(terminal.cwd, path.join(target, at));
  const stale = findStale(target, value.files);
  const [inTheWay] = options.force ? [] : stale.filter((file) => existsSync(path.join(target, file.path)));
  if (inTheWay) throw new UsageError('wouldReplace', { path: show(inTheWay.path) });
  writeFiles(target, stale);
  for (const { path: at } of value.files) {
    tell(
      `${say(stale.some((file) => file.path === at) ? 'done.generated' : 'done.same', { path: show(at) })}\n`,
    );
  }
  if (value.files.length === 0) tell(`${say('done.nothingToExport')}\n`);
  return exitCodes.clean;
}
