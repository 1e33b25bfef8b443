import path from 'node:path';
import type { Unknown } from '../../linked/dataset/explain-name.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { choice, flag, textOr } from '../parameters.ts';
import { forPeople } from '../reporting.ts';
import { UsageError } from '../usage-error.ts';

/**
 * `tinkuy explain`: tells what the text says of an entity, a property or a statement, and what a line says; with --recorded which
 * relations only records say, of the entity or of all, and the sentences that could state them. Where findings are errors, it
 * prints them instead. A name that the project does not know is a UsageError.
 */
export const explainCommand = defineCommand({
  arguments: { name: textOr('', 'help.name'), project: textOr('.', 'help.project') },
  options: {
    format: choice(['text', 'json'], 'text', 'help.optionExplainFormat'),
    recorded: flag('help.optionRecorded'),
  },
  action: async ({ name, project: folder, format, recorded }, context) => {
    if (name === '' && !recorded) throw new UsageError('missingArgument', { name: 'name' });
    const { openFolder } = await import('../open-folder.ts');
    const { createProgress } = await import('../create-progress.ts');
    const { createServices } = await import('../create-services.ts');
    const { terminal, say, language, color } = context;
    const progress = createProgress(terminal);
    const project = openFolder(folder, terminal, { withMemory: false });
    const { build } = await import('../../build.ts');
    const services = createServices((stage) => progress.show(say(`stages.${stage}`)), terminal.keep);
    const built = await build(project.value, services, { until: 'texts' }).finally(progress.clear);

    const { findErrors } = await import('../../rules/find-errors.ts');
    const { diagnostics, configuration } = built;
    const { rules } = configuration;
    if (findErrors([...project.diagnostics, ...diagnostics], rules).length > 0) {
      const { reportProject } = await import('../report-project.ts');
      await reportProject(project, { diagnostics, rules }, forPeople, context);
      return exitCodes.findings;
    }

    const relative = path.relative(terminal.cwd, project.root).split(path.sep).join('/');
    const prefix = relative === '' ? '' : `${relative}/`;
    const absolute = `${project.root}${path.sep}`;
    const asked = name.startsWith(absolute) ? name.slice(absolute.length) : name.replace(/^\.\//, '');
    const show = (at: string) => prefix + at;
    if (recorded) {
      const { listRecorded } = await import('../../linked/dataset/list-recorded.ts');
      const { printRecorded } = await import('../explain/print-recorded.ts');
      const { relations, unknown } = listRecorded(built, asked === '' ? undefined : asked);
      refuseUnknown(unknown);
      const text = format === 'json' ? `${JSON.stringify(relations, null, 2)}\n` : undefined;
      terminal.write(text ?? printRecorded(relations, { say, width: terminal.columns, show }));
      return exitCodes.clean;
    }
    const { explainName } = await import('../../linked/dataset/explain-name.ts');
    const { explanations, unknown } = explainName(built, project.value, { name: asked, prefix });
    refuseUnknown(unknown);
    if (format === 'json') {
      terminal.write(`${JSON.stringify(explanations, null, 2)}\n`);
      return exitCodes.clean;
    }
    const { chooseColor } = await import('../choose-color.ts');
    const { printExplanation } = await import('../explain/print-explanation.ts');
    const printing = {
      say,
      language,
      color: chooseColor(color, terminal),
      width: terminal.columns,
      show,
    };
    terminal.write(explanations.map((explanation) => printExplanation(explanation, printing)).join('\n'));
    return exitCodes.clean;
  },
});

/** @throws UsageError where there is nothing to tell */
function refuseUnknown(unknown: Unknown | undefined): void {
  if (!unknown) return;
  const likely: Record<string, string> =
    unknown.likely.length > 0 ? { likely: unknown.likely.join(', ') } : {};
  throw new UsageError(unknown.key, { ...unknown.values, ...likely });
}
