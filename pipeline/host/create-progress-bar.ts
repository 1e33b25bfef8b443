import { isCi } from './is-ci.ts';
import type { Terminal } from './terminal.ts';

/** Shows how many of a known number of things are done. */
export interface ProgressBar {
  advance: (by: number) => void;
  /** Takes the bar away; the next step shows it again. */
  stop: () => void;
}

/** A bar on standard error; nothing where nobody watches: in CI, into a file or a pipe. */
export async function createProgressBar(terminal: Terminal, total: number): Promise<ProgressBar> {
  if (!terminal.errorIsTerminal || isCi(terminal.env) || total === 0) {
    return { advance: () => undefined, stop: () => undefined };
  }
  const { SingleBar } = (await import('cli-progress')).default;
  const bar = new SingleBar({
    format: '{bar} {value}/{total}, {eta_formatted}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    hideCursor: true,
    linewrap: true,
  });
  let done = 0;
  return {
    advance: (by) => {
      if (!bar.isActive) bar.start(total, done);
      done += by;
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
