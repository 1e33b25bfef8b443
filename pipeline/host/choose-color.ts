import type { Terminal } from './terminal.ts';

/**
 * Whether output is coloured: what `--color` or `--no-color` says, else NO_COLOR (https://no-color.org),
 * else FORCE_COLOR (https://force-color.org), else whether there is a terminal that can.
 */
export function chooseColor(asked: boolean | undefined, terminal: Terminal): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: kind } = terminal.env;
  if (asked !== undefined) return asked;
  if (no !== undefined && no !== '') return false;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return terminal.outputIsTerminal && kind !== 'dumb';
}
