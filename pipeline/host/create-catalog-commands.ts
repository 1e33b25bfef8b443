import type { Command } from 'commander';
import type { CommandContext } from './command-context.ts';
import { type Given, reporting } from './given.ts';

/** How create-program.ts makes a command. */
interface Making {
  /** A command with the argument [project]; `words` is the key of its help. */
  add: (parent: Command, name: string, words: string) => Command;
  addReporting: (command: Command) => Command;
  /** Runs what a command does, with the options given and a context for it. */
  run: (
    command: Command,
    act: (given: Given, context: CommandContext) => Promise<number> | number,
  ) => Promise<void>;
}

/** The commands under `tinkuy catalog`. */
export function addCatalogCommands(
  program: Command,
  { say }: CommandContext,
  { add, addReporting, run }: Making,
): void {
  const catalog = program.command('catalog').description(say('help.catalog')).usage(say('usage.withCommand'));
  addReporting(add(catalog, 'sync', 'help.sync')).action((folder = '.', _, command: Command) =>
    run(command, async (given, own) => {
      const { syncCatalogs } = await import('./commands/catalog-sync.ts');
      return syncCatalogs(folder, reporting(given), own);
    }),
  );
}
