import type { BuildServices } from '../project/build-services.ts';
import { exitCodes } from './exit-codes.ts';

/** The world around a command, as arguments: tests give another. */
export interface Terminal {
  /** Results: standard output. */
  write: (text: string) => void;
  /** Progress and what is wrong with the command itself: standard error. */
  writeError: (text: string) => void;
  outputIsTerminal: boolean;
  errorIsTerminal: boolean;
  /** Asks who sits before the terminal, and gives the line that is typed; undefined where nobody does. */
  ask?: ((question: string) => Promise<string>) | undefined;
  /** Width of the output, in columns. */
  columns: number;
  env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the folder the tool was started in. */
  cwd: string;
  /** What the runs of this process share (BuildServices.keep); undefined where each is for itself. */
  keep?: BuildServices['keep'] | undefined;
  /**
   * Has a command that runs until it is ended tell how: its function is called when somebody ends it (Ctrl-C), closes what is open,
   * and returns the exit code. What is given back takes it back.
   */
  onInterrupt?: (end: () => number) => () => void;
  /** The same for a command that first finishes what it has begun; who asks a second time does not wait for it. */
  onStop?: (end: () => Promise<number>) => () => void;
}

/** Width where the output has none: a file, a pipe. */
const columnsDefault = 100;
/** Ctrl-C, an orderly end by another program, and a terminal that is closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The terminal of this process. A reader who goes away early ("tinkuy check | head") ends it without a word. */
export function createTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
  return {
    write: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
    outputIsTerminal: stdout.isTTY === true,
    errorIsTerminal: stderr.isTTY === true,
    columns: stdout.columns || columnsDefault,
    ask: stdin.isTTY && stdout.isTTY ? askOnTerminal : undefined,
    env,
    cwd: process.cwd(),
    // Files are written without a pause, and between two pauses no signal is heard: nothing is left half written.
    onInterrupt: (end) => hearSignals(() => process.exit(end())),
    onStop: (end) => {
      let stopping: Promise<void> | undefined;
      return hearSignals(() => {
        if (stopping) process.exit(exitCodes.host);
        stopping = end().then((code) => process.exit(code));
      });
    },
  };
}

function hearSignals(leave: () => void): () => void {
  for (const signal of signals) process.on(signal, leave);
  return () => {
    for (const signal of signals) process.off(signal, leave);
  };
}

async function askOnTerminal(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await lines.question(`${question} `);
  } finally {
    lines.close();
  }
}
