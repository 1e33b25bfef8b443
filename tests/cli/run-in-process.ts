import { run } from '../../pipeline/host/run.ts';
import type { Ran } from './run-tinkuy.ts';
import { testTerminal } from './test-terminal.ts';

/** As runTinkuy, but in this process: for tests that run the command many times. */
export async function runInProcess(folder: string, ...options: string[]): Promise<Ran> {
  return runWith({}, folder, ...options);
}

/** As runInProcess, with an environment. */
export async function runWith(
  env: Record<string, string>,
  folder: string,
  ...options: string[]
): Promise<Ran> {
  let [out, err] = ['', ''];
  const code = await run(
    options,
    testTerminal(
      folder,
      env,
      (text) => {
        out += text;
      },
      (text) => {
        err += text;
      },
    ),
  );
  return { code, out, err };
}
