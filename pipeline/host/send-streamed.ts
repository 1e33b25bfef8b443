import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What is sent without being held in memory; it is opened for each attempt. */
export interface StreamedBody {
  /** Bytes of all of it. */
  size: number;
  open: () => AsyncIterable<Uint8Array>;
}

interface StreamedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | Uint8Array | StreamedBody | undefined;
}

/** Statuses whose answers have no body (https://fetch.spec.whatwg.org/#null-body-status). */
const bodiless: readonly number[] = [204, 205, 304];

/**
 * As `fetch`, for what is large: the length is told before, as stores want it that take no chunks, and a server may take as long
 * as `signal` says, where fetch gives up after five minutes.
 */
export function sendStreamed(
  { method, url, headers, body }: StreamedRequest,
  signal: AbortSignal,
): Promise<Response> {
  const broken = (cause: unknown) =>
    signal.aborted ? signal.reason : new TypeError('The connection failed', { cause });
  return new Promise((resolve, reject) => {
    const ask = url.startsWith('https:') ? requestHttps : requestHttp;
    const isStream = typeof body === 'object' && 'open' in body;
    const length = body && { 'content-length': String(isStream ? body.size : Buffer.byteLength(body)) };
    const request = ask(url, { method, headers: { ...headers, ...length }, signal });
    request.on('error', (error) => reject(broken(error)));
    request.on('response', (answer) => {
      async function* pieces(): AsyncGenerator<Uint8Array> {
        try {
          for await (const piece of answer) yield piece;
        } catch (error) {
          throw broken(error);
        }
      }
      const { statusCode = 0, statusMessage = '' } = answer;
      const told = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
      const init = { status: statusCode, statusText: statusMessage, headers: told as [string, string][] };
      const content = bodiless.includes(statusCode) ? null : Readable.toWeb(Readable.from(pieces()));
      resolve(new Response(content as ReadableStream | null, init));
    });
    // A server that refuses may break the connection before all is sent; what it said counts.
    if (isStream) pipeline(body.open(), request).catch((error) => reject(broken(error)));
    else request.end(body);
  });
}
