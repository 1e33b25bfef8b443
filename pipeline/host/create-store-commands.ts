import { type Command, Option } from 'commander';
import type { Authentication } from './authorize.ts';
import type { CommandContext } from './command-context.ts';
import type { Making } from './create-catalog-commands.ts';
import { type Given, oneOf, positive } from './given.ts';
import { hurry } from './hurry.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const authentications = ['none', 'basic', 'digest', 'bearer'] as const;

/** The command that loads a store. */
export function addStoreCommands(program: Command, { say }: CommandContext, { add, run }: Making): void {
  add(program, 'push', 'help.push')
    .addOption(new Option('--endpoint <url>', say('help.optionEndpoint')))
    .addOption(new Option('--auth <scheme>', say('help.optionAuth')))
    .addOption(new Option('--user <name>', say('help.optionUser')))
    .addOption(new Option('--graph-parameter <name>', say('help.optionGraphParameter')))
    .addOption(new Option('--verify <how>', say('help.optionVerify')))
    .addOption(new Option('--timeout <seconds>', say('help.optionStoreTimeout')))
    .action((folder = '.', _, command: Command) =>
      run(command, async (given, own) => {
        const { push, verifications } = await import('./commands/push.ts');
        const { patience } = await import('./send-request.ts');
        const timeout = 1000 * positive('--timeout', given.timeout ?? '300');
        const options = {
          endpoint: endpointOf(given),
          parameter: given.graphParameter ?? 'graph',
          authentication: authenticationOf(given, own.terminal.env),
          verify: oneOf('--verify', given.verify ?? 'graph', verifications),
          patience: hurry({ ...patience, timeout }, own.terminal.env),
        };
        return push(folder, options, own);
      }),
    );
}

function endpointOf({ endpoint }: Given): string {
  if (endpoint === undefined)
    throw new UsageError('missingOption', { option: '--endpoint', expected: 'https://…' });
  if (!/^https?:\/\//.test(endpoint) || !URL.canParse(endpoint)) {
    throw new UsageError('invalidValue', { option: '--endpoint', found: endpoint, expected: 'http(s)://…' });
  }
  const { username, password } = new URL(endpoint);
  // A secret in an address ends in logs and histories.
  if (username !== '' || password !== '') {
    throw new UsageError('invalidValue', {
      option: '--endpoint',
      found: '…@…',
      expected: '--user, TINKUY_STORE_PASSWORD',
    });
  }
  return endpoint;
}

/** Secrets come from the environment only: the command line is in the history, and other users see it. */
function authenticationOf(given: Given, env: Terminal['env']): Authentication {
  const user = given.user ?? env.TINKUY_STORE_USER;
  const kind = oneOf('--auth', given.auth ?? (user === undefined ? 'none' : 'basic'), authentications);
  const secretOf = (variable: string): string => {
    const secret = env[variable];
    if (!secret) throw new UsageError('missingSecret', { variable });
    return secret;
  };
  switch (kind) {
    case 'none':
      return { kind };
    case 'bearer':
      return { kind, secret: secretOf('TINKUY_STORE_TOKEN') };
    default:
      if (user === undefined)
        throw new UsageError('missingOption', { option: '--user', expected: 'TINKUY_STORE_USER' });
      return { kind, user, secret: secretOf('TINKUY_STORE_PASSWORD') };
  }
}
