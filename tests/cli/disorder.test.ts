import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyFixture } from './copy-fixture.ts';
import { type LoopbackServer, loopbackServer, type Received } from './loopback-server.ts';
import { runInProcess, runWith } from './run-in-process.ts';
import type { Ran } from './run-tinkuy.ts';

/*
 * What a server answers out of order, for the three commands that ask one. Whatever it is, the reader gets a sentence, the
 * exit code is that of a refusing machine, and what was there stays.
 */

const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
const catalog = path.join(folder, 'locales/es/demo.po');
const review = path.join(folder, 'review.yaml');
let untranslated = '';

beforeAll(async () => {
  copyFixture('rule-base', folder);
  expect((await runInProcess(folder, 'build')).code).toBe(0);
  const [header, ...entries] = readFileSync(catalog, 'utf8').split('\n\n');
  const gaps = entries.map((entry) => entry.replace(/\nmsgstr [\s\S]*$/, '\nmsgstr ""'));
  untranslated = `${[header, ...gaps].join('\n\n')}\n`;
  writeFileSync(catalog, untranslated);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = 's3cret';

interface Reply {
  status: number;
  type: string;
  body: string;
}

/** A command, a server that does what it should, and which of its answers a disorder takes the place of. */
interface Desk {
  run: (origin: string) => Promise<Ran>;
  /** The answer that the protocol wants. */
  reply: (request: Received) => Reply;
  isTarget: (request: Received) => boolean;
  /** Whether all is as it was before the command. */
  isUntouched: () => boolean;
  isDone: () => boolean;
}

const graphs = new Map<string, string>();
const draftedWords = 'Borrador';
const desks: Record<string, () => Desk> = {
  push: () => {
    graphs.clear();
    let hasLoaded = false;
    const graphOf = (request: Received) =>
      new URL(request.path, 'http://store').searchParams.get('graph') ?? '';
    return {
      run: (origin) =>
        runWith(
          { TINKUY_WAIT: '1', TINKUY_STORE_TOKEN: secret },
          folder,
          'push',
          '--endpoint',
          `${origin}/store`,
          '--auth',
          'bearer',
          '--timeout',
          '2',
        ),
      reply: (request) => {
        const graph = graphOf(request);
        const known = graphs.get(graph);
        if (request.method === 'GET') {
          return { status: known === undefined ? 404 : 200, type: 'text/turtle', body: known ?? '' };
        }
        if (request.method === 'PUT') graphs.set(graph, request.body);
        else graphs.delete(graph);
        hasLoaded = true;
        return { status: 204, type: '', body: '' };
      },
      isTarget: ({ method }) => method === 'GET' && hasLoaded,
      isUntouched: () => graphs.size === 0,
      isDone: () => graphs.size === 1,
    };
  },
  reconcile: () => {
    rmSync(review, { force: true });
    return {
      run: (origin) =>
        runWith(
          { TINKUY_WAIT: '1' },
          folder,
          'reconcile',
          '--service',
          `${origin}/reconcile`,
          '--output',
          'review.yaml',
          '--timeout',
          '2',
        ),
      reply: (request) => {
        const queries = new URLSearchParams(request.body).get('queries');
        const candidate = (key: string) => ({ id: `Q${key}`, name: key, score: 1, match: true });
        const body =
          queries === null
            ? { versions: ['0.2'], name: 'Test', identifierSpace: 'http://example.org/id/' }
            : Object.fromEntries(
                Object.keys(JSON.parse(queries) as object).map((key) => [key, { result: [candidate(key)] }]),
              );
        return { status: 200, type: 'application/json', body: JSON.stringify(body) };
      },
      isTarget: ({ method }) => method === 'POST',
      isUntouched: () => !existsSync(review),
      isDone: () => readFileSync(review, 'utf8').includes('http://example.org/id/Qq0'),
    };
  },
  'catalog draft': () => {
    writeFileSync(catalog, untranslated);
    return {
      run: (origin) =>
        runWith(
          { TINKUY_WAIT: '1', TINKUY_LIBRETRANSLATE_URL: origin, TINKUY_LIBRETRANSLATE_KEY: secret },
          folder,
          'catalog',
          'draft',
          '--engine',
          'libretranslate',
          '--edition',
          'es',
        ),
      reply: (request) => {
        const { q } = JSON.parse(request.body) as { q: string[] };
        const translatedText = q.map((text) => `${draftedWords} ${text}`);
        return { status: 200, type: 'application/json', body: JSON.stringify({ translatedText }) };
      },
      isTarget: () => true,
      isUntouched: () => readFileSync(catalog, 'utf8') === untranslated,
      isDone: () => readFileSync(catalog, 'utf8').includes(draftedWords),
    };
  },
};

/** Answers in the place of the server, with or without the answer that the protocol wants. */
type Disorder = (response: ServerResponse, request: Received, reply: Desk['reply']) => void;
const answer =
  (status: number, type: string, body: string | Buffer, headers: Record<string, string> = {}): Disorder =>
  (response) =>
    response.writeHead(status, { ...(type ? { 'content-type': type } : {}), ...headers }).end(body);
const json = (value: unknown): Disorder => answer(200, 'application/json', JSON.stringify(value));

const send = (response: ServerResponse, { status, type, body }: Reply) =>
  response.writeHead(status, type ? { 'content-type': type } : {}).end(body);

/** A disorder that does not come back. */
function once(disorder: Disorder): Disorder {
  let isOver = false;
  return (response, request, reply) => {
    if (isOver) send(response, reply(request));
    else disorder(response, request, reply);
    isOver = true;
  };
}

/** What the server should say, with other headers and bytes. */
function retold(headers: Record<string, string>, write: (text: string) => Buffer = Buffer.from): Disorder {
  return (response, request, reply) => {
    const { status, body } = reply(request);
    response.writeHead(status, headers).end(write(body));
  };
}

/** Runs a command against a server that answers out of order where it matters. */
async function meet(name: string, disorder: Disorder): Promise<Ran & { server: LoopbackServer; desk: Desk }> {
  const desk = desks[name]?.();
  if (!desk) throw new Error(name);
  const server = await loopbackServer((request, response) => {
    if (desk.isTarget(request)) disorder(response, request, desk.reply);
    else send(response, desk.reply(request));
  });
  return { ...(await desk.run(server.origin)), server, desk };
}

/** No bug, and nothing of a server raw. */
function expectSentence({ code, out, err }: Ran, exit = 74): void {
  expect({ code, err, out }).toMatchObject({ code: exit });
  expect(err + out).not.toMatch(/at \S+\.[tj]s:\d+|This is a bug/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none may reach a terminal
  expect(err + out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|<\/?(?:html|b|p|style)\b/);
  expect(err + out).not.toContain(secret);
  expect((err + out).length).toBeLessThan(4000);
}

const page =
  '<!doctype html><html><head><title>x</title><style>p { color: red }</style></head><body><p>Log in <b>here</b></p></body></html>';

describe.each(Object.keys(desks))('tinkuy %s', (name) => {
  test.each<[string, Disorder, RegExp]>([
    ['a page with status 200', answer(200, 'text/html', page), /text\/html.*: Log in here|Log in here/],
    ['a page under the media type that was asked for', answer(200, 'application/json', page), /Log in here/],
    ['nothing at all', answer(200, 'application/json', ''), /empty|found 0/],
    ['status 204', answer(204, '', ''), /status 204|found 0/],
    ['white space', answer(200, 'text/turtle', ' \n\t\n'), /empty|found 0/],
    ['an answer that breaks off', answer(200, '', '{"q0": {"result": [{"id": "Q1", "na'), /breaks off/],
    ['a list', json([]), /expected/],
    ['a text', json('no'), /expected/],
    ['null', json(null), /expected/],
    ['a number', json(42), /expected/],
    ['an error in good order', json({ status: 'error', message: 'quota exceeded' }), /quota exceeded/],
    [
      'other keys, among them those of all objects',
      json({ constructor: 1, __proto__: 2, toString: 3 }),
      /expected/,
    ],
    [
      'bytes that are no UTF-8',
      answer(200, 'text/turtle; charset=utf-8', Buffer.from([0x22, 0xff, 0xfe, 0x80, 0x22])),
      /is said to be in utf-8/,
    ],
    [
      'a status with escape sequences, tags and our own holes',
      answer(
        400,
        'text/plain',
        'no \u001b[31mRED\u001b]0;t\u0007\u009b2J\n::error::{{url}} $t(failure.other) <b>b</b>',
      ),
      /400 no <U\+001B>\[31mRED<U\+001B>\]0;t<U\+0007><U\+009B>2J ::error::\{\{url\}\} \$t\(failure\.other\) b/,
    ],
    [
      'a status with a page of errors as long as a book',
      answer(400, 'text/html', 'x'.repeat(3e5)),
      /400 x{200}…/,
    ],
    ['a status and no words', answer(418, '', ''), /418 I'm a Teapot/],
    ['401', answer(401, '', 'who?'), /401 who\?/],
    ['410', answer(410, '', 'gone'), /410 gone/],
    ['503 for ever', answer(503, '', 'down'), /503 down/],
    ['a redirect without an address', answer(302, '', 'moved'), /302 moved/],
    [
      'a redirect to an address that is none',
      answer(302, '', 'moved', { location: 'http://[' }),
      /302 moved/,
    ],
    [
      'a redirect in a circle',
      (response, { path }) => response.writeHead(307, { location: path }).end(),
      /sends on again/,
    ],
    [
      'a redirect to what is no server',
      answer(307, '', '', { location: 'file:///etc/passwd' }),
      /sends on to another host, file:\/\/\/etc\/passwd/,
    ],
    [
      'compressed, and it is not',
      answer(200, 'application/json', '{}', { 'content-encoding': 'gzip' }),
      /no connection, or it broke off \(incorrect header check\)/,
    ],
    [
      'less than it says',
      (response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"q0"');
        response.socket?.end();
      },
      /no connection, or it broke off/,
    ],
    ['a closed door', (response) => response.socket?.destroy(), /no connection, or it broke off/],
    [
      'a wish to be left alone for a day',
      answer(429, '', 'slow', { 'retry-after': '86400' }),
      /429 slow; the server asks to be left alone for 86400 s/,
    ],
    [
      'the same as a date',
      answer(503, '', 'later', {
        date: 'Wed, 01 Jan 2025 00:00:00 GMT',
        'retry-after': 'Wed, 01 Jan 2025 01:00:00 GMT',
      }),
      /503 later; the server asks to be left alone for 3600 s/,
    ],
  ])('is answered with %s', async (_, disorder, says) => {
    const ran = await meet(name, disorder);
    expectSentence(ran);
    expect(ran.err).toMatch(says);
    expect(ran.desk.isUntouched()).toBe(true);
  });

  test('no wait that a server asks for is spent in vain', async () => {
    let asked = 0;
    await meet(name, (response) => {
      asked += 1;
      response.writeHead(429, { 'retry-after': '86400' }).end();
    });
    expect(asked).toBe(1);
  });

  test('a redirect to another host is told with both names, and nothing goes there', async () => {
    const other = await loopbackServer((_, response) => response.end('{}'));
    const ran = await meet(name, (response, { path }) =>
      response.writeHead(307, { location: `${other.origin}${path}` }).end(),
    );
    expectSentence(ran);
    expect(ran.err).toContain(ran.server.origin);
    expect(ran.err).toContain(`another host, ${other.origin}`);
    expect(other.received).toEqual([]);
    expect(ran.desk.isUntouched()).toBe(true);
  });

  test.each<[string, Disorder]>([
    [
      'redirects within the host, to be followed with method, body and credentials',
      (response, request, reply) => {
        const path = request.path.replace('/moved', '');
        if (path !== request.path) send(response, reply({ ...request, path }));
        else response.writeHead(308, { location: `/moved${path}` }).end();
      },
    ],
    [
      'asks to be left alone until a moment that is past',
      once((response) =>
        response.writeHead(503, { 'retry-after': 'Wed, 01 Jan 2025 00:00:00 GMT' }).end('busy'),
      ),
    ],
    ['fails once, as servers do', once((response) => response.writeHead(500).end('oops'))],
    ['breaks the connection once', once((response) => response.socket?.destroy())],
    ['names another media type', retold({ 'content-type': 'text/plain' })],
    ['names no media type', retold({})],
    ['begins with a byte order mark', retold({}, (text) => Buffer.from(`\ufeff${text}`))],
    [
      'writes in UTF-16',
      retold({ 'content-type': 'text/plain; charset=utf-16' }, (text) =>
        Buffer.from(`\ufeff${text}`, 'utf16le'),
      ),
    ],
    [
      'writes in ISO 8859-1',
      retold({ 'content-type': 'text/plain; charset="ISO-8859-1"' }, (text) =>
        Buffer.from(
          text.replace(
            /[^\p{ASCII}\u00a0-\u00ff]/gu,
            (character) => `\\u${character.charCodeAt(0).toString(16)}`,
          ),
          'latin1',
        ),
      ),
    ],
    ['names an encoding that nobody knows', retold({ 'content-type': 'text/plain; charset=x-none' })],
    ['compresses', retold({ 'content-encoding': 'gzip' }, (text) => gzipSync(text))],
  ])('takes a server that %s', async (_, disorder) => {
    const ran = await meet(name, disorder);
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: '' });
    expect(ran.desk.isDone()).toBe(true);
    for (const { headers } of ran.server.received) {
      expect(headers['user-agent']).toMatch(/^tinkuy\/\d+\.\d+\.\d+ \(\+https:/);
    }
  });
});
