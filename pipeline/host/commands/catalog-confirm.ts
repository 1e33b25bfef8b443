import { excerpt } from '../../rules/excerpt.ts';
import type { CatalogLine, ConfirmedCatalog } from '../../translation/workbench/confirm.ts';
import type { CommandContext, ReportOptions } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { openProject } from '../open-project.ts';
import { refuseUnknown } from '../refuse-unknown.ts';
import { reportProject } from '../report-project.ts';
import { UsageError } from '../usage-error.ts';
import { findStale, writeFiles } from '../write-files.ts';

export interface ConfirmOptions extends ReportOptions {
  editions: string[];
  publications: string[];
  all: boolean;
  /** "12" or "locales/es/text.po:12". */
  lines: string[];
  dryRun: boolean;
}

/**
 * `tinkuy catalog confirm`: takes the mark "fuzzy" off translations whose source was only corrected, or off those that
 * are chosen, and tells of each why it was confirmed or left. Returns the exit code.
 */
export async function confirmCatalogs(
  folder: string,
  options: ConfirmOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, say } = context;
  const { all, editions, publications } = options;
  const lines = options.lines.map(readLine);
  if (all && lines.length > 0) throw new UsageError('excludes', { found: '--all', other: '--line' });
  const project = openProject(folder, terminal.cwd);
  const confirm = await context.ways.confirmCatalogs();
  const { value, diagnostics } = confirm(project.value, { editions, publications, all, lines });
  const tell = await reportProject(project, diagnostics, options, context);
  if (tell === undefined) return exitCodes.findings;
  const { catalogs, unknown } = value;
  refuseUnknown(unknown);
  checkLines(
    lines,
    catalogs.map(({ path }) => path),
  );

  if (!options.dryRun) writeFiles(project.root, findStale(project.root, catalogs));
  const seen = catalogs.filter(({ outcomes, missed }) => outcomes.length + missed.length > 0);
  for (const catalog of seen) tell(`${describe(catalog, say).join('\n')}\n`);
  if (seen.length === 0) tell(`${say('done.nothingToConfirm')}\n`);
  else if (options.dryRun) tell(`${say('done.notWritten')}\n`);
  return catalogs.some(({ missed }) => missed.length > 0) ? exitCodes.findings : exitCodes.clean;
}

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

function describe({ path, outcomes, missed }: ConfirmedCatalog, say: CommandContext['say']): string[] {
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
