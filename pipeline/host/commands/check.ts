import type { CommandContext, ReportOptions } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { inspect } from './inspect.ts';

/** `tinkuy check`: all that build does, but nothing is written. Returns the exit code. */
export async function check(
  folder: string,
  options: ReportOptions,
  context: CommandContext,
): Promise<number> {
  const { findings, errors } = await inspect(folder, options, context);
  if (findings === 0 && options.reporter === 'terminal')
    context.terminal.write(`${context.say('done.checked')}\n`);
  return errors > 0 ? exitCodes.findings : exitCodes.clean;
}
