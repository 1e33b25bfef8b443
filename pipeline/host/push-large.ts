import type * as Comparison from '../linked/push/compare-tallies.ts';
import type { CommandContext } from './command-context.ts';
import type { Progress } from './create-progress.ts';
import { HostFailure } from './host-failure.ts';
import { HttpFailure } from './http-failure.ts';
import { quoteAnswer } from './quote-answer.ts';
import { NoTriple, readTriples } from './read-triples.ts';
import type { StoreClient } from './store-client.ts';
import { digest, type FileGraph, type TripleReading } from './survey-triples.ts';

/** Most differences that are told. */
const shownMax = 5;

/** What it takes to load a graph that is not held in memory. */
export interface LargeLoading {
  client: StoreClient;
  endpoint: string;
  verify: 'graph' | 'count' | 'none';
  /** Asks the store how many triples of each predicate a graph has; undefined where nobody said where to ask. */
  countIn: ((graph: string) => Promise<ReadonlyMap<string, number>>) | undefined;
  /** Has the store copy a graph into the place of another, in one transaction; undefined where nobody said where to ask. */
  copy: ((from: string, to: string) => Promise<void>) | undefined;
  reading: TripleReading & typeof Comparison;
  progress: Progress;
  context: CommandContext;
}

/** A graph of a file, and what it is called in the store. */
export interface LargeUpload extends Pick<FileGraph, 'body' | 'parts' | 'tally'> {
  current: string;
  /** Named graph of this version; undefined where there is none: then one beside the current graph, for as long as it takes. */
  version: string | undefined;
}

/**
 * Loads a graph part by part under the name of its version, or a name for the time being, compares what is there, and only then puts it in
 * the place of the current one, by one request. Nothing is held in memory but a part of the file. To be run again after it was cut off
 * wherever that was: the first part takes the place of whatever is there.
 * @throws HostFailure
 */
export async function pushLarge(upload: LargeUpload, loading: LargeLoading): Promise<void> {
  const { client, progress, context } = loading;
  const { current, version } = upload;
  const staged = version ?? `${current}#loading`;
  try {
    await stage(staged, upload, loading);
    await putInPlace(staged, upload, loading).catch((error: unknown) => {
      progress.clear();
      if (error instanceof HostFailure)
        context.terminal.writeError(`${context.say('push.maybeOld', { graph: current, staged })}\n`);
      throw error;
    });
  } finally {
    // Whether it went well or not; what is left of it the next push writes over.
    if (version === undefined) await client.remove(staged).catch(() => undefined);
  }
  progress.clear();
  for (const graph of [version, current])
    if (graph !== undefined)
      context.terminal.write(`${context.say('push.done', { graph, triples: upload.tally.triples() })}\n`);
}

const type = 'text/turtle; charset=utf-8';

async function stage(graph: string, { parts, tally }: LargeUpload, loading: LargeLoading): Promise<void> {
  const { client, progress, context } = loading;
  let isFirst = true;
  for await (const bytes of parts()) {
    progress.show(context.say('push.loading', { graph, triples: tally.triples() }));
    if (isFirst) await client.put(graph, { bytes, type });
    else await client.append(graph, { bytes, type });
    isFirst = false;
  }
  await verify(graph, tally, loading);
}

async function putInPlace(staged: string, upload: LargeUpload, loading: LargeLoading): Promise<void> {
  const { client, copy, progress, context } = loading;
  const { current, body, tally } = upload;
  progress.show(context.say('push.loading', { graph: current, triples: tally.triples() }));
  if (copy) await copy(staged, current);
  else await client.put(current, { bytes: body, type });
  await verify(current, tally, loading);
}

/** @throws HostFailure where the store has not what was sent */
async function verify(graph: string, sent: FileGraph['tally'], loading: LargeLoading): Promise<void> {
  const { progress, context } = loading;
  if (loading.verify === 'none') return;
  progress.show(context.say('push.verifying', { graph }));
  const difference = await compareStored(graph, sent, loading);
  const examples = describe(difference, context);
  if (examples.length === 0) return;
  const found = difference.predicates.reduce((sum, one) => sum + one.found - one.expected, sent.triples());
  const counts = { expected: String(sent.triples()), found: String(found) };
  throw new HostFailure('storeDiffers', { graph, ...counts, examples: examples.join('\n') });
}

async function compareStored(
  graph: string,
  sent: FileGraph['tally'],
  { client, endpoint, verify: how, countIn, reading }: LargeLoading,
): Promise<Comparison.TallyDifference> {
  if (how === 'count' && countIn) {
    const found = await countIn(graph);
    return { predicates: reading.comparePredicates(sent.predicates, found), others: undefined };
  }
  let found = reading.createGraphTally(digest);
  const receive = async (pieces: AsyncIterable<Uint8Array>): Promise<void> => {
    found = reading.createGraphTally(digest);
    for await (const lines of readTriples(pieces, reading.readTripleLine))
      for (const line of lines) found.add(line);
  };
  try {
    await client.read(graph, receive);
  } catch (error) {
    if (!(error instanceof NoTriple)) throw error;
    const reason = { key: 'badTriples', values: { found: quoteAnswer(error.found, { keepsTags: true }) } };
    throw new HttpFailure({ key: 'store', values: { url: endpoint, graph } }, reason, false);
  }
  const difference = await reading.compareTallies(sent, found);
  return how === 'count' ? { ...difference, others: undefined } : difference;
}

function describe({ predicates, others }: Comparison.TallyDifference, { say }: CommandContext): string[] {
  const counted = predicates
    .slice(0, shownMax)
    .map(({ predicate, expected, found }) =>
      say('push.predicate', { predicate: quoteAnswer(predicate, { keepsTags: true }), expected, found }),
    );
  return others === undefined ? counted : [say(`push.others.${others}`)];
}
