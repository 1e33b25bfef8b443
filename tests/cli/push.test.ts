import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge } from '../judge.ts';
import { packageRoot } from '../package-root.ts';
import { startVirtuoso } from '../stores/start-virtuoso.mjs';
import { copyFixture } from './copy-fixture.ts';
import { allowDigest, type FakeStore, fakeStore } from './fake-store.ts';
import { runInProcess, runWith } from './run-in-process.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
beforeAll(async () => {
  copyFixture('vapores-del-titicaca', folder);
  expect((await runInProcess(folder, 'build')).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = 'p4ss"w,rd';
const impatient = { TINKUY_WAIT: '1', TINKUY_STORE_PASSWORD: secret, TINKUY_STORE_TOKEN: secret };
const push = (store: FakeStore, ...options: string[]) =>
  runWith(impatient, folder, 'push', '--endpoint', store.endpoint, ...options);
const version = 'https://w3id.org/tinkuy/dataset/peru-borders/0.1.0';
const series = 'https://w3id.org/tinkuy/dataset/peru-borders';
const pushOwn = (store: FakeStore, ...options: string[]) =>
  runWith(impatient, packageRoot, 'push', '--endpoint', store.endpoint, ...options);

test('puts the data into its graph, and a second time changes nothing', async () => {
  const store = await fakeStore();
  const first = await push(store);
  expect(first).toMatchObject({ code: 0, err: '' });
  const [graph = ''] = store.graphs.keys();
  expect(first.out).toMatch(new RegExp(`^${graph}: \\d+ triples\\.\\n$`));
  expect(graph).toContain('/dataset/vapores');
  const before = new Map(store.graphs);
  expect((await push(store)).code).toBe(0);
  expect(store.graphs).toEqual(before);
});

test('of a dataset with a version it loads that graph first, and the current one when that has come back', async () => {
  const store = await fakeStore();
  expect((await pushOwn(store)).code).toBe(0);
  expect(store.asked).toEqual([
    `PUT ${version}`,
    `GET ${version}`,
    `GET ${series}`,
    `PUT ${series}`,
    `GET ${series}`,
  ]);
  expect(store.graphs.get(version)).toBe(store.graphs.get(series));
});

test('the name of the parameter can be another', async () => {
  const store = await fakeStore(undefined, undefined, undefined, 'graph-uri');
  expect((await push(store, '--graph-parameter', 'graph-uri')).code).toBe(0);
  expect([...store.graphs.keys()].join()).toContain('/dataset/vapores');
});

describe('authentication', () => {
  const basic = `Basic ${Buffer.from(`ana:${secret}`).toString('base64')}`;
  test.each([
    ['basic', (authorization: string | undefined) => authorization === basic],
    ['bearer', (authorization: string | undefined) => authorization === `Bearer ${secret}`],
  ])('%s', async (scheme, isRight) => {
    const store = await fakeStore(undefined, ({ headers }) => isRight(headers.authorization));
    expect((await push(store, '--auth', scheme, '--user', 'ana')).code).toBe(0);
    const refused = await push(store);
    expect(refused.code).toBe(74);
    expect(refused.err).toContain('401 Who are you?');
    expect(refused.err).not.toContain('<h1>');
  });

  test('digest', async () => {
    const store = await fakeStore(undefined, allowDigest('ana', secret));
    expect((await push(store, '--auth', 'digest', '--user', 'ana')).code).toBe(0);
    expect(store.graphs.size).toBe(1);
    const refused = await push(store, '--auth', 'digest', '--user', 'eva');
    expect(refused.code).toBe(74);
    expect(refused.out + refused.err).not.toContain(secret);
  });

  test('a secret that is missing, or stands in the address, is wrong use', async () => {
    const store = await fakeStore();
    const missing = await runInProcess(folder, 'push', '--endpoint', store.endpoint, '--user', 'ana');
    expect(missing).toMatchObject({
      code: 2,
      err: expect.stringContaining('TINKUY_STORE_PASSWORD') as string,
    });
    const within = await runInProcess(folder, 'push', '--endpoint', 'https://ana:pw@store.example.org/');
    expect(within.code).toBe(2);
    expect(within.err).not.toContain('pw@');
    expect(store.asked).toEqual([]);
  });
});

describe('where the store fails, the current graph is as it was', () => {
  const old = '<https://example.org/a> <https://example.org/b> "old" .\n';
  const trouble = async (store: FakeStore, ...options: string[]) => {
    store.graphs.set(series, old);
    const result = await pushOwn(store, ...options);
    expect(result.code).toBe(74);
    expect(store.graphs.get(series)).toBe(old);
    expect(result.err).not.toMatch(/at \S+\.ts:\d+/);
    return result;
  };

  test('it answers 500 to the first load', async () => {
    const store = await fakeStore(({ method }, response) => {
      if (method === 'PUT') response.writeHead(500).end('<html><body>Out of <b>disk</b></body></html>');
      return method === 'PUT';
    });
    expect((await trouble(store)).err).toContain('500 Out of disk');
    expect(store.asked).toHaveLength(1);
  });

  test('it answers 503 for a while, and then it does what it should', async () => {
    const store = await fakeStore(({ index }, response) => {
      if (index < 2) response.writeHead(503).end('busy');
      return index < 2;
    });
    expect((await pushOwn(store)).code).toBe(0);
    expect(store.asked.slice(0, 3)).toEqual([`PUT ${version}`, `PUT ${version}`, `PUT ${version}`]);
  });

  test('it never stops being busy', async () => {
    const store = await fakeStore((_, response) => {
      response.writeHead(503).end('busy');
      return true;
    });
    expect((await trouble(store)).err).toContain('503 busy');
    expect(store.asked.length).toBeGreaterThan(3);
  });

  test('it hangs', async () => {
    const store = await fakeStore(() => true);
    expect((await trouble(store, '--timeout', '0.2')).err).toMatch(/tim(?:ed? ?)?out/i);
  });

  test('it cuts the connection in the middle of the load', async () => {
    const store = await fakeStore(({ method }, response) => {
      if (method === 'PUT') response.socket?.destroy();
      return method === 'PUT';
    });
    expect((await trouble(store)).err).toContain(version);
  });

  test('it loses a triple of the version', async () => {
    const store = await fakeStore(undefined, undefined, (turtle) => turtle.split('\n').slice(1).join('\n'));
    const { err } = await trouble(store);
    expect(err).toMatch(/expected \d+ triples, found \d+/);
    expect(err).toContain('missing: ');
    expect(store.asked).not.toContain(`PUT ${series}`);
  });

  test('it rewrites a literal; counting does not see it, comparing does', async () => {
    const store = await fakeStore(undefined, undefined, (turtle) => turtle.replace('"1528"', '"1528.0"'));
    expect((await trouble(store)).err).toContain('"1528.0"');
    expect((await pushOwn(store, '--verify', 'count')).code).toBe(0);
  });

  test('it takes the version and spoils the current graph: what was there is put back', async () => {
    let isSpoiling = true;
    const store = await fakeStore(({ method, graph }, response) => {
      const isSpoiled = isSpoiling && method === 'PUT' && graph === series;
      if (isSpoiled) {
        isSpoiling = false;
        store.graphs.set(series, '<https://example.org/half> <https://example.org/b> "half" .');
        response.writeHead(500).end('half');
      }
      return isSpoiled;
    });
    expect((await trouble(store)).err).toContain('is again what it was before');
  });
});

describe('a project with two publications', () => {
  const both = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  const [first, second] = ['ana', 'beto'].map((name) => `https://example.org/both/dataset/${name}`) as [
    string,
    string,
  ];
  beforeAll(async () => {
    writeFileSync(
      path.join(both, 'tinkuy.yaml'),
      'base: https://example.org/both/\neditions: { en: en-US }\n',
    );
    for (const [name, country] of [
      ['ana', 'peru'],
      ['beto', 'chile'],
    ]) {
      const source = path.join(both, 'source', name ?? '');
      mkdirSync(path.join(source, 'entities'), { recursive: true });
      writeFileSync(
        path.join(source, 'article.md'),
        `---\ntitle: A country\nlanguage: en\nauthors:\n  - name: Ana Example\nlicence:\n  text: https://creativecommons.org/licenses/by/4.0/\n  data: https://creativecommons.org/publicdomain/zero/1.0/\n---\n\n## Here\n\nWe live in [this country](country:${country}).\n`,
      );
      writeFileSync(
        path.join(source, 'entities/e.yaml'),
        `country:${country}:\n  name: { en: This country }\n`,
      );
    }
    const { code, out } = await runInProcess(both, 'build');
    expect({ code, out }).toMatchObject({ code: 0 });
  });
  afterAll(() => rmSync(both, { recursive: true, force: true }));
  const pushBoth = (store: FakeStore) => runWith(impatient, both, 'push', '--endpoint', store.endpoint);

  test.each<[string, number, string]>([
    ['is refused for one graph', 403, 'not this one'],
    ['fails for one graph', 500, 'Oops'],
    ['takes one graph for nonsense', 400, 'line 1: \u001b[2Jbad'],
  ])('a store that %s takes the other', async (_, status, said) => {
    const store = await fakeStore(({ method, graph }, response) => {
      const isBad = method === 'PUT' && graph === first;
      if (isBad) response.writeHead(status).end(said);
      return isBad;
    });
    const { code, out, err } = await pushBoth(store);
    expect(code).toBe(74);
    expect(err).toContain(`${status} ${said.replace('\u001b', '<U+001B>')}`);
    expect(out).toMatch(new RegExp(`^${second}: \\d+ triples\\.\\n$`));
    expect([...store.graphs.keys()]).toEqual([second]);
  });

  test('a graph that comes back changed is put back, and the other is loaded', async () => {
    const store = await fakeStore(undefined, undefined, (turtle) =>
      turtle.replaceAll('country/peru', 'country/x'),
    );
    const { code, err } = await pushBoth(store);
    expect(code).toBe(74);
    expect(err).toContain(`${first} is again what it was before`);
    expect([...store.graphs.keys()]).toEqual([second]);
  });

  test('a store that is down is not asked about the other', async () => {
    const store = await fakeStore((_, response) => {
      response.writeHead(503, { 'retry-after': '86400' }).end('down');
      return true;
    });
    expect((await pushBoth(store)).code).toBe(74);
    expect(store.asked).toEqual([`GET ${first}`]);
  });
});

describe('what was in the current graph', () => {
  /** A store that gives a graph in its own way first, and does not take the new one. */
  const loaded = (type: string, body: string) =>
    fakeStore(({ method, index }, response) => {
      if (index === 0) response.writeHead(200, { 'content-type': type }).end(body);
      if (index === 1) response.writeHead(400).end('no');
      return index < 2 && method !== 'DELETE';
    });

  test.each([
    ['RDF/XML', 'application/rdf+xml', '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'],
    ['JSON-LD', 'application/ld+json; profile="x"', '[]'],
    ['Turtle with its encoding', 'text/turtle; charset=utf-8', '<a:b> <c:d> "é" .'],
  ])('is put back as it came: %s', async (_, type, body) => {
    const store = await loaded(type, body);
    const { code, err } = await push(store);
    expect(code).toBe(74);
    expect(err).toContain('is again what it was before');
    expect([...store.graphs.values()]).toEqual([body]);
    expect(store.types.at(-1)).toBe(type);
  });

  test.each([
    ['a page', 'text/html', '<h1>Log in</h1>', 'found text/html: Log in'],
    ['a text that breaks off', 'text/turtle', '<a:b> <c:d> "e', 'breaks off or has a mistake'],
    ['other bytes than it says', 'text/turtle; charset=utf-16', '<a>', 'is said to be in utf-16le'],
  ])('could not be put back, and is left alone: %s', async (_, type, body, said) => {
    const store = await loaded(type, body);
    const { code, err } = await push(store);
    expect(code).toBe(74);
    expect(err).toContain(said);
    expect(store.asked).toHaveLength(1);
  });
});

test('a load that is sent on to another path of the store takes its credentials there', async () => {
  const store = await fakeStore(
    ({ method }, response, url) => {
      if (method !== 'PUT' || url.includes('moved')) return false;
      response.writeHead(307, { location: url.replace('/rdf-graphs', '/moved/rdf-graphs') }).end();
      return true;
    },
    allowDigest('ana', secret),
  );
  expect((await push(store, '--auth', 'digest', '--user', 'ana')).code).toBe(0);
  expect(store.graphs.size).toBe(1);
});

test.each([
  ['no address', [], '--endpoint'],
  ['another scheme', ['--endpoint', 'ftp://store.example.org/'], 'ftp://'],
  [
    'an unknown authentication',
    ['--endpoint', 'https://store.example.org/', '--auth', 'kerberos'],
    'kerberos',
  ],
])('%s is wrong use', async (_, options, found) => {
  const { code, err } = await runInProcess(folder, 'push', ...options);
  expect(code).toBe(2);
  expect(err).toContain(found);
});

test('what is not built cannot be pushed', async () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  copyFixture('vapores-del-titicaca', empty);
  const { code, err } = await runInProcess(empty, 'push', '--endpoint', 'https://store.example.org/');
  rmSync(empty, { recursive: true, force: true });
  expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('tinkuy build') as string });
});

