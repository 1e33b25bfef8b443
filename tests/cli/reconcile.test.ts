import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
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

/** A service that answers each question on its own. */
const each =
  (answerOne: (query: string) => unknown) =>
  (queries: Queries): [number, string] => {
    const entries = Object.entries(queries).map(([key, { query }]) => [key, answerOne(query)] as const);
    return [200, JSON.stringify(Object.fromEntries(entries))];
  };
const offer = (query: string) => ({ result: [{ id: `Q-${query}`, name: query, score: 1, match: true }] });

describe('what one answer lacks costs the others nothing:', () => {
  test.each<[string, unknown, string]>([
    ['no answer', undefined, 'the service left this question out'],
    ['null', null, 'no answer that can be used: null'],
    ['an error', { error: 'too short' }, '{"error":"too short"}'],
    ['a result that is none', { result: { id: 'Q1' } }, '{"result":{"id":"Q1"}}'],
    ['another key', { candidates: [] }, '{"candidates":[]}'],
  ])('%s', async (_, instead, said) => {
    const { url } = await service(each((query) => (query === 'Ecuador' ? instead : offer(query))));
    const { code, out, err } = await run(url, '--output', 'partly.yaml');
    const written = readFileSync(path.join(folder, 'partly.yaml'), 'utf8');
    rmSync(path.join(folder, 'partly.yaml'));
    expect(err).toContain(`country:ecuador  Ecuador: `);
    expect(err).toContain(said);
    expect(code).toBe(1);
    expect(out).toContain('http://www.wikidata.org/entity/Q-Peru');
    expect(written).toContain('Q-Peru');
    expect(written).not.toContain('ecuador:\n');
  });

  test.each([400, 413, 500])('a question that the service answers with %i', async (status) => {
    const { url } = await service((queries) =>
      Object.values(queries).some(({ query }) => query === 'Ecuador')
        ? [status, 'I cannot']
        : each(offer)(queries),
    );
    const { code, out, err } = await run(url);
    expect({ code, err }).toEqual({
      code: 1,
      err: `country:ecuador  Ecuador: no answer that can be used: ${status} I cannot. Ask again, or look it up there.\n`,
    });
    expect(out).toContain('Q-Peru');
    expect(out).toContain('Q-Border between Ecuador and Peru'.replaceAll(' ', '%20'));
  });

  test('a service that stops in the middle: what it said is kept, and the exit code tells', async () => {
    const own = JSON.stringify({ ...manifest, batchSize: 1 });
    const { url, asked } = await service(
      (queries, index) => (index === 0 ? each(offer)(queries) : [403, 'enough']),
      own,
    );
    const output = path.join(folder, 'stopped.yaml');
    const { code, out, err } = await run(url, '--output', output);
    expect(code).toBe(74);
    expect(asked.map(({ queries }) => Object.keys(queries).length)).toEqual([1, 1]);
    expect(out).toContain('Q-Border');
    expect(readFileSync(output, 'utf8')).toContain('Q-Border');
    expect(err).toContain('stopped giving answers that can be used: 403 enough');
    rmSync(output);
  });
});

