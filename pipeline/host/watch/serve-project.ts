import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HostFailure } from '../host-failure.ts';
import { findServed, type Served } from './find-served.ts';
import { eventsPath, type PageState, reloadScript, scriptPath, withReload } from './reload-script.ts';

/** A server of what a watch has published. */
export interface PageServer {
  /** Where browsers find it. */
  url: string;
  /** Tells open pages what became of a build. */
  tell(state: Omit<PageState, 'version'>): void;
  close(): void;
}

export interface ServeOptions {
  /** 0: any that is free. */
  port: number;
  /** Writes the page at `/`. */
  listPages: (files: Served['files']) => string;
}

/** Whoever is on this machine, and nobody else. */
const loopback = '127.0.0.1';
const htmlType = 'text/html; charset=utf-8';

/**
 * Serves the outputs of a project to browsers on this machine, with a script in the pages that loads them anew after a build.
 * A request under another name than this machine's is refused: a foreign page whose name was made to lead here sends one.
 *
 * @throws HostFailure where the port is taken
 */
export async function serveProject(root: string, { port, listPages }: ServeOptions): Promise<PageServer> {
  const listeners = new Set<ServerResponse>();
  let state: Omit<PageState, 'version'> = { count: 0, message: '' };
  const send = (response: ServerResponse) => {
    const told: PageState = { version: findServed(root).version, ...state };
    response.write(`event: state\ndata: ${JSON.stringify(told)}\n\n`);
  };
  const server = createServer((request, response) => {
    const refusal = refuse(request, addressOf(server).port);
    if (refusal) return answer(response, refusal.status, { body: refusal.reason, headers: refusal.headers });
    const at = pathOf(request);
    if (at === undefined) return answer(response, 400, { body: 'The address cannot be read.' });
    if (at === eventsPath && request.method === 'GET') {
      response.writeHead(200, { ...always, 'Content-Type': 'text/event-stream' });
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      return send(response);
    }
    if (at === scriptPath)
      return answer(response, 200, { body: reloadScript, type: 'text/javascript; charset=utf-8' });
    const served = findServed(root);
    const file = at === '' ? { bytes: listPages(served.files), mediaType: htmlType } : served.find(at);
    if (!file) return answer(response, 404, { body: 'There is no such file in dist/.' });
    const isPage = file.mediaType.startsWith('text/html');
    const body = isPage ? withReload(String(file.bytes), served.version) : file.bytes;
    return answer(response, 200, { body, type: file.mediaType });
  });
  await listen(server, port);
  return {
    url: `http://${loopback}:${addressOf(server).port}/`,
    tell: (next) => {
      state = next;
      for (const response of listeners) send(response);
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Nothing is kept by browsers, taken for something else, or shown in pages of others. */
const always = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

interface Refusal {
  status: number;
  reason: string;
  headers: Record<string, string>;
}

function refuse({ headers: { host }, method }: IncomingMessage, port: number): Refusal | undefined {
  if (host !== `${loopback}:${port}` && host !== `localhost:${port}`)
    return { status: 421, reason: 'This server answers to this machine only, by its own name.', headers: {} };
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, reason: 'Only GET and HEAD.', headers: { Allow: 'GET, HEAD' } };
  return undefined;
}

/** Path in dist/, decoded; undefined where it is none. Never normalised: what goes up is no path in dist/. */
function pathOf({ url = '' }: IncomingMessage): string | undefined {
  try {
    return url.startsWith('/') ? decodeURIComponent(url.replace(/[?#].*$/s, '').slice(1)) : undefined;
  } catch {
    return undefined;
  }
}

/** To HEAD the same without a body, as Node sees to. */
function answer(
  response: ServerResponse,
  status: number,
  {
    body,
    type = 'text/plain; charset=utf-8',
    headers = {},
  }: { body: string | Buffer; type?: string; headers?: Record<string, string> },
): void {
  const length = { 'Content-Length': Buffer.byteLength(body) };
  response.writeHead(status, { ...always, 'Content-Type': type, ...length, ...headers }).end(body);
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen');
  return address;
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new HostFailure('port', { port: String(port), code: String(error.code) }, error)),
    );
    server.listen(port, loopback, resolve);
  });
}