describe('Virtuoso', judge('Virtuoso').options, () => {
  test('takes the whole dataset twice, and gives it back as it is', async () => {
    const { graphStore, sparql, stop } = await startVirtuoso();
    try {
      const env = { TINKUY_STORE_PASSWORD: 'dba' };
      const options = [
        '--endpoint',
        graphStore,
        '--auth',
        'digest',
        '--user',
        'dba',
        '--graph-parameter',
        'graph-uri',
      ];
      for (const _ of ['first', 'second']) {
        const { code, out, err } = await runWith(env, packageRoot, 'push', ...options);
        expect({ code, err }).toEqual({ code: 0, err: '' });
        expect(out.trim().split('\n')).toHaveLength(2);
      }
      const count = async (graph: string) => {
        const query = `SELECT (COUNT(*) AS ?n) WHERE { GRAPH <${graph}> { ?s ?p ?o } }`;
        const answer = await fetch(`${sparql}?format=text/csv&query=${encodeURIComponent(query)}`);
        return Number((await answer.text()).trim().split('\n')[1]);
      };
      expect(await count(version)).toBeGreaterThan(30_000);
      expect(await count(series)).toBe(await count(version));
      const refused = await runWith({ TINKUY_STORE_PASSWORD: 'wrong' }, packageRoot, 'push', ...options);
      expect(refused.code).toBe(74);
      expect(refused.err).toContain('401');
      expect(await count(series)).toBe(await count(version));
    } finally {
      await stop();
    }
  });
});
