import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { judge } from '../judge.ts';
import { startVirtuoso } from '../stores/start-virtuoso.mjs';
import { type FakeStore, fakeStore, type Mischief } from './fake-store.ts';
import { runWith } from './run-in-process.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const base = 'https://example.org/';
const graph = `${base}all`;
const staged = `${graph}#loading`;

function write(name: string, lines: readonly string[]): string {
  writeFileSync(path.join(folder, name), `${lines.join('\n')}\n`);
  return name;
}

/** Triples with what stores write in other ways, and three that share nodes without an address. */
function triples(count: number): string[] {
  const about = (at: number) => `<${base}e${at}> <${base}p${at % 3}>`;
  return [
    ...Array.from({ length: count }, (_, at) => `${about(at)} "Lugar\\t“${at}” del año\\n"@es-PE .`),
    `<${base}e0> <${base}of> _:a .`,
    `_:a <${base}p0> "1.5"^^<http://www.w3.org/2001/XMLSchema#decimal> .`,
    `_:a <${base}of> _:b .`,
  ];
}

const push = (store: FakeStore, ...options: string[]) =>
  runWith({ TINKUY_WAIT: '1' }, folder, 'push', '--endpoint', store.endpoint, ...options);

describe('a file of any size', () => {
  const file = write('all.nt', triples(2000));

  test('is loaded beside the graph, compared, and then in its place', async () => {
    const store = await fakeStore();
    const { code, out, err } = await push(store, '--file', file, '--graph', graph);
    expect({ code, out, err }).toEqual({ code: 0, out: `${graph}: 2003 triples.\n`, err: '' });
    expect(store.asked).toEqual([
      `PUT ${staged}`,
      `GET ${staged}`,
      `PUT ${graph}`,
      `GET ${graph}`,
      `DELETE ${staged}`,
    ]);
    expect(store.graphs.get(graph)?.split('\n')).toHaveLength(2004);
    expect([...store.graphs.keys()]).toEqual([graph]);
  });

  test('goes in parts where it is large, and what shares nodes without an address is in the first', async () => {
    const lines = [
      ...triples(3),
      ...Array.from({ length: 150 }, (_, at) => `<${base}s> <${base}p> "${at}${'x'.repeat(150_000)}" .`),
    ];
    const store = await fakeStore();
    const large = write('large.nt', lines);
    expect(await push(store, '--file', large, '--graph', graph)).toMatchObject({ code: 0, err: '' });
    expect(store.asked.slice(0, 3)).toEqual([`PUT ${staged}`, `POST ${staged}`, `GET ${staged}`]);
    expect(store.first.get(staged)).toContain('_:a <https://example.org/of> _:b');
  });

  test('may come back in another order, with other labels, blanks and escapes', async () => {
    const change = (text: string) =>
      text
        .split('\n')
        .reverse()
        .map((line) =>
          line
            .replaceAll('_:', '_:x9')
            .replaceAll('> ', '>\t')
            .replace('ñ', '\\u00F1')
            .replace('es-PE', 'es-pe'),
        )
        .join('\n');
    const store = await fakeStore(undefined, undefined, change);
    expect(await push(store, '--file', file, '--graph', graph)).toMatchObject({ code: 0, err: '' });
  });

  test.each<[string, (text: string) => string, RegExp]>([
    [
      'loses a triple',
      (text) => text.replace(/^.*“7”.*\n/m, ''),
      /expected 2003 triples, found 2002\.\n<https:\/\/example.org\/p1>: expected 667, found 666/,
    ],
    [
      'changes one',
      (text) => text.replace('“7”', '“8”'),
      /as many triples of each predicate, but not the same/,
    ],
    [
      'changes a node without an address',
      (text) => text.replace('_:a <https://example.org/of> _:b', '_:b <https://example.org/of> _:a'),
      /blank nodes are not the same/,
    ],
    ['gives back what is no triple', (text) => text.replace('“7”', '“7”"'), /a line that is none/],
  ])('a store that %s does not get as far as the current graph', async (_, change, told) => {
    const store = await fakeStore(undefined, undefined, change);
    store.graphs.set(graph, 'old');
    const { code, err } = await push(store, '--file', file, '--graph', graph);
    expect(code).toBe(74);
    expect(err).toMatch(told);
    expect([...store.graphs]).toEqual([[graph, 'old']]);
  });

  test('is sent again where a store is busy, or cuts the connection', async () => {
    const faults: Mischief = ({ index }, response) => {
      if (index === 0) response.writeHead(503).end('busy');
      if (index === 2 || index === 4) response.socket?.destroy();
      return index === 0 || index === 2 || index === 4;
    };
    const store = await fakeStore(faults);
    expect(await push(store, '--file', file, '--graph', graph)).toMatchObject({ code: 0, err: '' });
    expect(store.graphs.get(graph)?.split('\n')).toHaveLength(2004);
  });

  test('a push that was cut off is made good by the next one', async () => {
    let isDown = true;
    const store = await fakeStore(({ method, graph: asked }, response) => {
      const isCut = isDown && method !== 'PUT' && asked === staged;
      if (isCut) response.socket?.destroy();
      return isCut;
    });
    store.graphs.set(graph, 'old');
    expect((await push(store, '--file', file, '--graph', graph)).code).toBe(74);
    expect(store.graphs.get(graph)).toBe('old');
    expect(store.graphs.has(staged)).toBe(true);
    isDown = false;
    expect((await push(store, '--file', file, '--graph', graph)).code).toBe(0);
    expect([...store.graphs.keys()]).toEqual([graph]);
  });

  test('--sparql has the store count and copy', async () => {
    const store = await fakeStore();
    const answer = await push(
      store,
      '--file',
      file,
      '--graph',
      graph,
      '--sparql',
      store.sparql,
      '--verify',
      'count',
    );
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(store.asked).toEqual([
      `PUT ${staged}`,
      `COUNT ${staged}`,
      `COPY ${staged} ${graph}`,
      `COUNT ${graph}`,
      `DELETE ${staged}`,
    ]);
  });
});

