import type { Terminal } from '../../pipeline/host/terminal.ts';
import { keep } from '../keep.ts';

/** A terminal that nobody watches: what is written goes to the two functions. */
export function testTerminal(
  cwd: string,
  env: Record<string, string>,
  write: (text: string) => void,
  writeError: (text: string) => void = () => undefined,
): Terminal {
  return { write, writeError, outputIsTerminal: false, errorIsTerminal: false, columns: 100, env, cwd, keep };
}
