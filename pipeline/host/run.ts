import type { Command } from 'commander';
import type { Ways } from '../ways.ts';
import { askedLanguage, environmentLanguage } from './choose-language.ts';
import { exitCodes } from './exit-codes.ts';
import { readVersion } from './package-root.ts';
import type { Terminal } from './terminal.ts';

/**
 * Runs a command line (without node and script) and returns the exit code; never throws.
 * Nothing but the version is known without loading the parser and the words, so it is asked for first.
 */
export async function run(argv: readonly string[], terminal: Terminal, ways: Ways): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    terminal.write(`${readVersion()}\n`);
    return exitCodes.clean;
  }
  const { explainFailure } = await import('./explain-failure.ts');
  let language = environmentLanguage(terminal.env);
  let program: Command | undefined;
  try {
    language = askedLanguage(argv) ?? language;
    const [{ createProgram }, { readCommandWords }] = await Promise.all([
      import('./create-program.ts'),
      import('./read-words.ts'),
    ]);
    let code: number = exitCodes.clean;
    const context = { terminal, ways, language, say: readCommandWords(language), color: undefined };
    program = createProgram(context, readVersion(), (result) => {
      code = result;
    });
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return explainFailure(error, { terminal, language, program });
  }
}
