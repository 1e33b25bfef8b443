import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type * as PushWays from '../../linked/dataset/push.ts';
import type { Unreadable, Upload } from '../../linked/dataset/push.ts';
import type { CommandContext } from '../command-context.ts';
import { createProgress, type Progress } from '../create-progress.ts';
import { exitCodes } from '../exit-codes.ts';
import { HostFailure } from '../host-failure.ts';
import { HttpFailure } from '../http-failure.ts';
import { openProject } from '../open-project.ts';
import { quoteAnswer } from '../quote-answer.ts';
import { createStoreClient, type StoreClient, type StoredGraph, type StoreOptions } from '../store-client.ts';
import { tellFailure } from '../tell-failure.ts';
import { UsageError } from '../usage-error.ts';

export const verifications = ['graph', 'count', 'none'] as const;

export interface PushOptions extends StoreOptions {
  verify: (typeof verifications)[number];
}

/** Most differences that are told. */
const shownMax = 5;
/** Most code points of a triple that is told. */
const shownTriple = 1000;

/**
 * `tinkuy push`: puts the data of every publication into a store, first in the graph of its version, and when that has come
 * back as it was sent, in the current graph. Where anything fails the current graph is as it was, and the next publication
 * is pushed, unless the store is not there at all. Returns the exit code.
 */
export async function push(folder: string, options: PushOptions, context: CommandContext): Promise<number> {
  const { terminal, say } = context;
  const { root } = openProject(folder, terminal.cwd, { withMemory: false });
  const ways = await context.ways.push();
  const uploads = ways.planPush(readData(root));
  if (uploads.length === 0) throw new UsageError('notBuilt', { path: path.join(folder, 'dist', 'data') });
  const client = createStoreClient(options);
  const progress = createProgress(terminal);
  let failed = 0;
  try {
    for (const upload of uploads) {
      try {
        await pushUpload(upload, { client, options, ways, progress, context });
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
}

interface Loading {
  client: StoreClient;
  options: PushOptions;
  ways: typeof PushWays;
  progress: Progress;
  context: CommandContext;
}

/** Loads the graph of the version and then the current one, which is put back where that goes wrong. */
async function pushUpload(upload: Upload, loading: Loading): Promise<void> {
  const { client, progress, context, ways, options } = loading;
  const { terminal, say } = context;
  const { current, version, triples } = upload;
  if (version !== undefined) await load(version, upload, loading);
  const before = await client.get(current);
  const unrestorable = before && ways.findUnrestorable(before.text, before.mediaType);
  if (unrestorable) throw failureOf(unrestorable, current, before.mediaType, options);
  try {
    await load(current, upload, loading);
  } catch (error) {
    progress.clear();
    await restore(client, current, before, context);
    throw error;
  }
  progress.clear();
  for (const graph of [version, current])
    if (graph !== undefined) terminal.write(`${say('push.done', { graph, triples })}\n`);
}

/** Puts a graph into the store. @throws HostFailure where what comes back is not what was sent */
async function load(graph: string, upload: Upload, loading: Loading): Promise<void> {
  const { client, progress, context } = loading;
  const { text, triples } = upload;
  progress.show(context.say('push.loading', { graph, triples }));
  await client.put(graph, { bytes: text, type: 'text/turtle; charset=utf-8' });
  if (loading.options.verify !== 'none') await verify(graph, upload, loading);
}

async function verify(
  graph: string,
  { text, triples }: Upload,
  { client, progress, context, options, ways }: Loading,
): Promise<void> {
  const { say } = context;
  progress.show(say('push.verifying', { graph }));
  const received = await client.get(graph);
  const { text: found = '', mediaType = '' } = received?.text.trim() ? received : {};
  const difference = await ways.compareLoaded(text, found, mediaType);
  if ('problem' in difference) throw failureOf(difference, graph, mediaType, options);
  const { missing, added } = difference;
  const isRight =
    options.verify === 'count' ? difference.triples === triples : missing.length + added.length === 0;
  if (isRight) return;
  const show = (triple: string) => quoteAnswer(triple, { longest: shownTriple, keepsTags: true });
  const examples = [
    ...missing.slice(0, shownMax).map((triple) => say('push.missing', { triple: show(triple) })),
    ...added.slice(0, shownMax).map((triple) => say('push.added', { triple: show(triple) })),
  ].join('\n');
  const counts = { expected: String(triples), found: String(difference.triples) };
  throw new HostFailure('storeDiffers', { graph, ...counts, examples });
}

/** What a store gave is no graph that can be read. */
function failureOf(
  { problem, found }: Unreadable,
  graph: string,
  mediaType: string,
  { endpoint }: PushOptions,
): HttpFailure {
  const values = { type: quoteAnswer(mediaType), found: quoteAnswer(found) };
  const reason = { key: problem === 'type' ? 'noGraph' : 'badGraph', values };
  return new HttpFailure({ key: 'store', values: { url: endpoint, graph } }, reason, false);
}

/** Puts back what a graph was; says whether that went well. */
async function restore(
  client: StoreClient,
  graph: string,
  before: StoredGraph | undefined,
  { terminal, say }: CommandContext,
): Promise<void> {
  try {
    if (before === undefined || before.text.trim() === '') await client.remove(graph);
    else await client.put(graph, before.content);
    terminal.writeError(`${say('push.restored', { graph })}\n`);
  } catch (error) {
    if (!(error instanceof HostFailure)) throw error;
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
