import type * as Comparison from '../linked/push/compare-loaded.ts';
import type { Upload } from '../linked/push/plan-push.ts';
import type * as Stored from '../linked/push/read-stored.ts';
import type { CommandContext } from './command-context.ts';
import type { Progress } from './create-progress.ts';
import { HostFailure } from './host-failure.ts';
import { HttpFailure } from './http-failure.ts';
import { quoteAnswer } from './quote-answer.ts';
import type { StoreClient, StoredGraph } from './store-client.ts';

/** Most differences that are told. */
const shownMax = 5;
/** Most code points of a triple that is told. */
const shownTriple = 1000;

/** What it takes to load a graph. */
export interface Loading {
  client: StoreClient;
  endpoint: string;
  /** How what comes back is compared with what was sent. */
  verify: 'graph' | 'count' | 'none';
  graphs: Pick<typeof Comparison, 'compareLoaded'> & Pick<typeof Stored, 'findUnrestorable'>;
  progress: Progress;
  context: CommandContext;
}

/**
 * Loads the graph of the version and then the current one, which is put back where that goes wrong.
 * @throws HostFailure
 */
export async function pushUpload(upload: Upload, loading: Loading): Promise<void> {
  const { client, progress, context, graphs, endpoint } = loading;
  const { terminal, say } = context;
  const { current, version, triples } = upload;
  if (version !== undefined) await load(version, upload, loading);
  const before = await client.get(current);
  const unrestorable = before && graphs.findUnrestorable(before.text, before.mediaType);
  if (unrestorable) throw failureOf(unrestorable, current, before.mediaType, endpoint);
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
  if (loading.verify !== 'none') await compareStored(graph, upload, loading);
}

async function compareStored(
  graph: string,
  { text, triples }: Upload,
  { client, progress, context, verify, endpoint, graphs }: Loading,
): Promise<void> {
  const { say } = context;
  progress.show(say('push.verifying', { graph }));
  const received = await client.get(graph);
  const { text: found = '', mediaType = '' } = received?.text.trim() ? received : {};
  const difference = await graphs.compareLoaded(text, found, mediaType);
  if ('problem' in difference) throw failureOf(difference, graph, mediaType, endpoint);
  const { missing, added } = difference;
  const isRight = verify === 'count' ? difference.triples === triples : missing.length + added.length === 0;
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
  { problem, found }: Stored.Unreadable,
  graph: string,
  mediaType: string,
  endpoint: string,
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
