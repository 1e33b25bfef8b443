import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { run } from '../../pipeline/host/run.ts';
import { packageRoot } from '../package-root.ts';
import { testTerminal } from './test-terminal.ts';

/** A watch that runs until the test ends, told by what it prints. */
export interface RunningWatch {
  /** All that was printed to standard output and standard error. */
  out: () => string;
  /** Waits until a pattern is printed behind the place where the last wait ended; returns what was printed up to its end. */
  printed: (pattern: RegExp) => Promise<string>;
  /** Ends it as Ctrl-C does if asked, and waits for its end; the exit code. */
  ended: (how?: 'by Ctrl-C') => Promise<number | null>;
}

/** What is printed when all is built as it lies on the disk. */
export const idle = /Watching .*; Ctrl-C ends it\.\n/;

/** Starts the compiled command in a folder. */
export function startWatch(folder: string, ...options: string[]): RunningWatch {
  const env = { PATH: process.env.PATH, LC_ALL: 'en_US.UTF-8', CI: 'true' };
  const child = spawn(process.execPath, [`${packageRoot}lib/cli.js`, 'watch', ...options], {
    cwd: folder,
    env,
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const end = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  const { write, ...told } = transcribe(end);
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', write);
  return {
    ...told,
    ended: async (how) => {
      if (how) child.kill('SIGINT');
      return end;
    },
  };
}

/** As startWatch, but in this process: what a test does between two pauses is one change. */
export function watchInProcess(folder: string, ...options: string[]): RunningWatch {
  let interrupt = () => 0;
  let begin = (_code: Promise<number>) => {};
  const end = new Promise<number>((resolve) => {
    begin = resolve;
  });
  const { write, ...told } = transcribe(end);
  const terminal = testTerminal(folder, { LC_ALL: 'en_US.UTF-8' }, write, write);
  const onInterrupt = (given: () => number) => {
    interrupt = given;
    return () => {};
  };
  begin(run(['watch', ...options], { ...terminal, onInterrupt }));
  onTestFinished(async () => {
    interrupt();
    await end;
  });
  return {
    ...told,
    ended: async (how) => {
      if (how) interrupt();
      return end;
    },
  };
}

/** Remembers what is written until the end of who writes it, and wakes who waits for it. */
function transcribe(
  end: Promise<unknown>,
): Pick<RunningWatch, 'out' | 'printed'> & { write: (text: string) => void } {
  let [out, taken] = ['', 0];
  let [wake, isOver] = [() => {}, false];
  void end.then(() => {
    isOver = true;
    wake();
  });
  return {
    out: () => out,
    write: (text) => {
      out += text;
      wake();
    },
    printed: async (pattern) => {
      for (;;) {
        const found = pattern.exec(out.slice(taken));
        if (found) {
          const before = out.slice(taken, taken + found.index + found[0].length);
          taken += before.length;
          return before;
        }
        if (isOver) throw new Error(`It ended without ${pattern}:\n${out}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
