import type { Command, CommanderError } from 'commander';
import { distance } from 'fastest-levenshtein';
import type { Translate } from '../project/furniture.ts';
import { UsageError } from './usage-error.ts';

/** Our sentence for what commander found wrong, by its code. */
const sentences: Record<string, string> = {
  'commander.unknownOption': 'unknownOption',
  'commander.unknownCommand': 'unknownCommand',
  'commander.missingArgument': 'missingArgument',
  'commander.optionMissingArgument': 'missingArgument',
  'commander.excessArguments': 'excessArguments',
};

/**
 * What is wrong with the command line and what was likely meant, in the reader's language.
 *
 * @param createWhole makes the program with all its commands and options, whose names may have been meant
 */
export async function tellUsage(
  error: UsageError | CommanderError,
  createWhole: () => Promise<Command>,
  say: Translate,
): Promise<string> {
  const [key, values] =
    error instanceof UsageError
      ? [error.key, error.values]
      : // Commander quotes the one name it speaks of.
        [sentences[error.code] ?? 'other', { name: /'([^']+)'/.exec(error.message)?.[1] ?? error.message }];
  const found = values.found ?? values.name ?? '';
  const isUnknown = key === 'unknownOption' || key === 'unknownCommand';
  const known = isUnknown ? namesOf(await createWhole(), found) : [];
  if (key === 'unknownOption' && known.includes(found)) {
    return [say('usage.optionElsewhere', { name: found }), say('usage.seeHelp'), ''].join('\n');
  }
  const names = values.expected?.split(', ') ?? known;
  const likely = values.likely ?? likelyName(found, names);
  return [
    say(`usage.${key}`, values),
    ...(likely === undefined ? [] : [say('usage.likely', { likely })]),
    say('usage.seeHelp'),
    '',
  ].join('\n');
}

/** Names of all options, or of all commands, of the program and its commands. */
function namesOf(program: Command, found: string): string[] {
  const inner = program.commands.flatMap((command) => namesOf(command, found));
  if (!found.startsWith('-')) return [...program.commands.map((command) => command.name()), ...inner];
  return [...program.options.flatMap(({ long }) => long ?? []), '--help', ...inner];
}

/** The name that differs in the fewest letters, if these are no more than half of it, and three. */
function likelyName(found: string, names: readonly string[]): string | undefined {
  const [nearest] = names
    .map((name) => ({ name, edits: distance(found, name) }))
    .sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1));
  return nearest && nearest.edits <= Math.min(3, nearest.name.length / 2) ? nearest.name : undefined;
}
