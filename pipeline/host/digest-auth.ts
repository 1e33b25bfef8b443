import { createHash, randomBytes } from 'node:crypto';

/** User and secret of a store. */
export interface Credentials {
  user: string;
  secret: string;
}

const algorithms: Record<string, string> = { MD5: 'md5', 'SHA-256': 'sha256' };

/**
 * The Authorization header that answers a challenge of HTTP Digest (https://www.rfc-editor.org/rfc/rfc7616), with MD5 or
 * SHA-256, with and without -sess, and quality of protection "auth" or none. Undefined where the challenge is another.
 *
 * @param challenge value of WWW-Authenticate
 * @param uri path and query of the request
 */
export function answerDigest(
  challenge: string,
  method: string,
  uri: string,
  { user, secret }: Credentials,
  cnonce = randomBytes(16).toString('hex'),
): string | undefined {
  const parameters = readChallenge(challenge);
  const { realm = '', nonce, opaque, algorithm = 'MD5' } = parameters ?? {};
  const name = algorithms[algorithm.replace(/-sess$/i, '').toUpperCase()];
  if (nonce === undefined || name === undefined) return undefined;
  const hash = (text: string) => createHash(name).update(text).digest('hex');
  const qop = parameters?.qop?.split(',').some((each) => each.trim() === 'auth') ? 'auth' : undefined;
  const count = '00000001';
  const own = hash(`${user}:${realm}:${secret}`);
  const first = /-sess$/i.test(algorithm) ? hash(`${own}:${nonce}:${cnonce}`) : own;
  const second = hash(`${method}:${uri}`);
  const response = hash(
    qop ? `${first}:${nonce}:${count}:${cnonce}:${qop}:${second}` : `${first}:${nonce}:${second}`,
  );
  const quoted = Object.entries({
    username: user,
    realm,
    nonce,
    uri,
    response,
    ...(opaque === undefined ? {} : { opaque }),
  });
  return [
    `Digest ${quoted.map(([key, value]) => `${key}="${value.replace(/[\\"]/g, '\\$&')}"`).join(', ')}`,
    `algorithm=${algorithm}`,
    ...(qop ? [`qop=${qop}`, `nc=${count}`, `cnonce="${cnonce}"`] : []),
  ].join(', ');
}

/** Parameters of the first Digest challenge in a header. */
function readChallenge(header: string): Record<string, string> | undefined {
  const [, text] = /(?:^|,\s*)Digest\s+(.*)$/is.exec(header) ?? [];
  if (text === undefined) return undefined;
  const pairs = text.matchAll(/([a-z-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/gi);
  return Object.fromEntries(
    [...pairs].map(([, key = '', quoted, plain = '']) => [
      key.toLowerCase(),
      quoted?.replace(/\\(.)/g, '$1') ?? plain,
    ]),
  );
}
