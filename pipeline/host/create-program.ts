import { Command, Option } from 'commander';
import type { CommandContext } from './command-context.ts';
import { addCatalogCommands } from './create-catalog-commands.ts';
import { addDataCommands } from './create-data-commands.ts';
import { addReconcileCommand } from './create-reconcile-command.ts';
import { addStoreCommands } from './create-store-commands.ts';
import { type Given, oneOf, reporting } from './given.ts';

/** Commander's headings, by our words for them. */
const headings: Record<string, string> = {
  'Usage:': 'usage.title',
  'Arguments:': 'usage.arguments',
  'Options:': 'usage.options',
  'Global Options:': 'usage.globalOptions',
  'Commands:': 'usage.commands',
};

/**
 * The commands and options, with their help in the language of the context. `finish` is told the exit code of the
 * command that ran. What the command line gets wrong is thrown: a CommanderError, or a UsageError.
 */
export function createProgram(
  context: CommandContext,
  version: string,
  finish: (code: number) => void,
): Command {
  const { say, terminal } = context;
  const run = async (
    command: Command,
    act: (given: Given, context: CommandContext) => Promise<number> | number,
  ) => {
    const given: Given = command.optsWithGlobals();
    finish(await act(given, { ...context, color: given.color }));
  };

  const program = new Command('tinkuy')
    .exitOverride()
    .configureOutput({
      writeOut: terminal.write,
      writeErr: terminal.writeError,
      // What is wrong is told by the caller, in the reader's language.
      outputError: () => undefined,
      getOutHelpWidth: () => terminal.columns,
      getErrHelpWidth: () => terminal.columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({
      showGlobalOptions: true,
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
      styleTitle: (title) => say(headings[title] ?? title),
    })
    .description(say('help.tinkuy'))
    .usage(say('usage.withCommand'))
    .helpOption('-h, --help', say('help.optionHelp'))
    .helpCommand('help [command]', say('help.helpCommand'))
    .version(version, '-V, --version', say('help.optionVersion'))
    .addOption(new Option('--lang <language>', say('help.optionLang')))
    .addOption(new Option('--color', say('help.optionColor')))
    .addOption(new Option('--no-color', say('help.optionNoColor')))
    .addHelpText('after', `\n${say('help.exit')}`);

  const add = (parent: Command, name: string, words: string): Command =>
    parent
      .command(name)
      .description(say(words))
      .usage(say('usage.withProject'))
      .argument('[project]', say('help.project'));
  const addReporting = (command: Command): Command =>
    command
      .addOption(new Option('--strict', say('help.optionStrict')))
      .addOption(new Option('--reporter <name>', say('help.optionReporter')));

  addReporting(add(program, 'build', 'help.build'))
    .addOption(new Option('--overwrite', say('help.optionOverwrite')))
    .action((folder = '.', _, command: Command) =>
      run(command, async (given, own) => {
        const { build } = await import('./commands/build.ts');
        return build(folder, { ...reporting(given), overwrite: given.overwrite === true }, own);
      }),
    );
  addReporting(add(program, 'check', 'help.check')).action((folder = '.', _, command: Command) =>
    run(command, async (given, own) =>
      (await import('./commands/check.ts')).check(folder, reporting(given), own),
    ),
  );
  addReporting(add(program, 'generate', 'help.generate'))
    .addOption(new Option('--check', say('help.optionCheck')))
    .action((folder = '.', _, command: Command) =>
      run(command, async (given, own) => {
        const { generate } = await import('./commands/generate.ts');
        return generate(folder, { ...reporting(given), check: given.check === true }, own);
      }),
    );
  program
    .command('explain')
    .description(say('help.explain'))
    .usage(say('usage.withName'))
    .argument('<name>', say('help.name'))
    .argument('[project]', say('help.project'))
    .addOption(new Option('--format <name>', say('help.optionExplainFormat')))
    .action((name: string, folder = '.', _, command: Command) =>
      run(command, async (given, own) => {
        const { explain, explanationFormats } = await import('./commands/explain.ts');
        const format = oneOf('--format', given.format ?? 'text', explanationFormats);
        return explain(name, { project: folder, format }, own);
      }),
    );
  addCatalogCommands(program, context, { add, addReporting, run });
  addDataCommands(program, context, { add, addReporting, run });
  addStoreCommands(program, context, { add, addReporting, run });
  addReconcileCommand(program, context, { add, addReporting, run });
  program
    .command('rules')
    .description(say('help.rules'))
    .usage(say('usage.withProject'))
    .argument('[project]', say('help.project'))
    .action((folder = '.', _, command: Command) =>
      run(command, async (_given, own) => (await import('./commands/list-rules.ts')).listRules(folder, own)),
    );
  return program;
}
