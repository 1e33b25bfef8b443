import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { temporaryFolder } from './host/temporary-folder.ts';
import { findJudge } from './judge.ts';
import type { Job } from './judges.ts';

let folder: string;
const job: Job = { program: 'judge', argv: ['--small'], input: 'one\n', says: /^right$/m };

beforeEach(() => {
  folder = temporaryFolder();
  vi.stubEnv('PATH', [path.join(folder, 'first'), path.join(folder, 'second')].join(path.delimiter));
  vi.stubEnv('TINKUY_JUDGES', undefined);
});
afterEach(() => vi.unstubAllEnvs());

/** A program of the shell in a folder of PATH. */
function install(at: string, script: string): void {
  const file = path.join(folder, at);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

test('a judge that does its small job is asked', async () => {
  install('first/judge', 'read line; echo "$line"; echo right');
  const { options, ask } = findJudge('Judge', [job]);
  expect(options.skip).toBe(false);
  expect(await ask([], 'two\n')).toEqual({ status: 0, stdout: 'two\nright\n', stderr: '' });
});

test('of two on PATH the one that can judge is asked', async () => {
  install('first/judge', 'echo wrong');
  install('second/judge', 'echo right; echo second');
  const { options, ask } = findJudge('Judge', [job]);
  expect(options.skip).toBe(false);
  expect((await ask([])).stdout).toContain('second');
});

const other: Job = { program: 'other', argv: [], says: /^right$/m };

test.each<[string, [string, string][], string]>([
  ['is missing', [], 'judge is not on PATH'],
  ['lacks its module', [['first/judge', 'echo "ERROR: no module" >&2; exit 1']], 'ERROR: no module'],
  ['says something else', [['first/judge', 'echo version 0.1']], 'version 0.1'],
  ['ends badly', [['first/judge', 'echo right; exit 2']], 'right'],
  ['is no program of this machine', [['first/judge', '\n\0']], 'judge'],
  ['lacks a second program', [['first/judge', 'echo right']], 'other does not run'],
  [
    'has a second program that fails',
    [
      ['first/judge', 'echo right'],
      ['first/other', 'exit 3'],
    ],
    'other failed at a small job',
  ],
])(
  'a judge that %s skips its tests and says why; where it is required it fails',
  async (_, files, reason) => {
    for (const [at, script] of files) install(at, script);
    const { options, ask } = findJudge('Judge', [job, other]);
    expect(options).toEqual({
      skip: true,
      meta: { missingJudge: expect.stringMatching(/^Judge \(/) as string },
    });
    expect(options.meta.missingJudge).toContain(reason);
    await expect(ask([])).rejects.toThrow('Judge cannot judge');

    vi.stubEnv('TINKUY_JUDGES', 'required');
    expect(() => findJudge('Judge', [job, other])).toThrow(/^Judge has to judge, but /);
  },
);
