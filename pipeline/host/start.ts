import { run } from './run.ts';
import { createTerminal, type Terminal } from './terminal.ts';

/** Where the joined code begins; returns the exit code of a command line (without node and script). */
export function start(argv: readonly string[], terminal: Terminal = createTerminal()): Promise<number> {
  return run(argv, terminal);
}
