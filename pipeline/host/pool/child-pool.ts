import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageRoot } from '../package-root.ts';
import type { TextAnswer, TextTask } from './text-task.ts';

/** Processes of this machine that build texts, each one at a time. */
export interface ChildPool {
  /** Waits for a process that is free. A process that dies fails the text that it was at, and another takes its place. */
  build(task: TextTask): Promise<TextAnswer>;
  /** Ends the processes; they finish what they are at. */
  close(): Promise<void>;
}

export interface ChildPoolOptions {
  count: number;
  /** Absolute path of the project. */
  root: string;
  /** Address of the store. */
  store: string;
}

/** Characters of what a process said last. */
const tailMax = 8192;

/** Milliseconds that the last words of a process may take to arrive after its end. */
const wordsWithin = 1000;

/** A process and what it said. */
interface Child {
  process: ChildProcess;
  tail: () => string;
}

/** Each process is `tinkuy worker` without a queue: it has the compiled tool, whatever runs this. */
export function createChildPool({ count, root, store }: ChildPoolOptions): ChildPool {
  const idle: (Child | undefined)[] = Array.from({ length: count }, () => undefined);
  const waiting: ((child: Child | undefined) => void)[] = [];
  const take = async (): Promise<Child | undefined> =>
    idle.length > 0 ? idle.pop() : new Promise((resolve) => waiting.push(resolve));
  const release = (child: Child | undefined): void => {
    const next = waiting.shift();
    if (next) next(child);
    else idle.push(child);
  };
  return {
    build: async (task) => {
      let child = await take();
      if (!child?.process.connected) child = startChild(root, store);
      const answer = await ask(child, task);
      release(child.process.connected ? child : undefined);
      return answer;
    },
    close: async () => {
      const ended = idle.flatMap((child) => (child ? [end(child)] : []));
      await Promise.all(ended);
    },
  };
}

function startChild(root: string, store: string): Child {
  const child = fork(`${packageRoot}lib/cli.js`, ['worker', root, '--store', store], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-tailMax);
  });
  // Of what cannot be started whoever asks is told.
  child.on('error', () => undefined);
  return { process: child, tail: () => said };
}

function ask({ process: child, tail }: Child, task: TextTask): Promise<TextAnswer> {
  return new Promise((resolve) => {
    const finish = (answer: TextAnswer): void => {
      child.off('message', hear);
      child.off('exit', die);
      child.off('error', fail);
      resolve(answer);
    };
    const hear = (answer: unknown) => finish(answer as TextAnswer);
    const die = async (code: number | null, signal: string | null) => {
      // What it said last may come after its end.
      if (child.stderr && !child.stderr.readableEnded)
        await Promise.race([once(child.stderr, 'end'), sleep(wordsWithin)]);
      const said = tail();
      const isFull = /heap out of memory|Out of memory/i.test(said);
      const detail = lastWords(said) || String(signal ?? code);
      finish({ kind: 'failed', failure: { kind: isFull ? 'memory' : 'killed', detail } });
    };
    const fail = (error: Error) =>
      finish({ kind: 'failed', failure: { kind: 'killed', detail: error.message } });
    child.on('message', hear);
    child.on('error', fail);
    child.on('exit', die);
    if (child.connected) child.send(task, () => undefined);
  });
}

/** The line that tells most of why a process died: V8's, or the last. */
function lastWords(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => line.startsWith('FATAL ERROR')) ?? lines.at(-1) ?? '';
}

async function end({ process: child }: Child): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  if (child.connected) child.disconnect();
  await ended;
}
