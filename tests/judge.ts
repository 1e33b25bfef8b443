import { execFile, spawnSync } from 'node:child_process';

/** What a program said. */
export interface Verdict {
  status: number;
  stdout: string;
  stderr: string;
}

/**
 * Whether a program that judges what we publish is installed. Where CI asks for judges (TINKUY_JUDGES=required,
 * .ci/run) a missing one is a failure, elsewhere its tests are skipped.
 *
 * @param question an argument with which the program does nothing but end
 * @param answer with which status it ends then
 */
export function hasJudge(program: string, question = '--version', answer = 0): boolean {
  const { status } = spawnSync(program, [question]);
  if (status !== answer && process.env.TINKUY_JUDGES === 'required') {
    throw new Error(`${program} has to judge, and is not on PATH`);
  }
  return status === answer;
}

/** Runs a program on an input, in the C locale, so that it speaks English. */
export function askJudge(program: string, argv: readonly string[], input = ''): Promise<Verdict> {
  const options = { env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' }, maxBuffer: 64 * 1024 * 1024 };
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
