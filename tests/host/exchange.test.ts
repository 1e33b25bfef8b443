import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { exchange, type HttpAnswer } from '../../pipeline/host/exchange.ts';
import { HttpFailure } from '../../pipeline/host/http-failure.ts';
import { waitOf } from '../../pipeline/host/send-request.ts';
import { loopbackServer } from '../cli/loopback-server.ts';

const words = { key: 'service', values: {} };
const reasonOf = async (promise: Promise<unknown>) => {
  const failure: unknown = await promise.catch((error: unknown) => error);
  if (!(failure instanceof HttpFailure)) throw new Error('no failure', { cause: failure });
  return failure.reason;
};

describe('an answer has bounds:', () => {
  test('one that goes on for ever is given up at its size, and the connection is closed', async () => {
    let isClosed = false;
    const { origin } = await loopbackServer((_, response) => {
      const timer = setInterval(() => response.write('x'.repeat(2 ** 16)), 1);
      response.on('close', () => {
        clearInterval(timer);
        isClosed = true;
      });
    });
    const reason = await reasonOf(exchange({ method: 'GET', url: origin, words, largest: 2 ** 20 }, 10_000));
    expect(reason).toEqual({ key: 'tooLarge', values: { limit: '1' } });
    await expect.poll(() => isClosed).toBe(true);
  });

  test('one that trickles is given up at its time', async () => {
    const { origin } = await loopbackServer((_, response) => {
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    });
    const reason = await reasonOf(exchange({ method: 'GET', url: origin, words }, 200));
    expect(reason).toEqual({ key: 'timeout', values: { seconds: '0.2' } });
  });
});

describe('a redirect', () => {
  test.each([
    [301, 'POST', 'POST', 'question'],
    [302, 'POST', 'POST', 'question'],
    [303, 'POST', 'GET', ''],
    [307, 'PUT', 'PUT', 'question'],
    [308, 'POST', 'POST', 'question'],
  ] as const)('%i of a %s is followed with %s', async (status, method, then, body) => {
    const { origin, received } = await loopbackServer((request, response) => {
      if (request.index === 0) response.writeHead(status, { location: '../there?x=1#y' }).end();
      else response.end('here');
    });
    const headers = { authorization: 'Bearer x' };
    const request = { method, url: `${origin}/a/b`, headers, body: 'question', words };
    const answer = await exchange(request, 5000);
    expect(answer.bytes.toString()).toBe('here');
    expect(answer.url).toBe(`${origin}/there?x=1#y`);
    expect(received[1]).toMatchObject({ method: then, path: '/there?x=1', body, headers });
  });

  test.each([
    ['another port', (origin: string) => origin.replace(/\d+$/, '1')],
    ['another scheme', (origin: string) => origin.replace('http:', 'https:')],
    ['another name of the same machine', (origin: string) => origin.replace('127.0.0.1', 'localhost')],
    ['an address without a scheme', () => '//127.0.0.2/'],
  ])('to %s is not followed', async (_, other) => {
    const { origin, received } = await loopbackServer((_, response) =>
      response.writeHead(302, { location: other(origin) }).end(),
    );
    expect((await reasonOf(exchange({ method: 'GET', url: origin, words }, 5000))).key).toBe('elsewhere');
    expect(received).toHaveLength(1);
  });

  test('takes no user and no secret out of an address', async () => {
    const { origin, received } = await loopbackServer(({ index }, response) => {
      if (index === 0) response.writeHead(302, { location: origin.replace('//', '//ana:pw@') }).end();
      else response.end();
    });
    const { url } = await exchange({ method: 'GET', url: origin, words }, 5000);
    expect(url).toBe(`${origin}/`);
    expect(received[1]?.headers.authorization).toBeUndefined();
  });
});

describe('how long a server asks to be left alone', () => {
  const date = 'Wed, 01 Jan 2025 00:00:00 GMT';
  const now = Date.parse('2030-01-01');
  test.each<[string, Record<string, string>, number]>([
    ['seconds', { 'retry-after': '7' }, 7000],
    ['a date, by the clock of the server', { date, 'retry-after': 'Wed, 01 Jan 2025 00:00:30 GMT' }, 30_000],
    ['a date, by ours', { 'retry-after': 'Tue, 01 Jan 2030 00:00:05 GMT' }, 5000],
    ['a date as RFC 850 writes it', { date, 'retry-after': 'Wednesday, 01-Jan-25 00:01:00 GMT' }, 60_000],
    ['what is past', { 'retry-after': date }, 0],
    ['a negative number', { 'retry-after': '-5' }, 0],
    ['what is neither', { 'retry-after': 'soon' }, 0],
    ['nothing', {}, 0],
    ['a clock that cannot be read', { date: 'noon', 'retry-after': 'Tue, 01 Jan 2030 00:00:05 GMT' }, 5000],
  ])('%s', (_, headers, wait) => {
    const clock = vi.spyOn(Date, 'now').mockReturnValue(now);
    onTestFinished(() => clock.mockRestore());
    const answer: HttpAnswer = {
      url: 'https://example.org/',
      status: 503,
      statusText: '',
      headers: new Headers(headers),
      bytes: Buffer.from(''),
    };
    expect(waitOf(answer)).toBe(wait);
  });
});
