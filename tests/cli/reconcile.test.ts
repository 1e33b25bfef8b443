import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { copyFixture } from './copy-fixture.ts';
import { readTree } from './read-tree.ts';
import { runWith } from './run-in-process.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
copyFixture('rule-base', folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const host = '127.0.0.1';
const manifest = {
  versions: ['0.2'],
  name: 'Test',
  identifierSpace: 'http://www.wikidata.org/entity/',
  schemaSpace: 'http://www.wikidata.org/prop/',
};

type Queries = Record<string, { query: string; limit: number }>;

/** A service on this machine; `answer` has the status and the text for the questions of one request. */
async function service(
  answer: (queries: Queries, index: number) => [number, string] | 'hang',
  own: string = JSON.stringify(manifest),
) {
  const asked: { queries: Queries; language: string | undefined }[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on('end', () => {
      if (request.method === 'GET') {
        response.end(own);
        return;
      }
      const queries = JSON.parse(new URLSearchParams(text).get('queries') ?? '{}') as Queries;
      asked.push({ queries, language: request.headers['accept-language'] });
      const said = answer(queries, asked.length - 1);
      if (said === 'hang') return;
      response.writeHead(said[0]).end(said[1]);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://${host}:${(server.address() as AddressInfo).port}/reconcile`, asked };
}

const known: Record<string, [id: string, score: number, match: boolean][]> = {
  Peru: [
    ['Q5573', 40, false],
    ['Q419', 99.5, true],
  ],
  Ecuador: [['Q736', 98, true]],
};
const answerAll = (queries: Queries): [number, string] => [
  200,
  JSON.stringify(
    Object.fromEntries(
      Object.entries(queries).map(([key, { query }]) => [
        key,
        {
          result: (known[query] ?? []).map(([id, score, match]) => ({
            id,
            name: query,
            score,
            match,
            type: [],
          })),
        },
      ]),
    ),
  ),
];
const run = (url: string, ...options: string[]) =>
  runWith({ TINKUY_WAIT: '1' }, folder, 'reconcile', '--service', url, ...options);

test('offers candidates for entities that have none, the best first, and writes nothing', async () => {
  const { url, asked } = await service(answerAll);
  const before = readTree(folder);
  const { code, out, err } = await run(url);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('country:peru  Peru\n  = http://www.wikidata.org/entity/Q419  Peru  99.5\n');
  expect(out.indexOf('Q419')).toBeLessThan(out.indexOf('Q5573'));
  expect(out).toMatch(/3 candidates for \d+ entities\.\n$/);
  expect(readTree(folder)).toEqual(before);
  expect(Object.values(asked[0]?.queries ?? {}).map(({ query }) => query)).toContain('Ecuador');
});

test('asks in another language, for some types, and not for what has an address there', async () => {
  const { url, asked } = await service(answerAll);
  const records = path.join(folder, 'source/demo/entities/base.yaml');
  const text = readFileSync(records, 'utf8');
  writeFileSync(
    records,
    text.replace(/^(country:peru:\n)/m, '$1  sameAs: [http://www.wikidata.org/entity/Q419]\n'),
  );
  const { code } = await run(url, '--language', 'es', '--type', 'country');
  writeFileSync(records, text);
  expect(code).toBe(0);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.language).toBe('es');
  expect(Object.values(asked[0]?.queries ?? {}).map(({ query }) => query)).toEqual(['Ecuador']);
});

test('writes a file for review where it is told to, and not over one that is there', async () => {
  const { url } = await service(answerAll);
  const output = path.join(folder, 'review.yaml');
  expect((await run(url, '--output', output)).code).toBe(0);
  const review = readFileSync(output, 'utf8');
  expect(review).toContain('country:ecuador:\n  - address: http://www.wikidata.org/entity/Q736\n');
  const again = await run(url, '--output', output);
  expect(again.code).toBe(2);
  expect(readFileSync(output, 'utf8')).toBe(review);
  rmSync(output);
});

describe('a service that', () => {
  const fails = async (url: string, said: string, ...options: string[]) => {
    const output = path.join(folder, 'review.yaml');
    const { code, err } = await run(url, '--output', output, ...options);
    expect(code).toBe(74);
    expect(err).toContain(said);
    expect(err).not.toMatch(/at \S+\.ts:\d+/);
    expect(existsSync(output)).toBe(false);
  };

  test('has no manifest', async () => fails((await service(answerAll, '{"name": "x"}')).url, 'manifest'));
  test('answers no JSON', async () =>
    fails((await service(answerAll, '<html><p>Welcome</p></html>')).url, 'Welcome'));
  test('answers other questions', async () =>
    fails((await service(() => [200, '{"q7": {}}'])).url, 'questions'));
  test('refuses', async () => fails((await service(() => [403, 'Forbidden'])).url, '403 Forbidden'));
  test('fails again and again', async () => {
    const { url, asked } = await service(() => [500, 'Oops']);
    await fails(url, '500 Oops');
    expect(asked.length).toBeGreaterThan(2);
  });
  test('fails once', async () => {
    const { url } = await service((queries, index) => (index === 0 ? [503, 'busy'] : answerAll(queries)));
    expect((await run(url)).code).toBe(0);
  });
  test('hangs', async () => fails((await service(() => 'hang')).url, 'imeout', '--timeout', '0.2'));
  test('is not there', async () => fails(`http://${host}:9/reconcile`, 'reconcile'));
});

test.each([
  ['no service', []],
  ['no address', ['--service', 'wikidata']],
])('%s is wrong use', async (_, options) => {
  expect((await runWith({}, folder, 'reconcile', ...options)).code).toBe(2);
});
