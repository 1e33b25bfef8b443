import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Job, type JudgeName, judges } from './judges.ts';

/** What a program said. */
export interface Verdict {
  status: number;
  stdout: string;
  stderr: string;
}

/** A program that judges what we publish, or the want of one. */
export interface Judge {
  /** For `describe` and `test`: skips where there is no such program, and has the reason for plain-summary.ts. */
  options: { skip: boolean; meta: { missingJudge?: string } };
  ask(argv: readonly string[], input?: string): Promise<Verdict>;
}

declare module '@vitest/runner' {
  interface TaskMeta {
    /** The judge that a test is skipped for, and what is wrong with it. */
    missingJudge?: string;
  }
}

/**
 * A judge, if it does small jobs here of the kinds that tests have for it: a program may be there without the module that
 * it needs, or be too old, or be another one of the same name. Of several on PATH the first that can do them is taken. Where
 * there is none its tests are skipped, but where judges are required (TINKUY_JUDGES=required, .ci/run) that is a failure.
 */
export function judge(name: JudgeName): Judge {
  return findJudge(name, judges[name]);
}

/** As `judge`, for one whose jobs have to be prepared. */
export function findJudge(name: string, jobs: readonly [Job, ...Job[]]): Judge {
  const [first] = jobs;
  let reason = `${first.program} is not on PATH`;
  for (const program of findOnPath(first.program)) {
    const failure = tryJobs(program, jobs);
    if (failure === undefined) {
      return { options: { skip: false, meta: {} }, ask: (argv, input) => askProgram(program, argv, input) };
    }
    reason = failure;
  }
  if (process.env.TINKUY_JUDGES === 'required') throw new Error(`${name} has to judge, but ${reason}`);
  const ask = () => Promise.reject(new Error(`${name} cannot judge: ${reason}`));
  return { options: { skip: true, meta: { missingJudge: `${name} (${reason})` } }, ask };
}

/** Runs a program on an input, in the C locale, so that it speaks English. */
export function askProgram(program: string, argv: readonly string[], input = ''): Promise<Verdict> {
  const options = { env: environment(), maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    const child = execFile(program, argv, options, (error, stdout, stderr) => {
      const status = error ? error.code : 0;
      if (typeof status === 'number') resolve({ status, stdout, stderr });
      else reject(error);
    });
    // A program that reads no input may be gone before it is given.
    child.stdin?.on('error', () => undefined).end(input);
  });
}

function environment(): { PATH: string | undefined; LC_ALL: string } {
  return { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' };
}

function findOnPath(program: string): string[] {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return [...new Set(folders)].map((folder) => path.join(folder, program)).filter((file) => existsSync(file));
}

/** What is wrong with the first job that is not done as it should; undefined where all are. */
function tryJobs(found: string, jobs: readonly [Job, ...Job[]]): string | undefined {
  const [first] = jobs;
  for (const { program, argv, input = '', status: wanted = 0, says } of jobs) {
    const asked = program === first.program ? found : program;
    const { status, stdout, stderr, error } = spawnSync(asked, argv, {
      input,
      encoding: 'utf8',
      env: environment(),
    });
    // That a program did not read its input is an error, too, and no matter.
    if (status === null) return `${program} does not run: ${error?.message}`;
    if (status === wanted && says.test(stdout + stderr)) continue;
    const lines = (stderr.trim() || stdout.trim()).split('\n');
    return `${asked} failed at a small job: ${lines.find((line) => /error|can't|cannot/i.test(line)) ?? lines.at(-1)}`;
  }
  return undefined;
}