test('N-Quads go to the graphs that they name, or to one', async () => {
  const quad = (name: string, at: number) => `<${base}s> <${base}p> "${at}" <${base}${name}> .`;
  const file = write('all.nq', [quad('a', 1), quad('a', 2), '# a comment', '', quad('b', 3)]);
  const store = await fakeStore();
  expect((await push(store, '--file', file)).out).toBe(`${base}a: 2 triples.\n${base}b: 1 triples.\n`);
  expect(store.graphs.get(`${base}a`)).toBe(`<${base}s> <${base}p> "1" .\n<${base}s> <${base}p> "2" .\n`);
  expect((await push(store, '--file', file, '--graph', graph)).out).toBe(`${graph}: 3 triples.\n`);

  const torn = write('torn.nq', [quad('a', 1), quad('b', 3), quad('a', 2)]);
  const refused = await push(store, '--file', torn);
  expect(refused.code).toBe(2);
  expect(refused.err).toContain('line 3');
});

test.each([
  [['--file', 'nothing.nt', '--graph', graph], 'nothing.nt'],
  [['--file', 'all.nt'], '--graph is missing'],
  [['--file', 'all.nt', '--graph', 'a b'], '--graph cannot be a b'],
  [['--file', 'all.nt', '--graph', graph, '--sparql', 'http://ana:pw@store.example.org/'], '--sparql'],
])('what cannot be pushed is told before anything is sent: %j', async (options, told) => {
  const store = await fakeStore();
  const { code, err } = await push(store, ...options);
  expect(code).toBe(2);
  expect(err).toContain(told);
  expect(err).not.toContain('pw@');
  expect(store.asked).toEqual([]);
});

describe('Virtuoso', judge('Virtuoso').options, () => {
  test('takes a graph in parts, copies it, and has what the file has', async () => {
    const virtuoso = await startVirtuoso();
    try {
      const lines = Array.from({ length: 8000 }, (_, at) => {
        const id = createHash('sha256').update(String(at)).digest('hex');
        return `<${base}${id}> <${base}p${at % 7}> "${'Palabras de ejemplo. '.repeat(140)}${at}"@es .`;
      });
      const file = write('virtuoso.nt', [...lines, ...triples(3)]);
      const ask = (...options: string[]) =>
        runWith(
          { TINKUY_STORE_PASSWORD: 'dba' },
          folder,
          ...['push', '--endpoint', virtuoso.graphStore, '--auth', 'digest', '--user', 'dba'],
          ...['--graph-parameter', 'graph-uri', '--file', file, '--graph', graph, ...options],
        );
      const out = `${graph}: 8006 triples.\n`;
      expect(await ask()).toEqual({ code: 0, out, err: '' });
      const counted = await ask('--sparql', virtuoso.update, '--verify', 'count');
      expect(counted).toEqual({ code: 0, out, err: '' });
      const query = 'SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s <https://example.org/p1> ?o } }';
      const graphs = await fetch(`${virtuoso.sparql}?format=text%2Fcsv&query=${encodeURIComponent(query)}`);
      expect((await graphs.text()).trim().split('\n').slice(1)).toEqual([`"${graph}"`]);
    } finally {
      await virtuoso.stop();
    }
  }, 180_000);
});
