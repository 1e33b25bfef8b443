import { createCurrencyReader } from '../cldr-currencies.ts';
import type { CommandContext, ReportOptions } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { openProject } from '../open-project.ts';
import { reportProject } from '../report-project.ts';
import { findStale, writeFiles } from '../write-files.ts';

/**
 * `tinkuy catalog sync`: brings the catalogs up to date with the text; what is translated stays, or becomes fuzzy or
 * obsolete. Findings stop it: a text or catalog that is read wrongly would lose translations. With `--check` it only
 * tells which catalogs are stale. Returns the exit code.
 */
export async function syncCatalogs(
  folder: string,
  options: ReportOptions & { check: boolean },
  context: CommandContext,
): Promise<number> {
  const { terminal, say } = context;
  const project = openProject(folder, terminal.cwd);
  const sync = await context.ways.syncCatalogs();
  const { value: catalogs, diagnostics } = sync(project.value, createCurrencyReader());
  const tell = await reportProject(project, diagnostics, options, context);
  if (tell === undefined) return exitCodes.findings;

  const stale = findStale(project.root, catalogs);
  if (options.check) {
    for (const { path } of stale) tell(`${say('done.staleCatalog', { path })}\n`);
    if (stale.length === 0) tell(`${say('done.currentCatalogs')}\n`);
    return stale.length > 0 ? exitCodes.findings : exitCodes.clean;
  }
  writeFiles(project.root, stale);
  for (const { path, counts } of catalogs) if (counts) tell(`${say('done.synced', { path, ...counts })}\n`);
  if (catalogs.length === 0) tell(`${say('done.nothingToSync')}\n`);
  return exitCodes.clean;
}
