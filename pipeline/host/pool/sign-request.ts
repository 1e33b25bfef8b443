import { createHash, createHmac } from 'node:crypto';
import type { HttpRequest } from '../exchange.ts';

/** Who asks an S3-compatible service. */
export interface S3Credentials {
  id: string;
  secret: string;
  /** Of credentials that last for a while only. */
  token: string | undefined;
  region: string;
}

/**
 * A request with AWS Signature Version 4, good for some minutes: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html.
 * Its body is at hand; its address has no query, and a path in which all but unreserved characters are encoded.
 *
 * @param now in milliseconds since 1970
 */
export function signRequest(
  request: HttpRequest,
  body: string | Uint8Array,
  { id, secret, token, region }: S3Credentials,
  now: number,
): HttpRequest {
  const { host, pathname } = new URL(request.url);
  const time = new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = time.slice(0, 8);
  const bodySha256 = createHash('sha256').update(body).digest('hex');
  const signed: Record<string, string> = {
    host,
    'x-amz-content-sha256': bodySha256,
    'x-amz-date': time,
    ...(token === undefined ? {} : { 'x-amz-security-token': token }),
  };
  const names = Object.keys(signed).sort();
  const lines = names.map((name) => `${name}:${signed[name]}\n`).join('');
  const canonical = [request.method, pathname, '', lines, names.join(';'), bodySha256].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const digest = createHash('sha256').update(canonical).digest('hex');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const signature = hmac(key, ['AWS4-HMAC-SHA256', time, scope, digest].join('\n')).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${id}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  const { host: _, ...sent } = signed;
  return { ...request, headers: { ...request.headers, ...sent, authorization } };
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