describe('the protocol allows', () => {
  const wikidata = 'http://www.wikidata.org/entity/';
  const view = (url: string) => ({ view: { url } });
  test.each<[string, unknown, object, string]>([
    ['ids in the identifier space', 'Q736', {}, `${wikidata}Q736`],
    ['numbers', 736, {}, `${wikidata}736`],
    [
      'whole addresses',
      'https://pleiades.stoa.org/places/1',
      view('{{id}}'),
      'https://pleiades.stoa.org/places/1',
    ],
    ['names that are IRIs', 'urn:lsid:ipni.org:names:1-1', {}, 'urn:lsid:ipni.org:names:1-1'],
    [
      'a space that is a name',
      'a b/1',
      {
        identifierSpace: 'http://rdf.freebase.com/ns/type.object.id',
        ...view('https://aleph.example.org/{{id}}'),
      },
      'https://aleph.example.org/a%20b%2F1',
    ],
    [
      'the same in version 0.1, where nothing is encoded',
      '/companies/gb/1',
      { versions: ['0.1'], identifierSpace: 'x', ...view('https://companies.example.org{{id}}') },
      'https://companies.example.org/companies/gb/1',
    ],
    [
      'a space with a page beside it',
      'Q736',
      view('https://www.wikidata.org/wiki/{{id}}'),
      `${wikidata}Q736`,
    ],
    [
      'no space but a page',
      '7',
      { identifierSpace: undefined, ...view('https://x.example.org/?n={{id}}') },
      'https://x.example.org/?n=7',
    ],
    [
      'a space that ends in a word, and no page',
      '/7',
      { identifierSpace: 'https://x.example.org/a' },
      'https://x.example.org/a/7',
    ],
    ['characters that an address does not have', 'a b>"', {}, `${wikidata}a%20b%3E%22`],
  ])('%s', async (_, id, more, address) => {
    const { url } = await service(
      each((query) => ({ result: [{ id, name: query, score: 1, match: false, type: ['T', { id: 'U' }] }] })),
      JSON.stringify({ ...manifest, ...more }),
    );
    const { code, out, err } = await run(url, '--type', 'country');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`country:ecuador  Ecuador\n  ? ${address}  Ecuador  1\n`);
  });

  test('candidates without a name, a score or a verdict, and scores in quotation marks', async () => {
    const { url } = await service(
      each(() => ({
        result: [
          { id: 'Q3', name: 'no score' },
          { id: 'Q2', name: '', score: '7.5', match: 'true' },
          { id: 'Q1', name: ['x'], score: 'high' },
          { id: 'Q4', name: 'best', score: 80, match: true },
        ],
      })),
    );
    const { code, out } = await run(url, '--type', 'country');
    expect(code).toBe(0);
    const lines = [`= ${wikidata}Q4  best  80`, `? ${wikidata}Q2  Q2  7.5`, `? ${wikidata}Q3  no score`];
    expect(out).toContain(
      `country:ecuador  Ecuador\n${lines.map((line, at) => (at > 0 ? `country:ecuador  Ecuador\n  ${line}` : `  ${line}`)).join('\n')}\n`,
    );
  });

  test('fewer questions in a batch than tinkuy would send', async () => {
    const { url, asked } = await service(each(offer), JSON.stringify({ ...manifest, batchSize: 2 }));
    expect((await run(url)).code).toBe(0);
    expect(asked.map(({ queries }) => Object.keys(queries))).toEqual([['q0', 'q1'], ['q0']]);
  });

  test.each<[string, object]>([
    ['0.1, which has no field for it', { versions: undefined }],
    ['0.1 by name', { versions: ['0.1'] }],
    ['an earlier and a later one', { versions: ['0.2', '1.0-draft'] }],
  ])('version %s', async (_, more) => {
    const { url } = await service(each(offer), JSON.stringify({ ...manifest, ...more }));
    expect((await run(url, '--type', 'country')).code).toBe(0);
  });

  test('an address of a page in a record: it is not asked for again', async () => {
    const own = { ...manifest, identifierSpace: 'x', ...view('https://aleph.example.org/{{id}}') };
    const { url, asked } = await service(each(offer), JSON.stringify(own));
    const records = path.join(folder, 'source/demo/entities/base.yaml');
    const text = readFileSync(records, 'utf8');
    writeFileSync(
      records,
      text.replace(/^(country:peru:\n)/m, '$1  sameAs: [https://aleph.example.org/7]\n'),
    );
    const { code } = await run(url, '--type', 'country');
    writeFileSync(records, text);
    expect(code).toBe(0);
    expect(Object.values(asked[0]?.queries ?? {}).map(({ query }) => query)).toEqual(['Ecuador']);
  });
});

describe('what no address can be made of is told, and the other candidates stay:', () => {
  test.each<[string, unknown, string]>([
    ['a number that lost its digits', 2 ** 60, '1152921504606847000'],
    ['no id', undefined, '"name":"nameless"'],
    ['an empty id', ' ', '" "'],
    ['an object', { value: 'Q1' }, '{"value":"Q1"}'],
    ['half a character', 'Q\ud800', 'Q\\ud800'],
  ])('%s', async (_, id, said) => {
    const { url } = await service(
      each((query) => ({ result: [{ id, name: 'nameless', score: 9 }, ...offer(query).result] })),
    );
    const { code, out, err } = await run(url, '--type', 'country');
    expect(code).toBe(1);
    expect(err).toContain('country:peru  Peru: a candidate was left out');
    expect(err).toContain(said);
    expect(out).toContain('Q-Peru');
  });
});

test('nothing of a service comes raw to the terminal or into the file', async () => {
  const wild = 'N\u001b[31m\n::error::\u202e{{entity}} $t(failure.other)\u009b';
  const { url } = await service(
    each(() => ({ result: [{ id: wild, name: wild, score: 1 }] })),
    JSON.stringify({ ...manifest, name: `Test\n- name: ${wild}` }),
  );
  const output = path.join(folder, 'wild.yaml');
  const { code, out } = await run(url, '--output', output, '--type', 'country');
  const review = readFileSync(output, 'utf8');
  rmSync(output);
  expect(code).toBe(0);
  for (const text of [out, review]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|^::/m);
  }
  expect(out).toContain('N<U+001B>[31m ::error::<U+202E>{{entity}} $t(failure.other)<U+009B>');
  const { 'country:peru': found } = parse(review) as Record<string, unknown[]>;
  expect(found).toHaveLength(1);
});

test.each([
  ['no manifest of a version that tinkuy speaks', { versions: ['1.0-draft'] }, 'versions 1.0-draft'],
  ['neither a space nor a page', { identifierSpace: undefined }, 'manifest'],
])('%s', async (_, more, said) => {
  const { url, asked } = await service(each(offer), JSON.stringify({ ...manifest, ...more }));
  const { code, err } = await run(url);
  expect(code).toBe(74);
  expect(err).toContain(said);
  expect(asked).toEqual([]);
});

test.each([
  ['no service', []],
  ['a secret in the address', ['--service', 'https://ana:pw@reconcile.example.org/']],
  ['no address', ['--service', 'wikidata']],
])('%s is wrong use', async (_, options) => {
  const { code, err } = await runWith({}, folder, 'reconcile', ...options);
  expect(code).toBe(2);
  expect(err).not.toContain('pw@');
});
