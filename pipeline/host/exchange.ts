import { Readable } from 'node:stream';
import { type FailureWords, HttpFailure } from './http-failure.ts';
import { readVersion } from './package-root.ts';
import { quoteAnswer } from './quote-answer.ts';
import { reasonOf } from './reason-of.ts';
import { type StreamedBody, sendStreamed } from './send-streamed.ts';
import { UsageError } from './usage-error.ts';

export interface HttpRequest {
  /** A POST of Tinkuy asks something (candidates, a translation): it changes nothing, and may be repeated as a GET may. */
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array | StreamedBody;
  /** Whether a server may work on it for longer than five minutes. */
  isSlow?: boolean;
  /** Reads an answer with a status of success piece by piece; `bytes` is empty then. Called anew for each attempt. */
  receive?: (pieces: AsyncIterable<Uint8Array>) => Promise<void>;
  /** How a failure is worded. */
  words: FailureWords;
  /** Most bytes of an answer; more is a failure. */
  largest?: number;
  /** Makes the request ready each time before it is sent: an answer to a challenge is good once, and for one address. */
  prepare?: (request: HttpRequest) => Promise<HttpRequest>;
}

/** What came back, whatever its status. */
export interface HttpAnswer {
  /** Where it came from: a server may send on to another address of its own. */
  url: string;
  status: number;
  statusText: string;
  headers: Headers;
  bytes: Buffer;
}

/** Bytes of an answer: hundreds of times what twenty questions or ten translations take. */
const largestAnswer = 16 * 2 ** 20;
/** Steps from address to address within one host. */
const redirectsMax = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Sends one request and reads the answer to its end, within a time and a size. A redirect is followed within the host that
 * was asked, same scheme and port, with the same method and body (303 asks with GET), so that neither credentials nor
 * data come to a host that nobody named.
 *
 * @param timeout in milliseconds, for all of it
 * @throws HttpFailure; UsageError where a header has what HTTP cannot carry
 */
export async function exchange(request: HttpRequest, timeout: number): Promise<HttpAnswer> {
  const { words, largest = largestAnswer, prepare } = request;
  const signal = AbortSignal.timeout(timeout);
  let next = request;
  try {
    for (let step = 0; step <= redirectsMax; step += 1) {
      const ready = prepare ? await prepare(next) : next;
      const url = new URL(ready.url);
      const response = await send(ready, signal);
      const target = targetOf(response, url);
      if (target === undefined) {
        const { status, statusText, headers } = response;
        const isReceived = ready.receive !== undefined && response.ok;
        if (isReceived) await ready.receive?.(response.body ?? Readable.from([]));
        const bytes = isReceived ? Buffer.alloc(0) : await readBody(response, largest, words);
        return { url: url.href, status, statusText, headers, bytes };
      }
      await response.body?.cancel();
      if (target.origin !== url.origin) {
        const values = { from: quoteAnswer(url.href), to: quoteAnswer(target.href) };
        throw new HttpFailure(words, { key: 'elsewhere', values }, true);
      }
      next = { ...(response.status === 303 ? asLook(next) : next), url: target.href };
    }
    throw new HttpFailure(words, { key: 'circle', values: { to: quoteAnswer(next.url) } }, true);
  } catch (error) {
    throw isBroken(error) ? brokenBy(error, words, timeout) : error;
  }
}

function send(
  { method, url, headers = {}, body, receive, isSlow = false }: HttpRequest,
  signal: AbortSignal,
): Promise<Response> {
  for (const [name, value] of Object.entries(headers)) {
    // https://www.rfc-editor.org/rfc/rfc9110#name-field-values; white space around it is taken off.
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value.trim())) throw new UsageError('invalidHeader', { name });
  }
  const agent = `tinkuy/${readVersion()} (+https://w3id.org/tinkuy/)`;
  const whole = { 'user-agent': agent, ...headers };
  if (isStreamed(body) || receive !== undefined || isSlow)
    return sendStreamed({ method, url, headers: whole, body }, signal);
  return fetch(url, {
    method,
    headers: whole,
    ...(body === undefined || isStreamed(body) ? {} : { body }),
    redirect: 'manual',
    signal,
  });
}

function isStreamed(body: HttpRequest['body']): body is StreamedBody {
  return typeof body === 'object' && 'open' in body;
}

/** The request that 303 asks for: only to look, without a body. */
function asLook({ body: _, method, ...rest }: HttpRequest): HttpRequest {
  return { ...rest, method: method === 'HEAD' ? 'HEAD' : 'GET' };
}

/** Where a redirect leads, without user and secret; undefined where there is none. */
function targetOf(response: Response, from: URL): URL | undefined {
  const location = response.headers.get('location');
  if (!redirects.has(response.status) || location === null || !URL.canParse(location, from.href))
    return undefined;
  const target = new URL(location, from);
  target.username = '';
  target.password = '';
  return target;
}

async function readBody(response: Response, largest: number, words: FailureWords): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largest) {
      const limit = String(Math.round(largest / 2 ** 20));
      throw new HttpFailure(words, { key: 'tooLarge', values: { limit } }, false);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Whether fetch says that a connection failed: with a cause, which a mistake of ours does not have. */
function isBroken(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return error.name === 'TimeoutError' || (error instanceof TypeError && error.cause !== undefined);
}

function brokenBy(error: Error, words: FailureWords, timeout: number): HttpFailure {
  const reason =
    error.name === 'TimeoutError'
      ? { key: 'timeout', values: { seconds: String(timeout / 1000) } }
      : { key: 'noConnection', values: { reason: quoteAnswer(reasonOf(error)) } };
  return new HttpFailure(words, reason, true, error);
}
