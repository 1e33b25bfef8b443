import { randomBytes } from 'node:crypto';
import type { HttpAnswer, HttpRequest } from '../exchange.ts';
import { hurry } from '../hurry.ts';
import { patience, sendRequest } from '../send-request.ts';
import { sha256 } from '../sha256.ts';
import { statusFailure } from '../status-failure.ts';
import { UsageError } from '../usage-error.ts';
import { readSealed, seal } from './sealed-record.ts';
import { type S3Credentials, signRequest } from './sign-request.ts';
import type { TextStore } from './text-store.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Most bytes of a blob that is read. */
const largest = 2 ** 30;

/** What a request has besides method and address. */
interface RequestPart {
  body?: string | Buffer;
  headers?: Record<string, string>;
}

/**
 * A store in a bucket of an S3-compatible service. Who asks, where and in which region the variables say that all programs for such
 * services read: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION, AWS_ENDPOINT_URL_S3.
 *
 * @throws UsageError where one that it needs is missing; its functions HttpFailure
 */
export function openS3Store(address: string, env: Environment): TextStore {
  const base = baseOf(address, env);
  const credentials = readCredentials(env);
  const words = { key: 'builtStore', values: { address } };
  const ask = (method: HttpRequest['method'], at: string, given: RequestPart = {}) =>
    sendRequest(
      {
        ...given,
        method,
        url: `${base}/${at}`,
        words,
        largest,
        prepare: async (request) => signRequest(request, given.body ?? '', credentials, Date.now()),
      },
      hurry(patience, env),
    );
  const read = async (at: string): Promise<Buffer | undefined> => {
    const answer = await ask('GET', at);
    if (answer.status === 404) return undefined;
    return expectDone(answer).bytes;
  };
  /** Where something is there already it stays; a service that cannot tell writes the same again. */
  const putIfAbsent = async (at: string, body: string | Buffer): Promise<void> => {
    const answer = await ask('PUT', at, { body, headers: { 'if-none-match': '*' } });
    if (answer.status === 412 || answer.status === 409) return;
    expectDone(answer.status === 501 ? await ask('PUT', at, { body }) : answer);
  };
  const expectDone = (answer: HttpAnswer): HttpAnswer => {
    if (answer.status < 200 || answer.status >= 300) throw statusFailure(answer, words);
    return answer;
  };
  return {
    address,
    identify: async () => {
      const known = await read('store.json');
      if (known) return sha256(known);
      await putIfAbsent(
        'store.json',
        `${JSON.stringify({ version: 1, store: randomBytes(16).toString('hex') })}\n`,
      );
      return sha256((await read('store.json')) ?? '');
    },
    has: async (digest, bytes) => {
      const answer = await ask('HEAD', `blobs/${digest}`);
      return answer.status !== 404 && Number(expectDone(answer).headers.get('content-length')) === bytes;
    },
    get: async (digest) => {
      const bytes = await read(`blobs/${digest}`);
      if (bytes === undefined || sha256(bytes) === digest) return bytes;
      // What is damaged would never be put again.
      await ask('DELETE', `blobs/${digest}`);
      return undefined;
    },
    put: async (bytes) => {
      const digest = sha256(bytes);
      await putIfAbsent(`blobs/${digest}`, bytes);
      return digest;
    },
    readRecord: async (key) => readSealed(await read(`records/${key}.json`)),
    writeRecord: async (key, value) => {
      expectDone(await ask('PUT', `records/${key}.json`, { body: seal(value) }));
    },
  };
}

/** Where the store's files are: the bucket in the path, as every service understands it. @throws UsageError */
function baseOf(address: string, env: Environment): string {
  const { hostname: bucket, pathname, search, hash, username } = new URL(address);
  const folder = pathname.replace(/^\/|\/$/g, '');
  if (!/^[a-z0-9][a-z0-9.-]+$/.test(bucket) || !/^[\w./-]*$/.test(folder) || search + hash + username !== '')
    throw new UsageError('noStore', { found: address.replace(/^.*@/, '…@') });
  const endpoint =
    env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL || `https://s3.${regionOf(env)}.amazonaws.com`;
  return [endpoint.replace(/\/$/, ''), bucket, ...(folder === '' ? [] : [folder])].join('/');
}

/** @throws UsageError */
function readCredentials(env: Environment): S3Credentials {
  const need = (variable: string): string => {
    const value = env[variable];
    if (!value) throw new UsageError('missingSecret', { variable });
    return value;
  };
  return {
    id: need('AWS_ACCESS_KEY_ID'),
    secret: need('AWS_SECRET_ACCESS_KEY'),
    token: env.AWS_SESSION_TOKEN || undefined,
    region: regionOf(env),
  };
}

function regionOf(env: Environment): string {
  return env.AWS_REGION || env.AWS_DEFAULT_REGION || 'us-east-1';
}
