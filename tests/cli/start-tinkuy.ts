import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { packageRoot } from '../package-root.ts';
import type { Ran } from './run-tinkuy.ts';

/** A command that runs beside the test, and ends with it. */
export interface RunningTinkuy {
  child: ChildProcess;
  /** What it has said on standard error so far. */
  said: () => string;
  /** Waits until it has said that. @throws Error where it ends without */
  says: (words: RegExp) => Promise<void>;
  ended: Promise<Ran>;
}

/** As runTinkuy, but not waited for. */
export function startTinkuy(
  folder: string,
  options: readonly string[],
  env: Record<string, string> = {},
): RunningTinkuy {
  const child = spawn(process.execPath, [`${packageRoot}lib/cli.js`, ...options], {
    cwd: folder,
    env: { PATH: process.env.PATH, LC_ALL: 'en_US.UTF-8', CI: 'true', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = once(child, 'close').then(([code]): Ran => ({ code: code as number | null, out, err }));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const says = async (words: RegExp): Promise<void> => {
    while (!words.test(err)) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended with: ${err}`);
      await sleep(20);
    }
  };
  return { child, said: () => err, says, ended };
}
