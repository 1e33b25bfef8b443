import pRetry, { AbortError } from 'p-retry';
import { answerDigest, type Credentials } from './digest-auth.ts';
import { HostFailure } from './host-failure.ts';
import { reasonOf } from './reason-of.ts';
import type { Patience } from './send-request.ts';

export type Authentication =
  | { kind: 'none' }
  | ({ kind: 'basic' | 'digest' } & Credentials)
  | { kind: 'bearer'; secret: string };

export interface StoreOptions {
  /** Address of the Graph Store Protocol. */
  endpoint: string;
  /** Name of the parameter that has the address of the graph. */
  parameter: string;
  authentication: Authentication;
  patience: Patience;
}

/** A store that speaks the SPARQL 1.1 Graph Store HTTP Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/). */
export interface StoreClient {
  /** Puts a graph in the place of the one with its address. */
  put: (graph: string, turtle: string) => Promise<void>;
  /** Undefined where the store has no such graph. */
  get: (graph: string) => Promise<string | undefined>;
  remove: (graph: string) => Promise<void>;
}

/** What a store answered, in full. */
interface Answer {
  status: number;
  ok: boolean;
  text: string;
}

/** What may go better next time. */
const passing = new Set([408, 425, 429, 502, 503, 504]);

/**
 * Makes a client. Every request is repeated with growing pauses where that may help, and ended when it takes too long.
 * @throws HostFailure "store" with address, graph and answer; "storeRefused" for 401 and 403. Never says a secret.
 */
export function createStoreClient(options: StoreOptions): StoreClient {
  const { endpoint, parameter, patience } = options;
  const addressOf = (graph: string): URL => {
    const url = new URL(endpoint);
    url.searchParams.set(parameter, graph);
    return url;
  };

  const send = async (method: string, graph: string, body?: string): Promise<Answer> => {
    const url = addressOf(graph);
    const request = async (authorization: string | undefined): Promise<Answer> => {
      const headers = {
        ...(body === undefined ? {} : { 'content-type': 'text/turtle; charset=utf-8' }),
        ...(method === 'GET' ? { accept: 'application/n-triples, text/turtle;q=0.9' } : {}),
        ...(authorization === undefined ? {} : { authorization }),
      };
      const signal = AbortSignal.timeout(patience.timeout);
      const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }), signal });
      return { status: response.status, ok: response.ok, text: await response.text() };
    };
    const attempt = async () => {
      const response = await authorized(request, url, method);
      if (!passing.has(response.status)) return response;
      throw new Error(`${response.status} ${shorten(response.text)}`.trim());
    };
    try {
      const { retries, firstWait } = patience;
      return await pRetry(attempt, { retries, minTimeout: firstWait, factor: 2, shouldRetry: () => true });
    } catch (error) {
      if (error instanceof HostFailure) throw error;
      throw new HostFailure('store', { url: endpoint, graph, answer: reasonOf(error) }, error);
    }
  };

  /** With digest the store has to ask first: with a request without a body, for the answer has to come in full. */
  const authorized = async (
    request: (authorization: string | undefined) => Promise<Answer>,
    url: URL,
    method: string,
  ): Promise<Answer> => {
    const { authentication: own } = options;
    switch (own.kind) {
      case 'none':
        return request(undefined);
      case 'bearer':
        return request(`Bearer ${own.secret}`);
      case 'basic':
        return request(`Basic ${Buffer.from(`${own.user}:${own.secret}`).toString('base64')}`);
      case 'digest': {
        const look = (authorization?: string) => {
          const headers = authorization === undefined ? {} : { authorization };
          return fetch(url, { method: 'HEAD', headers, signal: AbortSignal.timeout(patience.timeout) });
        };
        const answerFor = async (verb: string): Promise<string | undefined> => {
          const asked = await look();
          const challenge = asked.status === 401 ? asked.headers.get('www-authenticate') : undefined;
          if (!challenge) return undefined;
          const answer = answerDigest(challenge, verb, url.pathname + url.search, own);
          if (answer === undefined) throw new AbortError(shorten(challenge));
          return answer;
        };
        // A store that refuses a load may break the connection before it says so: it is asked without a body first.
        const first = await answerFor('HEAD');
        if (first === undefined) return request(undefined);
        if ((await look(first)).status === 401) {
          const graph = url.searchParams.get(parameter) ?? '';
          throw new AbortError(new HostFailure('storeRefused', { url: endpoint, graph, answer: '401' }));
        }
        return request(await answerFor(method));
      }
    }
  };

  const refuse = (graph: string, { status, text }: Answer): never => {
    const key = status === 401 || status === 403 ? 'storeRefused' : 'store';
    throw new HostFailure(key, { url: endpoint, graph, answer: `${status} ${shorten(text)}`.trim() });
  };

  return {
    put: async (graph, turtle) => {
      const response = await send('PUT', graph, turtle);
      if (!response.ok) refuse(graph, response);
    },
    get: async (graph) => {
      const response = await send('GET', graph);
      if (response.status === 404) return undefined;
      return response.ok ? response.text : refuse(graph, response);
    },
    remove: async (graph) => {
      const response = await send('DELETE', graph);
      if (!response.ok && response.status !== 404) refuse(graph, response);
    },
  };
}

/** One line of an answer, without the tags of a page of errors. */
function shorten(text: string): string {
  const line = text
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
