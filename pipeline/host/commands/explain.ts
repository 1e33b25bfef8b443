import path from 'node:path';
import { chooseColor } from '../choose-color.ts';
import type { CommandContext } from '../command-context.ts';
import { createProgress } from '../create-progress.ts';
import { createServices } from '../create-services.ts';
import { exitCodes } from '../exit-codes.ts';
import { printExplanation } from '../explain/print-explanation.ts';
import { openProject } from '../open-project.ts';
import { printFindings } from '../print-findings.ts';
import { UsageError } from '../usage-error.ts';

export const explanationFormats = ['text', 'json'] as const;

export interface ExplainOptions {
  project: string;
  format: (typeof explanationFormats)[number];
}

/**
 * `tinkuy explain`: tells what the text says of an entity, a property or a statement, and what a line says. Where
 * findings are errors, it prints them instead.
 * @throws UsageError where the project does not know the name
 */
export async function explain(
  name: string,
  { project: folder, format }: ExplainOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, say, language, color } = context;
  const progress = createProgress(terminal);
  const project = openProject(folder, terminal.cwd, { withMemory: false });
  const way = await context.ways.explain();
  const services = createServices((stage) => progress.show(say(`stages.${stage}`)));
  const relative = path.relative(terminal.cwd, project.root).split(path.sep).join('/');
  const prefix = relative === '' ? '' : `${relative}/`;
  const absolute = `${project.root}${path.sep}`;
  const own = name.startsWith(absolute) ? name.slice(absolute.length) : name.replace(/^\.\//, '');
  const asked = { name: own, prefix };
  const { value, diagnostics } = await way(project.value, services, asked, project.diagnostics).finally(
    progress.clear,
  );
  if (value.isBlocked) {
    const files = [...project.value.own, ...project.value.builtin];
    const found = {
      root: project.root,
      diagnostics,
      rules: value.rules,
      files,
    };
    await printFindings(found, { strict: false, reporter: 'terminal' }, context);
    return exitCodes.findings;
  }
  const { explanations, unknown } = value;
  if (unknown) {
    const likely: Record<string, string> =
      unknown.likely.length > 0 ? { likely: unknown.likely.join(', ') } : {};
    throw new UsageError(unknown.key, { ...unknown.values, ...likely });
  }
  if (format === 'json') {
    terminal.write(`${JSON.stringify(explanations, null, 2)}\n`);
    return exitCodes.clean;
  }
  const options = {
    say,
    language,
    color: chooseColor(color, terminal),
    width: terminal.columns,
    show: (at: string) => prefix + at,
  };
  terminal.write(explanations.map((explanation) => printExplanation(explanation, options)).join('\n'));
  return exitCodes.clean;
}
