import { type Command, Option } from 'commander';
import type { CommandContext } from './command-context.ts';
import { collect, type Given, listed, oneOf, reporting } from './given.ts';

/** How create-program.ts makes a command. */
export interface Making {
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
  addReporting(add(catalog, 'sync', 'help.sync'))
    .addOption(new Option('--check', say('help.optionCheck')))
    .action((folder = '.', _, command: Command) =>
      run(command, async (given, own) => {
        const { syncCatalogs } = await import('./commands/catalog-sync.ts');
        return syncCatalogs(folder, { ...reporting(given), check: given.check === true }, own);
      }),
    );
  add(catalog, 'status', 'help.status')
    .addOption(new Option('--format <name>', say('help.optionStatusFormat')))
    .addOption(new Option('--edition <language>', say('help.optionEdition')).argParser(collect))
    .addOption(new Option('--publication <name>', say('help.optionPublication')).argParser(collect))
    .action((folder = '.', _, command: Command) =>
      run(command, async (given, own) => {
        const { showCatalogStatus, statusFormats } = await import('./commands/catalog-status.ts');
        const format = oneOf('--format', given.format ?? 'table', statusFormats);
        const choice = { editions: listed(given.edition), publications: listed(given.publication) };
        return showCatalogStatus(folder, { format, ...choice }, own);
      }),
    );
  addReporting(add(catalog, 'confirm', 'help.confirm'))
    .addOption(new Option('--edition <language>', say('help.optionEdition')).argParser(collect))
    .addOption(new Option('--publication <name>', say('help.optionPublication')).argParser(collect))
    .addOption(new Option('--all', say('help.optionAll')))
    .addOption(new Option('--line <number>', say('help.optionLine')).argParser(collect))
    .addOption(new Option('--dry-run', say('help.optionDryRun')))
    .action((folder = '.', _, command: Command) =>
      run(command, async (given, own) => {
        const { confirmCatalogs } = await import('./commands/catalog-confirm.ts');
        const choice = { editions: listed(given.edition), publications: listed(given.publication) };
        const lines = { all: given.all === true, lines: listed(given.line), dryRun: given.dryRun === true };
        return confirmCatalogs(folder, { ...reporting(given), ...choice, ...lines }, own);
      }),
    );
  addReporting(add(catalog, 'export', 'help.export'))
    .addOption(new Option('--format <name>', say('help.optionFormat')))
    .addOption(new Option('--edition <language>', say('help.optionEdition')).argParser(collect))
    .addOption(new Option('--publication <name>', say('help.optionPublication')).argParser(collect))
    .addOption(new Option('--output <folder>', say('help.optionOutput')))
    .addOption(new Option('--force', say('help.optionForce')))
    .action((folder = '.', _, command: Command) =>
      run(command, async (given, own) => {
        const { exportCatalogs } = await import('./commands/catalog-export.ts');
        const format = oneOf('--format', given.format ?? 'xliff', ['xliff', 'tmx', 'tbx']);
        const choice = { editions: listed(given.edition), publications: listed(given.publication) };
        const { output, force = false } = given;
        return exportCatalogs(folder, { ...reporting(given), ...choice, format, output, force }, own);
      }),
    );
  addReporting(
    catalog
      .command('import')
      .description(say('help.import'))
      .usage(say('usage.withFiles'))
      .argument('<files...>', say('help.files')),
  )
    .addOption(new Option('--project <folder>', say('help.project')))
    .action((files: string[], _, command: Command) =>
      run(command, async (given, own) => {
        const { importCatalogs } = await import('./commands/catalog-import.ts');
        return importCatalogs(files, { ...reporting(given), project: given.project ?? '.' }, own);
      }),
    );
  addReporting(add(catalog, 'draft', 'help.draft'))
    .addOption(new Option('--engine <name>', say('help.optionEngine')))
    .addOption(new Option('--edition <language>', say('help.optionEdition')).argParser(collect))
    .addOption(new Option('--publication <name>', say('help.optionPublication')).argParser(collect))
    .action((folder = '.', _, command: Command) =>
      run(command, async (given, own) => {
        const { draftCatalogs } = await import('./commands/catalog-draft.ts');
        const { patience } = await import('./send-request.ts');
        const choice = { editions: listed(given.edition), publications: listed(given.publication) };
        const { engine } = given;
        return draftCatalogs(folder, { ...reporting(given), ...choice, engine, patience }, own);
      }),
    );
  addReporting(add(catalog, 'adopt', 'help.adopt'))
    .addOption(new Option('--edition <language>', say('help.optionEdition')).argParser(collect))
    .addOption(new Option('--publication <name>', say('help.optionPublication')).argParser(collect))
    .addOption(new Option('--dry-run', say('help.optionDryRun')))
    .action((folder = '.', _, command: Command) =>
      run(command, async (given, own) => {
        const { adoptEdits } = await import('./commands/catalog-adopt.ts');
        const choice = { editions: listed(given.edition), publications: listed(given.publication) };
        return adoptEdits(folder, { ...reporting(given), ...choice, dryRun: given.dryRun === true }, own);
      }),
    );
}
