import { type Command, Option } from 'commander';
import type { CommandContext } from './command-context.ts';
import type { Making } from './create-catalog-commands.ts';
import { oneOf, positive } from './given.ts';

/** The commands on published data. */
export function addDataCommands(program: Command, { say }: CommandContext, { run }: Making): void {
  program
    .command('query')
    .description(say('help.query'))
    .usage(say('usage.withQuery'))
    .argument('<query>', say('help.sparql'))
    .argument('[project]', say('help.project'))
    .addOption(new Option('--format <name>', say('help.optionQueryFormat')))
    .addOption(new Option('--labels <language>', say('help.optionLabels')))
    .addOption(new Option('--timeout <seconds>', say('help.optionTimeout')))
    .addOption(new Option('--memory <MiB>', say('help.optionMemory')))
    .action((asked: string, folder = '.', _, command: Command) =>
      run(command, async (given, own) => {
        const { queryData, queryFormats } = await import('./commands/query.ts');
        const format = given.format === undefined ? undefined : oneOf('--format', given.format, queryFormats);
        const time = positive('--timeout', given.timeout ?? '30');
        const memory = positive('--memory', given.memory ?? '1024');
        return queryData(asked, folder, { format, labels: given.labels, time, memory }, own);
      }),
    );
  program
    .command('diff')
    .description(say('help.diff'))
    .usage(say('usage.withOld'))
    .argument('<old>', say('help.old'))
    .argument('[new]', say('help.new'))
    .addOption(new Option('--project <folder>', say('help.project')))
    .addOption(new Option('--format <name>', say('help.optionDiffFormat')))
    .addOption(new Option('--labels <language>', say('help.optionDiffLabels')))
    .action((old: string, now: string | undefined, _, command: Command) =>
      run(command, async (given, own) => {
        const { diffData, diffFormats } = await import('./commands/diff.ts');
        const format = oneOf('--format', given.format ?? 'text', diffFormats);
        return diffData(old, now, { format, labels: given.labels, project: given.project ?? '.' }, own);
      }),
    );
}
