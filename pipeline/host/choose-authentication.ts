import type { Authentication } from './authorize.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Secrets come from the environment only: the command line is in the history, and other users see it. */
export function chooseAuthentication(
  asked: Authentication['kind'] | undefined,
  user: string | undefined,
  env: Terminal['env'],
): Authentication {
  const kind = asked ?? (user === undefined ? 'none' : 'basic');
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
