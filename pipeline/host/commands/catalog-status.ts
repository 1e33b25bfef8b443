import type { CommandContext } from '../command-context.ts';
import { createProgress } from '../create-progress.ts';
import { createServices } from '../create-services.ts';
import { exitCodes } from '../exit-codes.ts';
import { openProject } from '../open-project.ts';
import { refuseUnknown } from '../refuse-unknown.ts';
import { reportProject } from '../report-project.ts';
import { createBadges } from '../status/badge.ts';
import { writeStatusTable } from '../status/table.ts';

export const statusFormats = ['table', 'json', 'badge'] as const;

export interface StatusOptions {
  format: (typeof statusFormats)[number];
  editions: string[];
  publications: string[];
}

/**
 * `tinkuy catalog status`: tells how complete every edition is and what becomes of it. Findings do not change the exit
 * code, which is 0 unless there is no text to tell of: `tinkuy check` is for judging.
 */
export async function showCatalogStatus(
  folder: string,
  { format, editions, publications }: StatusOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, say } = context;
  const progress = createProgress(terminal);
  const project = openProject(folder, terminal.cwd, { withMemory: false });
  const readStatus = await context.ways.readCatalogStatus();
  const services = createServices((stage) => progress.show(say(`stages.${stage}`)));
  const choice = { editions, publications };
  const { value, diagnostics } = await readStatus(
    project.value,
    services,
    choice,
    project.diagnostics,
  ).finally(progress.clear);
  const { status, unknown } = value;
  if (status.publications.length === 0 && unknown === undefined) {
    await reportProject(project, diagnostics, { strict: false, reporter: 'terminal' }, context);
    return exitCodes.findings;
  }
  refuseUnknown(unknown);
  terminal.write(print());
  return exitCodes.clean;

  function print(): string {
    if (format === 'table') return writeStatusTable(status, context.language, say);
    const badges = createBadges(status);
    const value = format === 'json' ? status : editions.length === 1 ? badges[0] : badges;
    return `${JSON.stringify(value, null, 2)}\n`;
  }
}
