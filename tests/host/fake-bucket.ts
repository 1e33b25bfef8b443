import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsV4Signer } from 'aws4fetch';
import { onTestFinished } from 'vitest';

const host = '127.0.0.1';

export interface FakeBucket {
  /** What a client reads in its environment. */
  env: Record<string, string>;
  /** By path, "/bucket/…". */
  objects: Map<string, Buffer>;
  /** Method and path of each request. */
  asked: string[];
}

/** A service that is compatible with S3 as far as the store asks, and refuses whoever signs otherwise than a library that is not ours. */
export async function fakeBucket(): Promise<FakeBucket> {
  const objects = new Map<string, Buffer>();
  const asked: string[] = [];
  const keys = { accessKeyId: 'example-id', secretAccessKey: 'example-secret' };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const { method = '', url = '', headers } = request;
      const body = Buffer.concat(chunks);
      const own = { 'x-amz-content-sha256': String(headers['x-amz-content-sha256']) };
      const signer = new AwsV4Signer({
        ...keys,
        method,
        url: `http://${headers.host}${url}`,
        headers: own,
        region: 'eu-west-1',
        service: 's3',
        datetime: String(headers['x-amz-date']),
      });
      asked.push(`${method} ${url}`);
      const { headers: signed } = await signer.sign();
      const found = objects.get(url);
      const answer = (status: number, told: Record<string, string | number> = {}, bytes?: Buffer) =>
        response.writeHead(status, told).end(bytes);
      if (signed.get('authorization') !== headers.authorization) return answer(403);
      if (method === 'PUT') {
        if (found && headers['if-none-match'] === '*') return answer(412);
        objects.set(url, body);
        return answer(200);
      }
      if (method === 'DELETE') return answer(objects.delete(url) ? 204 : 404);
      if (!found) return answer(404);
      return answer(200, { 'content-length': found.length }, method === 'HEAD' ? undefined : found);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const env = {
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    AWS_REGION: 'eu-west-1',
    AWS_ENDPOINT_URL_S3: `http://${host}:${port}`,
    TINKUY_WAIT: '1',
  };
  return { env, objects, asked };
}
