import { Command, Option } from 'commander';
import type { Translate } from '../project/furniture.ts';
import type { CommandContext } from './command-context.ts';
import type { Commands } from './commands.ts';
import type { Command as Defined } from './define-command.ts';

/** Commander's headings, by our words for them. */
const headings: Record<string, string> = {
  'Usage:': 'usage.title',
  'Arguments:': 'usage.arguments',
  'Options:': 'usage.options',
  'Global Options:': 'usage.globalOptions',
  'Commands:': 'usage.commands',
};

export interface ProgramOptions {
  version: string;
  commands: Commands;
  /** Whether a command is declared in full, by its last word; the others are there with their line of the help. */
  isWanted: (name: string) => boolean;
  /** Is told the exit code of the command that ran. */
  finish: (code: number) => void;
}

/**
 * The commands and options, with their help in the language of the context. What the command line gets wrong is thrown
 * when it is parsed: a CommanderError, or a UsageError.
 */
export async function createProgram(context: CommandContext, options: ProgramOptions): Promise<Command> {
  const { say } = context;
  const program = createTop(context, options.version);
  const groups = new Map<string, Command>();
  for (const [line, load] of Object.entries(options.commands)) {
    const words = line.split(' ');
    const path = words.filter((word) => !isPlaceholder(word));
    const placeholders = words.filter(isPlaceholder);
    const [name = '', group] = path.reverse();
    const parent = group === undefined ? program : (groups.get(group) ?? addGroup(program, group, say));
    if (group !== undefined) groups.set(group, parent);
    const command = parent
      .command(name)
      .description(say(`help.${name}`))
      .usage(usageOf(placeholders, say));
    if (!options.isWanted(name)) continue;
    const defined = await load();
    declare(command, defined, placeholders, say);
    command.action(async () => {
      const given: Record<string, unknown> = command.optsWithGlobals();
      const color = typeof given.color === 'boolean' ? given.color : undefined;
      const found = { arguments: command.processedArgs, options: given };
      options.finish(await defined.run(found, { ...context, color }));
    });
  }
  return program;
}

function createTop({ say, terminal }: CommandContext, version: string): Command {
  return new Command('tinkuy')
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
    .usage(usageOf(['<command>'], say))
    .helpOption('-h, --help', say('help.optionHelp'))
    .helpCommand('help [command]', say('help.helpCommand'))
    .version(version, '-V, --version', say('help.optionVersion'))
    .addOption(new Option('--lang <language>', say('help.optionLang')))
    .addOption(new Option('--color', say('help.optionColor')))
    .addOption(new Option('--no-color', say('help.optionNoColor')))
    .addHelpText('after', `\n${say('help.exit')}`);
}

/** A command that only has commands: `tinkuy catalog`. */
function addGroup(program: Command, name: string, say: Translate): Command {
  return program
    .command(name)
    .description(say(`help.${name}`))
    .usage(usageOf(['<command>'], say));
}

/** Declares what a command takes; `placeholders` are its arguments as its line has them: "<name>", "[project]". */
function declare(command: Command, defined: Defined, placeholders: readonly string[], say: Translate): void {
  const names = placeholders.map((placeholder) => /\w+/.exec(placeholder)?.[0]);
  if (names.join() !== defined.arguments.map(({ name }) => name).join())
    throw new Error(`${command.name()} declares other arguments than its line in commands.ts`);
  for (const [index, { parameter }] of defined.arguments.entries())
    command.argument(placeholders[index] ?? '', say(parameter.words));
  for (const { flag, parameter } of defined.options) {
    const written = parameter.value === undefined ? flag : `${flag} ${parameter.value}`;
    const option = new Option(written, say(parameter.words));
    command.addOption(parameter.isList ? option.argParser(collect) : option);
  }
}

/** "[options] <name> [project]" in the reader's language. */
function usageOf(placeholders: readonly string[], say: Translate): string {
  return ['[options]', ...placeholders]
    .map((placeholder) => placeholder.replace(/\w+/, (word) => say(`usage.placeholders.${word}`)))
    .join(' ');
}

function isPlaceholder(word: string): boolean {
  return /^[<[]/.test(word);
}

/** What commander does with an option that may be given several times; a list would take the argument after it too. */
function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}
