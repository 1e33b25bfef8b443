import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a store does with a request besides what it should; undefined where it should do just that. */
export type Mischief = (
  request: { method: string; graph: string; index: number },
  response: ServerResponse,
  url: string,
) => boolean | undefined;

export interface FakeStore {
  endpoint: string;
  /** Where it counts and copies. */
  sparql: string;
  graphs: Map<string, string>;
  /** What each graph was put as, before anything was added. */
  first: Map<string, string>;
  /** Method and graph of each request. */
  asked: string[];
  /** Media type of each load. */
  types: (string | undefined)[];
}

const host = '127.0.0.1';

/** A store on this machine that speaks the Graph Store Protocol, with whatever mischief a test wants. */
export async function fakeStore(
  mischief: Mischief = () => undefined,
  allows: (request: IncomingMessage) => boolean | string = () => true,
  change: (turtle: string) => string = (turtle) => turtle,
  parameter = 'graph',
): Promise<FakeStore> {
  const graphs = new Map<string, string>();
  const first = new Map<string, string>();
  const asked: string[] = [];
  const types: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const graph = new URL(request.url ?? '', 'http://store').searchParams.get(parameter) ?? '';
    const method = request.method ?? '';
    const permission = allows(request);
    if (permission !== true) {
      response.writeHead(401, permission === false ? {} : { 'www-authenticate': permission });
      response.end('<html><head><title>x</title></head><body><h1>Who are you?</h1></body></html>');
      return;
    }
    if (request.url === '/sparql') {
      answerSparql(request, response, { graphs, asked });
      return;
    }
    asked.push(`${method} ${graph}`);
    const chunks: Buffer[] = [];
    const isMischief =
      mischief({ method, graph, index: asked.length - 1 }, response, request.url ?? '') === true;
    if (isMischief) return;
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (method === 'PUT') {
        types.push(request.headers['content-type']);
        graphs.set(graph, change(Buffer.concat(chunks).toString('utf8')));
        first.set(graph, graphs.get(graph) ?? '');
        response.writeHead(204).end();
      } else if (method === 'POST') {
        graphs.set(graph, (graphs.get(graph) ?? '') + change(Buffer.concat(chunks).toString('utf8')));
        response.writeHead(204).end();
      } else if (method === 'DELETE') response.writeHead(graphs.delete(graph) ? 204 : 404).end();
      else if (graphs.has(graph))
        response.writeHead(200, { 'content-type': 'text/turtle' }).end(graphs.get(graph));
      else response.writeHead(404).end('no such graph');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const sparql = `http://${host}:${port}/sparql`;
  return { endpoint: `http://${host}:${port}/rdf-graphs`, sparql, graphs, first, asked, types };
}

/** Answers the two things that a push asks. */
function answerSparql(
  request: IncomingMessage,
  response: ServerResponse,
  { graphs, asked }: Pick<FakeStore, 'graphs' | 'asked'>,
): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const given = new URLSearchParams(Buffer.concat(chunks).toString());
    const [, from = '', to = ''] = /^COPY GRAPH <(.*)> TO <(.*)>$/.exec(given.get('update') ?? '') ?? [];
    if (to) {
      asked.push(`COPY ${from} ${to}`);
      graphs.set(to, graphs.get(from) ?? '');
      response.writeHead(200).end('done');
      return;
    }
    const graph = /GRAPH <(.*?)>/.exec(given.get('query') ?? '')?.[1] ?? '';
    asked.push(`COUNT ${graph}`);
    const counts = new Map<string, number>();
    for (const [, predicate = ''] of (graphs.get(graph) ?? '').matchAll(/^\S+\s+<(.*?)>/gm))
      counts.set(predicate, (counts.get(predicate) ?? 0) + 1);
    const bindings = [...counts].map(([p, n]) => ({ p: { value: p }, n: { value: String(n) } }));
    response.writeHead(200, { 'content-type': 'application/sparql-results+json' });
    response.end(JSON.stringify({ results: { bindings } }));
  });
}

/** Allows requests that answer an MD5 challenge with this user and secret. */
export function allowDigest(user: string, secret: string): (request: IncomingMessage) => boolean | string {
  const hash = (text: string) => createHash('md5').update(text).digest('hex');
  return (request) => {
    const given = Object.fromEntries(
      [...(request.headers.authorization ?? '').matchAll(/(\w+)="?([^",]+)"?/g)].map(
        ([, key = '', value = '']) => [key, value],
      ),
    );
    const own = hash(`${user}:store:${secret}`);
    const second = hash(`${request.method}:${request.url}`);
    const wanted = hash(`${own}:abc:${given.nc}:${given.cnonce}:auth:${second}`);
    return given.response === wanted || 'Digest realm="store", nonce="abc", qop="auth", algorithm=MD5';
  };
}
