import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { flag, textOr } from '../parameters.ts';
import { reporting } from '../reporting.ts';

/**
 * `tinkuy catalog sync`: brings the catalogs up to date with the text; what is translated stays, or becomes fuzzy or
 * obsolete. Errors stop it: a text or catalog that is read wrongly would lose translations. With `--check` it only
 * tells which catalogs are stale.
 */
export const catalogSyncCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: { ...reporting, check: flag('help.optionCheck') },
  action: async ({ project: folder, check, ...options }, context) => {
    const { openFolder } = await import('../open-folder.ts');
    const { reportProject } = await import('../report-project.ts');
    const { findStale, writeFiles } = await import('../write-files.ts');
    const project = openFolder(folder, context.terminal);
    const { loadFormats } = await import('../../graph/bibliography/load-formats.ts');
    const { openProject } = await import('../../project/open-project.ts');
    const { openWorkbench } = await import('../../translation/workbench/open-workbench.ts');
    const { createServices } = await import('../create-services.ts');
    const { syncCatalogs } = await import('../../translation/workbench/sync.ts');
    const { keep, readCldr } = createServices(() => undefined, context.terminal.keep);
    const formats = await loadFormats(project.value);
    const workbench = openWorkbench(openProject(project.value, { keep, cldr: readCldr, formats }));
    const { rules } = workbench.value.configuration;
    const found = [...project.diagnostics, ...workbench.diagnostics];
    const synced = syncCatalogs(workbench.value, found);
    const diagnostics = [...workbench.diagnostics, ...synced.diagnostics];
    const { errors, tell } = await reportProject(project, { diagnostics, rules }, options, context);
    if (errors > 0) return exitCodes.findings;

    const { say } = context;
    const { catalogs, unread } = synced.value;
    for (const path of unread) tell(`${say('done.unread', { path })}\n`);
    const stale = findStale(project.root, catalogs);
    if (check) {
      for (const { path } of stale) tell(`${say('done.staleCatalog', { path })}\n`);
      if (stale.length + unread.length === 0) tell(`${say('done.currentCatalogs')}\n`);
      return stale.length > 0 ? exitCodes.findings : exitCodes.clean;
    }
    writeFiles(project.root, stale);
    for (const { path, counts } of catalogs) if (counts) tell(`${say('done.synced', { path, ...counts })}\n`);
    if (catalogs.length + unread.length === 0) tell(`${say('done.nothingToSync')}\n`);
    return exitCodes.clean;
  },
});
