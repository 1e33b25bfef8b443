import { run } from '../../pipeline/host/run.ts';
import { ways } from '../../pipeline/ways.ts';
import type { Ran } from './run-tinkuy.ts';

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
    {
      write: (text) => {
        out += text;
      },
      writeError: (text) => {
        err += text;
      },
      outputIsTerminal: false,
      errorIsTerminal: false,
      columns: 100,
      env,
      cwd: folder,
    },
    ways,
  );
  return { code, out, err };
}
