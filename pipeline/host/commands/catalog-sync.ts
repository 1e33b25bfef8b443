import type { SyncRecord } from '../cache/sync-record.ts';
import type { CommandContext } from '../command-context.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ProjectFolder } from '../open-folder.ts';
import { flag, textOr, unless } from '../parameters.ts';
import { reporting } from '../reporting.ts';
import type { ProjectFile } from '../write-files.ts';

/**
 * `tinkuy catalog sync`: brings the catalogs up to date with the text; what is translated stays, or becomes fuzzy or
 * obsolete. An error keeps the catalogs of its text as they are: a text or catalog that is read wrongly would lose translations; so
 * does each finding those of all texts with `--strict`. With `--check` it only tells which catalogs are stale.
 */
export const catalogSyncCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: { ...reporting, cache: unless('help.optionNoCache'), check: flag('help.optionCheck') },
  action: async ({ project: folder, check, cache, ...options }, context) => {
    const { openFolder } = await import('../open-folder.ts');
    const { recallSync } = await import('../cache/recall-sync.ts');
    const { reportProject } = await import('../report-project.ts');
    const { visibleText } = await import('../../rules/report/visible-cells.ts');
    const project = openFolder(folder, context.terminal);
    const { known, keep } = recallSync(project, context.terminal.env, cache);
    const { stale, ...record } = known ? { ...known, stale: [] } : await syncAnew(project, keep, context);
    const { errors, tell } = await reportProject(project, record, options, context);
    const { say } = context;
    const { catalogs, unread, faulty } = record;
    if (errors > 0 && (options.strict || catalogs.length === 0)) return exitCodes.findings;
    for (const name of faulty) tell(`${say('done.catalogsHeld', { name: visibleText(name) })}\n`);
    for (const path of unread) tell(`${say('done.unread', { path })}\n`);
    if (check) {
      for (const { path } of stale) tell(`${say('done.staleCatalog', { path })}\n`);
      if (stale.length + unread.length + faulty.length === 0) tell(`${say('done.currentCatalogs')}\n`);
      return stale.length + errors > 0 ? exitCodes.findings : exitCodes.clean;
    }
    if (stale.length > 0) {
      const { writeFiles } = await import('../write-files.ts');
      writeFiles(project.root, stale);
    }
    for (const { path, counts } of catalogs) if (counts) tell(`${say('done.synced', { path, ...counts })}\n`);
    if (catalogs.length + unread.length === 0) tell(`${say('done.nothingToSync')}\n`);
    return errors > 0 ? exitCodes.findings : exitCodes.clean;
  },
});

/** What a sync found, and what of it is not on the disk. Where all is, that is kept. */
async function syncAnew(
  project: ProjectFolder,
  keep: (record: Omit<SyncRecord, 'held'>, files: readonly ProjectFile[]) => void,
  { terminal }: CommandContext,
): Promise<Omit<SyncRecord, 'held'> & { stale: ProjectFile[] }> {
  const { findStale } = await import('../write-files.ts');
  const { loadFormats } = await import('../../graph/bibliography/load-formats.ts');
  const { openProject } = await import('../../project/open-project.ts');
  const { openWorkbench } = await import('../../translation/workbench/open-workbench.ts');
  const { createServices } = await import('../create-services.ts');
  const { syncCatalogs } = await import('../../translation/workbench/sync.ts');
  const services = createServices(() => undefined, terminal.keep);
  const formats = await loadFormats(project.value);
  const workbench = openWorkbench(
    openProject(project.value, { keep: services.keep, cldr: services.readCldr, formats }),
  );
  const synced = syncCatalogs(workbench.value, [...project.diagnostics, ...workbench.diagnostics]);
  const { catalogs: files, ...left } = synced.value;
  const record: Omit<SyncRecord, 'held'> = {
    diagnostics: [...workbench.diagnostics, ...synced.diagnostics],
    rules: workbench.value.configuration.rules,
    catalogs: files.map(({ path, counts }) => ({ path, ...(counts && { counts }) })),
    ...left,
  };
  const stale = findStale(project.root, files);
  if (stale.length === 0) keep(record, files);
  return { ...record, stale };
}
