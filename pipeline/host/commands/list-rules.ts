import { rules } from '../../rules/rules.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';

/** `tinkuy rules`: the id and default severity of every rule, a line each. */
export function listRules({ terminal, say }: CommandContext): number {
  const width = Math.max(...Object.keys(rules).map((id) => id.length));
  for (const [id, { severity }] of Object.entries(rules)) {
    terminal.write(`${id.padEnd(width)}  ${say(`report.${severity}`)}\n`);
  }
  return exitCodes.clean;
}
