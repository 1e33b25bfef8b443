import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Authentication } from '../authorize.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { HostFailure } from '../host-failure.ts';
import { address, choice, optionalText, positive, textOr } from '../parameters.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/**
 * `tinkuy push`: puts the data of every publication into a store, first in the graph of its version, and when that has come
 * back as it was sent, in the current graph. Where anything fails the current graph is as it was, and the next publication
 * is pushed, unless the store is not there at all.
 */
export const pushCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: {
    endpoint: address('help.optionEndpoint'),
    auth: choice(['none', 'basic', 'digest', 'bearer'], undefined, 'help.optionAuth', '<scheme>'),
    user: optionalText('help.optionUser', '<name>'),
    graphParameter: textOr('graph', 'help.optionGraphParameter', '<name>'),
    verify: choice(['graph', 'count', 'none'], 'graph', 'help.optionVerify', '<how>'),
    timeout: positive(300, 'help.optionStoreTimeout', '<seconds>'),
  },
  action: async ({ project: folder, endpoint, auth, user, graphParameter, verify, timeout }, context) => {
    const { openFolder } = await import('../open-folder.ts');
    const { createProgress } = await import('../create-progress.ts');
    const { hurry } = await import('../hurry.ts');
    const { patience } = await import('../send-request.ts');
    const { createStoreClient } = await import('../store-client.ts');
    const { pushUpload } = await import('../push-upload.ts');
    const { HttpFailure } = await import('../http-failure.ts');
    const { tellFailure } = await import('../tell-failure.ts');
    const { terminal, say } = context;
    const { env } = terminal;
    refuseSecrets(endpoint);
    const client = createStoreClient({
      endpoint,
      parameter: graphParameter,
      authentication: chooseAuthentication(auth, user ?? env.TINKUY_STORE_USER, env),
      patience: hurry({ ...patience, timeout: 1000 * timeout }, env),
    });
    const { root } = openFolder(folder, terminal, { withMemory: false });
    const { planPush } = await import('../../linked/push/plan-push.ts');
    const { compareLoaded } = await import('../../linked/push/compare-loaded.ts');
    const { findUnrestorable } = await import('../../linked/push/read-stored.ts');
    const uploads = planPush(readData(root));
    if (uploads.length === 0) throw new UsageError('notBuilt', { path: path.join(folder, 'dist', 'data') });
    const progress = createProgress(terminal);
    const graphs = { compareLoaded, findUnrestorable };
    let failed = 0;
    try {
      for (const upload of uploads) {
        try {
          await pushUpload(upload, { client, endpoint, verify, graphs, progress, context });
        } catch (error) {
          // A graph that cannot be loaded costs itself; a store that is not there costs the rest.
          if (!(error instanceof HostFailure) || (error instanceof HttpFailure && error.isOfServer))
            throw error;
          progress.clear();
          terminal.writeError(`${tellFailure(error, say)}\n`);
          failed += 1;
        }
      }
    } finally {
      progress.clear();
    }
    return failed > 0 ? exitCodes.host : exitCodes.clean;
  },
});

/** A secret in an address ends in logs and histories. */
function refuseSecrets(endpoint: string): void {
  const { username, password } = new URL(endpoint);
  if (username === '' && password === '') return;
  const expected = '--user, TINKUY_STORE_PASSWORD';
  throw new UsageError('invalidValue', { option: '--endpoint', found: '…@…', expected });
}

/** Secrets come from the environment only: the command line is in the history, and other users see it. */
function chooseAuthentication(
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

/** Descriptions of datasets and N-Triples that a build wrote, by path in the project. */
function readData(root: string): Map<string, string> {
  const folder = path.join(root, 'dist', 'data');
  let names: string[] = [];
  try {
    names = readdirSync(folder).filter((name) => /(?:\.nt|-dataset\.ttl)$/.test(name));
  } catch {
    // Nothing is built.
  }
  return new Map(
    names.sort().map((name) => [`dist/data/${name}`, readFileSync(path.join(folder, name), 'utf8')]),
  );
}
