import path from 'node:path';
import type { CommandContext, ReportOptions } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { writeOutputs } from '../write-outputs.ts';
import { inspect } from './inspect.ts';

/** `tinkuy build`: writes dist/ unless a finding is an error. Returns the exit code. */
export async function build(
  folder: string,
  options: ReportOptions,
  context: CommandContext,
): Promise<number> {
  const { root, outputs, errors, progress } = await inspect(folder, options, context);
  const { terminal, say } = context;
  const target = path.join(root, 'dist');
  const shown = path.relative(terminal.cwd, target) || '.';
  // What other programs read is the findings only.
  const tell = options.reporter === 'terminal' ? terminal.write : terminal.writeError;
  if (errors > 0 || outputs.length === 0) {
    tell(`${say('done.untouched', { folder: shown })}\n`);
    return exitCodes.findings;
  }
  progress.show(say('stages.write'));
  try {
    tell(`${say('done.built', { folder: shown, ...writeOutputs(target, outputs) })}\n`);
  } finally {
    progress.clear();
  }
  return exitCodes.clean;
}
