import { type Authentication, authorize } from './authorize.ts';
import { decodeAnswer } from './decode-answer.ts';
import type { HttpAnswer, HttpRequest } from './exchange.ts';
import { HttpFailure } from './http-failure.ts';
import { quoteAnswer } from './quote-answer.ts';
import { type Patience, sendRequest } from './send-request.ts';
import { statusFailure } from './status-failure.ts';

interface SparqlOptions {
  /** Address of the SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/), for queries and updates. */
  sparql: string;
  authentication: Authentication;
  patience: Patience;
}

/** What a push asks of a store beside the Graph Store Protocol. */
export interface SparqlClient {
  /** Numbers of triples of a graph by predicate, these in angle brackets. */
  count: (graph: string) => Promise<Map<string, number>>;
  /** Puts what a graph holds in the place of what another one holds. Done twice it is the same. */
  copy: (from: string, to: string) => Promise<void>;
}

/** https://www.w3.org/TR/sparql11-results-json/, as far as it is read here. */
interface CountResults {
  results: { bindings: { p: { value: string }; n: { value: string } }[] };
}

/** Makes a client. What it does throws HttpFailure; `sendRequest` says what is repeated. */
export function createSparqlClient({ sparql, authentication, patience }: SparqlOptions): SparqlClient {
  const send = async (graph: string, body: Record<string, string>, accept: string): Promise<HttpAnswer> => {
    const words = { key: 'store', values: { url: sparql, graph } };
    const request: HttpRequest = {
      method: 'POST',
      url: sparql,
      headers: { accept, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(body).toString(),
      words,
      // A store works for long on what is large.
      isSlow: true,
      prepare: (whole) => authorize(whole, authentication, patience.timeout),
    };
    const answer = await sendRequest(request, patience);
    if (answer.status < 200 || answer.status >= 300) throw statusFailure(answer, words);
    return answer;
  };
  return {
    count: async (graph) => {
      const query = `SELECT ?p (COUNT(*) AS ?n) WHERE { GRAPH <${graph}> { ?s ?p ?o } } GROUP BY ?p`;
      const answer = await send(graph, { query }, 'application/sparql-results+json');
      const text = decodeAnswer(answer) ?? '';
      try {
        const { results } = JSON.parse(text) as CountResults;
        return new Map(results.bindings.map(({ p, n }) => [`<${p.value}>`, Number(n.value)]));
      } catch {
        const values = { type: answer.headers.get('content-type') ?? '', found: quoteAnswer(text) };
        throw new HttpFailure(
          { key: 'store', values: { url: sparql, graph } },
          { key: 'noJson', values },
          false,
        );
      }
    },
    copy: async (from, to) => {
      await send(to, { update: `COPY GRAPH <${from}> TO <${to}>` }, '*/*');
    },
  };
}
