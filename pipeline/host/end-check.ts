import type { CheckOptions } from './checking.ts';
import type { CommandContext } from './command-context.ts';
import { exitCodes } from './exit-codes.ts';
import type { Reported } from './report-project.ts';

/** Tells what was left out of a report and whether there are too many warnings, and gives the exit code of the check. */
export function endCheck(
  { findings, errors, tell }: Reported,
  leftOut: readonly string[],
  { maxWarnings }: Pick<CheckOptions, 'maxWarnings'>,
  { say }: CommandContext,
): number {
  for (const sentence of leftOut) tell(`${sentence}\n`);
  const warnings = findings - errors;
  const isTooMany = maxWarnings !== undefined && warnings > maxWarnings;
  if (isTooMany) tell(`${say('done.tooManyWarnings', { count: warnings, max: maxWarnings })}\n`);
  return errors > 0 || isTooMany ? exitCodes.findings : exitCodes.clean;
}
