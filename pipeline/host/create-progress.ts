import { isCi } from './is-ci.ts';
import type { Terminal } from './terminal.ts';

/** Tells how far a command is, on one line that each step overwrites. */
export interface Progress {
  /** `step` is what is being done, in the reader's words. */
  show: (step: string) => void;
  /** Takes the line away. */
  clear: () => void;
}

/** Erase in line: https://www.ecma-international.org/publications-and-standards/standards/ecma-48/ 8.3.41 */
const clearLine = '\r\u001B[2K';

/** Progress on a terminal; silent where nobody watches: in CI, into a file or a pipe. */
export function createProgress(terminal: Terminal): Progress {
  const isWatched = terminal.errorIsTerminal && !isCi(terminal.env) && terminal.env.TERM !== 'dumb';
  if (!isWatched) return { show: () => undefined, clear: () => undefined };
  return {
    show: (step) => terminal.writeError(`${clearLine}${step}…`),
    clear: () => terminal.writeError(clearLine),
  };
}
