import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Upload } from '../../linked/push/plan-push.ts';
import type { CommandContext } from '../command-context.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { HostFailure } from '../host-failure.ts';
import { address, choice, positive, text, textOr } from '../parameters.ts';
import type { Authentication, StoreClient, StoreOptions } from '../store-client.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

interface PushOptions extends StoreOptions {
  verify: 'graph' | 'count' | 'none';
}

/** Most differences that are told. */
const shownMax = 5;

/**
 * `tinkuy push`: puts the data of every publication into a store, first in the graph of its version, and when that has come
 * back as it was sent, in the current graph. Where anything fails the current graph is as it was.
 */
export const pushCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: {
    endpoint: address('help.optionEndpoint'),
    auth: choice(['none', 'basic', 'digest', 'bearer'], undefined, 'help.optionAuth', '<scheme>'),
    user: text('help.optionUser', '<name>'),
    graphParameter: textOr('graph', 'help.optionGraphParameter', '<name>'),
    verify: choice(['graph', 'count', 'none'], 'graph', 'help.optionVerify', '<how>'),
    timeout: positive(300, 'help.optionStoreTimeout', '<seconds>'),
  },
  action: async ({ project, endpoint, auth, user, graphParameter, verify, timeout }, context) => {
    const { hurry } = await import('../hurry.ts');
    const { patience } = await import('../send-request.ts');
    const { env } = context.terminal;
    refuseSecrets(endpoint);
    const options = {
      endpoint,
      parameter: graphParameter,
      authentication: chooseAuthentication(auth, user ?? env.TINKUY_STORE_USER, env),
      verify,
      patience: hurry({ ...patience, timeout: 1000 * timeout }, env),
    };
    return push(project, options, context);
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

async function push(folder: string, options: PushOptions, context: CommandContext): Promise<number> {
  const { openFolder } = await import('../open-folder.ts');
  const { createProgress } = await import('../create-progress.ts');
  const { createStoreClient } = await import('../store-client.ts');
  const { planPush } = await import('../../linked/push/plan-push.ts');
  const { compareLoaded } = await import('../../linked/push/compare-loaded.ts');
  const { terminal, say } = context;
  const { root } = openFolder(folder, terminal.cwd, { withMemory: false });
  const uploads = planPush(readData(root));
  if (uploads.length === 0) throw new UsageError('notBuilt', { path: path.join(folder, 'dist', 'data') });
  const client = createStoreClient(options);
  const progress = createProgress(terminal);

  /** Throws where the graph is not what was sent. */
  const verify = async (graph: string, { text, triples }: Upload): Promise<void> => {
    if (options.verify === 'none') return;
    progress.show(say('push.verifying', { graph }));
    const received = await client.get(graph);
    const difference = await compareLoaded(text, received ?? '');
    const isRight =
      options.verify === 'count'
        ? difference.triples === triples
        : difference.missing.length + difference.added.length === 0;
    if (isRight) return;
    const { missing, added } = difference;
    const examples = [
      ...missing.slice(0, shownMax).map((triple) => say('push.missing', { triple })),
      ...added.slice(0, shownMax).map((triple) => say('push.added', { triple })),
    ].join('\n');
    const counts = { expected: String(triples), found: String(difference.triples) };
    throw new HostFailure('storeDiffers', { graph, ...counts, examples });
  };
  const load = async (graph: string, upload: Upload): Promise<void> => {
    progress.show(say('push.loading', { graph, triples: upload.triples }));
    await client.put(graph, upload.text);
    await verify(graph, upload);
  };

  try {
    for (const upload of uploads) {
      if (upload.version !== undefined) await load(upload.version, upload);
      const before = await client.get(upload.current);
      try {
        await load(upload.current, upload);
      } catch (error) {
        progress.clear();
        await restore(client, upload.current, before, context);
        throw error;
      }
      progress.clear();
      for (const graph of [upload.version, upload.current])
        if (graph !== undefined) terminal.write(`${say('push.done', { graph, triples: upload.triples })}\n`);
    }
  } finally {
    progress.clear();
  }
  return exitCodes.clean;
}

/** Puts back what a graph was; says whether that went well. */
async function restore(
  client: StoreClient,
  graph: string,
  before: string | undefined,
  { terminal, say }: CommandContext,
): Promise<void> {
  try {
    if (before === undefined || before.trim() === '') await client.remove(graph);
    else await client.put(graph, before);
    terminal.writeError(`${say('push.restored', { graph })}\n`);
  } catch {
    terminal.writeError(`${say('push.notRestored', { graph })}\n`);
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
