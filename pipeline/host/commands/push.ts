import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Upload } from '../../linked/dataset/push.ts';
import type { CommandContext } from '../command-context.ts';
import { createProgress } from '../create-progress.ts';
import { exitCodes } from '../exit-codes.ts';
import { HostFailure } from '../host-failure.ts';
import { openProject } from '../open-project.ts';
import { createStoreClient, type StoreClient, type StoreOptions } from '../store-client.ts';
import { UsageError } from '../usage-error.ts';

export const verifications = ['graph', 'count', 'none'] as const;

export interface PushOptions extends StoreOptions {
  verify: (typeof verifications)[number];
}

/** Most differences that are told. */
const shownMax = 5;

/**
 * `tinkuy push`: puts the data of every publication into a store, first in the graph of its version, and when that has come
 * back as it was sent, in the current graph. Where anything fails the current graph is as it was. Returns the exit code.
 */
export async function push(folder: string, options: PushOptions, context: CommandContext): Promise<number> {
  const { terminal, say } = context;
  const { root } = openProject(folder, terminal.cwd, { withMemory: false });
  const { planPush, compareLoaded } = await context.ways.push();
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
