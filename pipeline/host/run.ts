import type { Command } from 'commander';
import { askedLanguage, environmentLanguage } from './choose-language.ts';
import type { Commands } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import { readVersion } from './package-root.ts';
import type { Terminal } from './terminal.ts';

/**
 * Runs a command line (without node and script) and returns the exit code; never throws.
 * Nothing but the version is known without loading the parser and the words, so it is asked for first. Of the commands
 * those are loaded whose names stand on the command line.
 *
 * @param given commands; all of commands.ts unless given
 */
export async function run(argv: readonly string[], terminal: Terminal, given?: Commands): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    terminal.write(`${readVersion()}\n`);
    return exitCodes.clean;
  }
  let language = environmentLanguage(terminal.env);
  let code: number = exitCodes.clean;
  const createFor = async (isWanted: (name: string) => boolean): Promise<Command> => {
    const [{ createProgram }, { readCommandWords }, { commands }] = await Promise.all([
      import('./create-program.ts'),
      import('./read-words.ts'),
      import('./commands.ts'),
    ]);
    const context = { terminal, language, say: readCommandWords(language), color: undefined };
    const finish = (result: number) => {
      code = result;
    };
    return createProgram(context, { version: readVersion(), commands: given ?? commands, isWanted, finish });
  };
  try {
    language = askedLanguage(argv) ?? language;
    const program = await createFor((name) => argv.includes(name));
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (isAnswered(error)) return exitCodes.clean;
    const { explainFailure } = await import('./explain-failure.ts');
    return explainFailure(error, { terminal, language, createWhole: () => createFor(() => true) });
  }
}

/** Whether a help or the version was asked for, which commander ends like a failure once it is printed. */
function isAnswered(error: unknown): boolean {
  return error instanceof Error && 'exitCode' in error && error.exitCode === exitCodes.clean;
}
