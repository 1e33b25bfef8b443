import { type Command, CommanderError } from 'commander';
import type { Translate } from '../project/furniture.ts';
import { exitCodes } from './exit-codes.ts';
import { HostFailure } from './host-failure.ts';
import { readVersion } from './package-root.ts';
import { readCommandWords } from './read-words.ts';
import { tellFailure } from './tell-failure.ts';
import { tellUsage } from './tell-usage.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Who is told. */
interface Reader {
  terminal: Terminal;
  language: string;
  /** Makes the program with all commands and options, whose names are compared with what was typed. */
  createWhole: () => Promise<Command>;
}

/** Says why a command could not do its work, and returns the exit code: wrong use, a refusing machine, or a bug. */
export async function explainFailure(
  error: unknown,
  { terminal, language, createWhole }: Reader,
): Promise<number> {
  // No command: the help is printed already.
  if (error instanceof CommanderError && error.code === 'commander.help') return exitCodes.usage;
  const say = readCommandWords(language);
  if (error instanceof CommanderError || error instanceof UsageError) {
    terminal.writeError(await tellUsage(error, createWhole, say));
    return exitCodes.usage;
  }
  if (error instanceof HostFailure) {
    terminal.writeError(`${tellFailure(error, say)}\n`);
    return exitCodes.host;
  }
  terminal.writeError(tellBug(error, say));
  return exitCodes.bug;
}

function tellBug(error: unknown, say: Translate): string {
  const trace = error instanceof Error ? (error.stack ?? String(error)) : String(error);
  const versions = { version: readVersion(), node: process.versions.node, platform: process.platform };
  return `${trace}\n\n${say('bug.title')}\n${say('bug.report')}\n${say('bug.versions', versions)}\n`;
}
