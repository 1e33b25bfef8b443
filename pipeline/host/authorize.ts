import { answerDigest, type Credentials } from './digest-auth.ts';
import { exchange, type HttpRequest } from './exchange.ts';
import { HttpFailure } from './http-failure.ts';
import { quoteAnswer } from './quote-answer.ts';

export type Authentication =
  | { kind: 'none' }
  | ({ kind: 'basic' | 'digest' } & Credentials)
  | { kind: 'bearer'; secret: string };

/**
 * The request with the header Authorization. With digest the server has to ask first; it is asked with a request without a
 * body, for a server that refuses a load may break the connection before it says so.
 *
 * @param timeout of each question, in milliseconds
 * @throws HttpFailure
 */
export async function authorize(
  request: HttpRequest,
  own: Authentication,
  timeout: number,
): Promise<HttpRequest> {
  switch (own.kind) {
    case 'none':
      return request;
    case 'bearer':
      return withAuthorization(request, `Bearer ${own.secret}`);
    case 'basic':
      return withAuthorization(
        request,
        `Basic ${Buffer.from(`${own.user}:${own.secret}`).toString('base64')}`,
      );
    case 'digest':
      return withDigest(request, own, timeout);
  }
}

function withAuthorization(request: HttpRequest, authorization: string): HttpRequest {
  return { ...request, headers: { ...request.headers, authorization } };
}

async function withDigest(request: HttpRequest, own: Credentials, timeout: number): Promise<HttpRequest> {
  const { words } = request;
  /** Answers a challenge for a method at the address that gave it; undefined where there is none. */
  const answerFor = async (method: HttpRequest['method']): Promise<HttpRequest | undefined> => {
    const { url, status, headers } = await exchange({ method: 'HEAD', url: request.url, words }, timeout);
    const challenge = status === 401 ? headers.get('www-authenticate') : null;
    if (!challenge) return undefined;
    const { pathname, search } = new URL(url);
    const answer = answerDigest(challenge, method, pathname + search, own);
    if (answer !== undefined) return withAuthorization({ ...request, url }, answer);
    throw new HttpFailure(words, { key: 'challenge', values: { found: quoteAnswer(challenge) } }, true);
  };
  const first = await answerFor('HEAD');
  if (first === undefined) return request;
  const { url, headers = {} } = first;
  const { authorization = '' } = headers;
  const looked = await exchange({ method: 'HEAD', url, headers: { authorization }, words }, timeout);
  if (looked.status === 401) {
    const refused = { key: 'storeRefused', values: words.values };
    throw new HttpFailure(refused, { key: 'plain', values: { found: '401' } }, false);
  }
  return (await answerFor(request.method)) ?? request;
}
