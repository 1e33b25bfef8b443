import { existsSync } from 'node:fs';
import path from 'node:path';
import { catalogChoice } from '../catalog-choice.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { choice, flag, optionalText, textOr } from '../parameters.ts';
import { reporting } from '../reporting.ts';
import { UsageError } from '../usage-error.ts';

/** `tinkuy catalog export`: writes files for translators, all of them or none. */
export const catalogExportCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: {
    ...reporting,
    format: choice(['xliff', 'xliff-1.2', 'tmx', 'tbx'], 'xliff', 'help.optionFormat'),
    ...catalogChoice,
    // Folder to write to; exchange/ of the project where none is given.
    output: optionalText('help.optionOutput', '<folder>'),
    // Whether files that are there and differ are replaced: a translator may have worked in them.
    force: flag('help.optionForce'),
  },
  action: async ({ project: folder, format, edition, publication, output, force, ...options }, context) => {
    const { openFolder } = await import('../open-folder.ts');
    const { readVersion } = await import('../package-root.ts');
    const { refuseUnknown } = await import('../refuse-unknown.ts');
    const { reportProject } = await import('../report-project.ts');
    const { sha256 } = await import('../sha256.ts');
    const { findStale, writeFiles } = await import('../write-files.ts');
    const { terminal, say } = context;
    const project = openFolder(folder, terminal);
    const { loadFormats } = await import('../../graph/bibliography/load-formats.ts');
    const { openProject } = await import('../../project/open-project.ts');
    const { openWorkbench } = await import('../../translation/workbench/open-workbench.ts');
    const { exportCatalogs } = await import('../../translation/workbench/export.ts');
    const { value: workbench, diagnostics } = openWorkbench(
      openProject(project.value, { keep: terminal.keep, formats: await loadFormats(project.value) }),
    );
    const choice = { editions: edition, publications: publication };
    const exported = exportCatalogs(workbench, { format, ...choice, digest: sha256, version: readVersion() });
    const found = {
      diagnostics: [...diagnostics, ...exported.diagnostics],
      rules: workbench.configuration.rules,
    };
    const { errors, tell } = await reportProject(project, found, options, context);
    if (errors > 0) return exitCodes.findings;

    const { files, unknown } = exported.value;
    refuseUnknown(unknown);
    const target = path.resolve(terminal.cwd, output ?? path.join(project.root, 'exchange'));
    const show = (at: string) => path.relative(terminal.cwd, path.join(target, at));
    const stale = findStale(target, files);
    const [inTheWay] = force ? [] : stale.filter((file) => existsSync(path.join(target, file.path)));
    if (inTheWay) throw new UsageError('wouldReplace', { path: show(inTheWay.path) });
    writeFiles(target, stale);
    for (const { path: at } of files) {
      const isNew = stale.some((file) => file.path === at);
      tell(`${say(isNew ? 'done.generated' : 'done.same', { path: show(at) })}\n`);
    }
    if (files.length === 0) tell(`${say('done.nothingToExport')}\n`);
    return exitCodes.clean;
  },
});
