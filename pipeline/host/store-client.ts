import { type Authentication, authorize } from './authorize.ts';
import { decodeAnswer, encodingOf, mediaTypeOf } from './decode-answer.ts';
import type { HttpAnswer, HttpRequest } from './exchange.ts';
import { type FailureWords, HttpFailure } from './http-failure.ts';
import { type Patience, sendRequest } from './send-request.ts';
import type { StreamedBody } from './send-streamed.ts';
import { statusFailure } from './status-failure.ts';

export interface StoreOptions {
  /** Address of the Graph Store Protocol. */
  endpoint: string;
  /** Name of the parameter that has the address of the graph. */
  parameter: string;
  authentication: Authentication;
  patience: Patience;
}

/** A graph as a store gave it. */
export interface StoredGraph {
  text: string;
  mediaType: string;
  /** What the text was sent as, to be put back as it was. */
  content: GraphContent;
}

export interface GraphContent {
  bytes: string | Uint8Array | StreamedBody;
  /** Value of Content-Type. */
  type: string;
}

/** A store that speaks the SPARQL 1.1 Graph Store HTTP Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/). */
export interface StoreClient {
  /** Puts a graph in the place of the one with its address. */
  put: (graph: string, content: GraphContent) => Promise<void>;
  /** Adds triples to a graph. Their blank nodes are others than those that are there. */
  append: (graph: string, content: GraphContent) => Promise<void>;
  /** Undefined where the store has no such graph. */
  get: (graph: string) => Promise<StoredGraph | undefined>;
  /** As `get`, piece by piece; false where the store has no such graph. */
  read: (graph: string, receive: NonNullable<HttpRequest['receive']>) => Promise<boolean>;
  remove: (graph: string) => Promise<void>;
}

/** Most bytes of a graph that comes back, below what a string can hold: a build holds its publication in memory, too. */
const largestGraph = 256 * 2 ** 20;
const accept = 'application/n-triples, text/turtle;q=0.9';

/**
 * Makes a client; `sendRequest` says what is repeated.
 * @throws HttpFailure "store" with address, graph and answer; "storeRefused" for 401 and 403. Never says a secret.
 */
export function createStoreClient(options: StoreOptions): StoreClient {
  const { endpoint, parameter, authentication, patience } = options;
  const wordsFor = (graph: string): FailureWords => ({ key: 'store', values: { url: endpoint, graph } });
  const send = (
    graph: string,
    request: Pick<HttpRequest, 'method' | 'headers' | 'body' | 'receive'>,
  ): Promise<HttpAnswer> => {
    const url = new URL(endpoint);
    url.searchParams.set(parameter, graph);
    const prepare = (whole: HttpRequest) => authorize(whole, authentication, patience.timeout);
    const words = wordsFor(graph);
    return sendRequest({ ...request, url: url.href, words, largest: largestGraph, prepare }, patience);
  };
  return {
    put: async (graph, { bytes, type }) => {
      const answer = await send(graph, { method: 'PUT', body: bytes, headers: { 'content-type': type } });
      if (!isFine(answer)) throw refusal(answer, wordsFor(graph));
    },
    append: async (graph, { bytes, type }) => {
      const answer = await send(graph, { method: 'POST', body: bytes, headers: { 'content-type': type } });
      if (!isFine(answer)) throw refusal(answer, wordsFor(graph));
    },
    get: async (graph) => {
      const answer = await send(graph, { method: 'GET', headers: { accept } });
      if (answer.status === 404) return undefined;
      if (!isFine(answer)) throw refusal(answer, wordsFor(graph));
      return readStored(answer, wordsFor(graph));
    },
    read: async (graph, receive) => {
      const headers = { accept: 'application/n-triples' };
      const answer = await send(graph, { method: 'GET', headers, receive });
      if (answer.status === 404) return false;
      if (!isFine(answer)) throw refusal(answer, wordsFor(graph));
      return true;
    },
    remove: async (graph) => {
      const answer = await send(graph, { method: 'DELETE' });
      if (!isFine(answer) && answer.status !== 404) throw refusal(answer, wordsFor(graph));
    },
  };
}

function isFine({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300;
}

/** A store may refuse one graph and take another. */
function refusal(answer: HttpAnswer, words: FailureWords): HttpFailure {
  const failure = statusFailure(answer, words);
  if (failure.reason.key !== 'refused') return failure;
  const { found = '' } = failure.reason.values;
  return new HttpFailure({ ...words, key: 'storeRefused' }, { key: 'plain', values: { found } }, false);
}

function readStored(answer: HttpAnswer, words: FailureWords): StoredGraph {
  const text = decodeAnswer(answer);
  if (text === undefined) {
    throw new HttpFailure(words, { key: 'encoding', values: { encoding: encodingOf(answer) } }, false);
  }
  const type = answer.headers.get('content-type') ?? 'text/turtle';
  return { text, mediaType: mediaTypeOf(answer), content: { bytes: answer.bytes, type } };
}
