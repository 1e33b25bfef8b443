import { type Command, Option } from 'commander';
import type { CommandContext } from './command-context.ts';
import type { Making } from './create-catalog-commands.ts';
import { collect, listed, positive } from './given.ts';
import { hurry } from './hurry.ts';
import { UsageError } from './usage-error.ts';

/** The command that asks for addresses of the entities in other datasets. */
export function addReconcileCommand(program: Command, { say }: CommandContext, { add, run }: Making): void {
  add(program, 'reconcile', 'help.reconcile')
    .addOption(new Option('--service <url>', say('help.optionService')))
    .addOption(new Option('--language <tag>', say('help.optionLabelLanguage')))
    .addOption(new Option('--type <name>', say('help.optionTypes')).argParser(collect))
    .addOption(new Option('--output <file>', say('help.optionReview')))
    .addOption(new Option('--timeout <seconds>', say('help.optionServiceTimeout')))
    .action((folder = '.', _, command: Command) =>
      run(command, async (given, own) => {
        const { reconcile } = await import('./commands/reconcile.ts');
        const { patience } = await import('./send-request.ts');
        const { service, language, output } = given;
        if (service === undefined)
          throw new UsageError('missingOption', { option: '--service', expected: 'https://…' });
        if (!/^https?:\/\//.test(service) || !URL.canParse(service)) {
          throw new UsageError('invalidValue', {
            option: '--service',
            found: service,
            expected: 'http(s)://…',
          });
        }
        const timeout = 1000 * positive('--timeout', given.timeout ?? '60');
        const options = {
          service,
          language,
          output,
          types: listed(given.type),
          patience: hurry({ ...patience, timeout }, own.terminal.env),
        };
        return reconcile(folder, options, own);
      }),
    );
}
