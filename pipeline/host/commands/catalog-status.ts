import { catalogChoice } from '../catalog-choice.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { choice, textOr } from '../parameters.ts';
import { forPeople } from '../reporting.ts';

/**
 * `tinkuy catalog status`: tells how complete every edition is and what becomes of it. Findings do not change the exit
 * code, which is 0 unless errors leave no text to tell of: `tinkuy check` is for judging.
 */
export const catalogStatusCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: {
    format: choice(['table', 'json', 'badge'], 'table', 'help.optionStatusFormat'),
    ...catalogChoice,
  },
  action: async ({ project: folder, format, edition: editions, publication: publications }, context) => {
    const { openFolder } = await import('../open-folder.ts');
    const { createProgress } = await import('../create-progress.ts');
    const { createServices } = await import('../create-services.ts');
    const { terminal, say, language } = context;
    const progress = createProgress(terminal);
    const project = openFolder(folder, terminal, { withMemory: false });
    const { build } = await import('../../build.ts');
    const { openWorkbench } = await import('../../translation/workbench/open-workbench.ts');
    const { readCatalogStatus } = await import('../../translation/workbench/status.ts');
    const services = createServices((stage) => progress.show(say(`stages.${stage}`)), terminal.keep);
    const built = await build(project.value, services).finally(progress.clear);
    const workbench = openWorkbench(built.opened);
    const found = [...project.diagnostics, ...built.diagnostics];
    const { status, unknown } = readCatalogStatus(workbench.value, found, { editions, publications });

    const { findErrors } = await import('../../rules/find-errors.ts');
    const { diagnostics, value: bench } = workbench;
    const { rules } = bench.configuration;
    const isEmpty = status.publications.length === 0 && unknown === undefined;
    if (isEmpty && findErrors([...project.diagnostics, ...diagnostics], rules).length > 0) {
      const { reportProject } = await import('../report-project.ts');
      await reportProject(project, { diagnostics, rules }, forPeople, context);
      return exitCodes.findings;
    }
    const { refuseUnknown } = await import('../refuse-unknown.ts');
    refuseUnknown(unknown);
    if (format === 'table') {
      const { writeStatusTable } = await import('../status/table.ts');
      terminal.write(writeStatusTable(status, language, say));
      return exitCodes.clean;
    }
    const { createBadges } = await import('../status/badge.ts');
    const badges = createBadges(status);
    const value = format === 'json' ? status : editions.length === 1 ? badges[0] : badges;
    terminal.write(`${JSON.stringify(value, null, 2)}\n`);
    return exitCodes.clean;
  },
});
