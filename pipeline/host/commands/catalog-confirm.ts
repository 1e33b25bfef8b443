import type { CatalogLine, ConfirmedCatalog } from '../../translation/workbench/confirm.ts';
import { catalogChoice } from '../catalog-choice.ts';
import type { CommandContext } from '../command-context.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { flag, textList, textOr } from '../parameters.ts';
import { reporting } from '../reporting.ts';
import { UsageError } from '../usage-error.ts';

/**
 * `tinkuy catalog confirm`: takes the mark "fuzzy" off translations whose source was only corrected, or off those that
 * are chosen, and tells of each why it was confirmed or left.
 */
export const catalogConfirmCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: {
    ...reporting,
    ...catalogChoice,
    all: flag('help.optionAll'),
    // "12" or "locales/es/text.po:12".
    line: textList('help.optionLine', '<number>'),
    dryRun: flag('help.optionDryRun'),
  },
  action: async ({ project: folder, all, line, dryRun, edition, publication, ...options }, context) => {
    const { openFolder } = await import('../open-folder.ts');
    const { reportProject } = await import('../report-project.ts');
    const { refuseUnknown } = await import('../refuse-unknown.ts');
    const { findStale, writeFiles } = await import('../write-files.ts');
    const { terminal, say } = context;
    const lines = line.map(readLine);
    if (all && lines.length > 0) throw new UsageError('excludes', { found: '--all', other: '--line' });
    const project = openFolder(folder, terminal);
    const { loadFormats } = await import('../../graph/bibliography/load-formats.ts');
    const { openProject } = await import('../../project/open-project.ts');
    const { openWorkbench } = await import('../../translation/workbench/open-workbench.ts');
    const { confirmCatalogs } = await import('../../translation/workbench/confirm.ts');
    const { excerpt } = await import('../../rules/excerpt.ts');
    const { value: workbench, diagnostics } = openWorkbench(
      openProject(project.value, { keep: terminal.keep, formats: await loadFormats(project.value) }),
    );
    const { rules } = workbench.configuration;
    const { errors, tell } = await reportProject(project, { diagnostics, rules }, options, context);
    if (errors > 0) return exitCodes.findings;

    const found = [...project.diagnostics, ...diagnostics];
    const request = { editions: edition, publications: publication, all, lines };
    const { catalogs, unread, unknown } = confirmCatalogs(workbench, found, request);
    refuseUnknown(unknown);
    checkLines(lines, [...catalogs.map(({ path }) => path), ...unread]);
    if (!dryRun) writeFiles(project.root, findStale(project.root, catalogs));
    for (const path of unread) tell(`${say('done.unread', { path })}\n`);
    const seen = catalogs.filter(({ outcomes, missed }) => outcomes.length + missed.length > 0);
    for (const catalog of seen) tell(`${describe(catalog, excerpt, say).join('\n')}\n`);
    if (seen.length + unread.length === 0) tell(`${say('done.nothingToConfirm')}\n`);
    else if (dryRun) tell(`${say('done.notWritten')}\n`);
    return catalogs.some(({ missed }) => missed.length > 0) ? exitCodes.findings : exitCodes.clean;
  },
});

/** @throws UsageError */
function readLine(found: string): CatalogLine {
  const [, path, line] = /^(?:(.+):)?([1-9]\d*)$/.exec(found) ?? [];
  if (line === undefined) throw new UsageError('lineIsNone', { found });
  return { path: path?.replaceAll('\\', '/').replace(/^\.\//, ''), line: Number(line) };
}

/** @throws UsageError where a line has no catalog, or more than one */
function checkLines(lines: CatalogLine[], paths: string[]): void {
  for (const { path, line } of lines) {
    if (path !== undefined && !paths.includes(path)) {
      throw new UsageError('invalidValue', { option: '--line', found: path, expected: paths.join(', ') });
    }
    if (path === undefined && paths.length > 1) {
      throw new UsageError('lineNeedsPath', { found: String(line), example: `${paths[0]}:${line}` });
    }
  }
}

function describe(
  { path, outcomes, missed }: ConfirmedCatalog,
  excerpt: (text: string) => string,
  say: CommandContext['say'],
): string[] {
  const left = outcomes.filter(({ reason }) => reason !== undefined).length;
  return [
    ...outcomes.map(({ line, msgid, reason }) =>
      reason === undefined
        ? say('done.confirmed', { path, line, msgid: excerpt(msgid) })
        : say('done.left', { path, line, msgid: excerpt(msgid), reason: say(`done.reasons.${reason}`) }),
    ),
    ...missed.map((line) => say('done.missed', { path, line })),
    say('done.confirmation', { path, confirmed: outcomes.length - left, left }),
  ];
}
