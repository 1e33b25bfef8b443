import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { packageRoot } from '../package-root.ts';

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the compiled command in a folder as a user would, messages in English and without colours. */
export function runTinkuy(folder: string, ...options: string[]): Ran {
  const command = `${packageRoot}lib/cli.js`;
  if (!existsSync(command)) throw new Error('lib/cli.js is missing: npm run compile');
  const env = { PATH: process.env.PATH, LC_ALL: 'en_US.UTF-8', CI: 'true' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...options], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}
