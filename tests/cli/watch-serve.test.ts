import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders, request } from 'node:http';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { loopbackServer } from './loopback-server.ts';
import { runInProcess } from './run-in-process.ts';
import { idle, type RunningWatch, watchInProcess } from './start-watch.ts';
import { article, broken, openWatchedProject, renamed } from './watched-project.ts';

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

/** The port of a watch that serves, once it does. */
async function portOf(watch: RunningWatch): Promise<number> {
  const served = await watch.printed(/Pages: http:\/\/127\.0\.0\.1:\d+\/\n/);
  return Number(/:(\d+)\//.exec(served)?.[1]);
}

/** Asks for a path exactly as it is given. */
async function ask(
  port: number,
  path: string,
  given: { method?: string; host?: string } = {},
): Promise<Answer> {
  const { method = 'GET', host = `127.0.0.1:${port}` } = given;
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers: { host } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    sent.on('error', reject).end();
  });
}

/** The states that an open page is told, one after the other. */
function listen(port: number): () => Promise<{ version: string; count: number; message: string }> {
  let [received, taken] = ['', 0];
  let wake = () => {};
  const sent = get({ host: '127.0.0.1', port, path: '/.tinkuy/events' }, (response) => {
    expect(response.headers['content-type']).toBe('text/event-stream');
    response.setEncoding('utf8').on('data', (text: string) => {
      received += text;
      wake();
    });
    response.on('error', () => {});
  });
  onTestFinished(() => {
    sent.destroy();
  });
  return async () => {
    for (;;) {
      const event = received.split('\n\n').slice(0, -1)[taken];
      if (event !== undefined) {
        taken += 1;
        expect(event).toMatch(/^event: state\ndata: /);
        return JSON.parse(event.replace(/^event: state\ndata: /, ''));
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
}

test('an open page is told what it is the page of, and what keeps it from being the last', async () => {
  const { folder, read, write } = openWatchedProject();
  const watch = watchInProcess(folder, '--serve', '--port', '0');
  const port = await portOf(watch);
  const next = listen(port);
  const first = await next();
  const [built] = [await watch.printed(idle)];
  expect(built).toContain('45 written');
  const state = first.version === '' ? await next() : first;
  expect(state).toEqual({ version: expect.stringMatching(/^[0-9a-f]{64}$/), count: 0, message: '' });

  const page = await ask(port, '/es/vapores.html');
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  const script = `<script defer src="/.tinkuy/reload.js" data-version="${state.version}"></script>`;
  expect(page.body.replace(script, '')).toBe(read('dist/es/vapores.html'));
  expect(page.body).toContain(`${script}</body>`);

  const before = read(article);
  write(article, before + broken);
  await watch.printed(idle);
  expect(await next()).toEqual({
    version: state.version,
    count: 3,
    message: 'This is the last publication without errors. 3 errors.',
  });

  write(article, renamed(before));
  await watch.printed(idle);
  const after = await next();
  expect(after).toEqual({ version: expect.stringMatching(/^[0-9a-f]{64}$/), count: 0, message: '' });
  expect(after.version).not.toBe(state.version);
  expect((await ask(port, '/es/vapores.html')).body).toContain(`data-version="${after.version}"`);
  expect(await watch.ended('by Ctrl-C')).toBe(0);
});

test('all that is published is served as the manifest says what it is, and nothing else', async () => {
  const { folder, full, read, dist } = openWatchedProject();
  const watch = watchInProcess(folder, '--serve', '--port', '0');
  const port = await portOf(watch);
  await watch.printed(idle);
  const { files }: { files: { path: string; mediaType: string }[] } = JSON.parse(read('dist/manifest.json'));
  expect(files.length).toBeGreaterThan(30);
  for (const { path, mediaType } of files) {
    const { status, headers, body } = await ask(port, `/${path}`);
    expect([path, status, headers['content-type']]).toEqual([path, 200, mediaType]);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    if (!path.endsWith('.html')) expect(body).toBe(dist().get(path));
  }
  const list = await ask(port, '/');
  for (const language of ['en', 'es', 'pt']) expect(list.body).toContain(`href="/${language}/vapores.html"`);
  expect((await ask(port, '/manifest.json?x=1')).headers['content-type']).toBe('application/json');
  expect((await ask(port, '/.tinkuy/reload.js')).headers['content-type']).toBe(
    'text/javascript; charset=utf-8',
  );

  const head = await ask(port, '/es/vapores.html', { method: 'HEAD' });
  expect([head.status, head.body]).toEqual([200, '']);
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const { status, headers } = await ask(port, '/', { method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  }

  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    `127.0.0.1:${port + 1}`,
    `x.localhost:${port}`,
  ])
    expect((await ask(port, '/manifest.json', { host })).status).toBe(421);
  expect((await ask(port, '/manifest.json', { host: `localhost:${port}` })).status).toBe(200);

  const secret = temporaryFolder({ 'secret.txt': 'secret' });
  writeFileSync(full('dist/own.bin'), 'own');
  symlinkSync(`${secret}/secret.txt`, full('dist/link.txt'));
  symlinkSync(secret, full('dist/folder'));
  mkdirSync(full('dist/a'));
  expect((await ask(port, '/own.bin')).headers['content-type']).toBe('application/octet-stream');
  for (const path of [
    '/../tinkuy.yaml',
    '/..%2ftinkuy.yaml',
    '/%2e%2e/tinkuy.yaml',
    '/es/../../tinkuy.yaml',
    '/%252e%252e/tinkuy.yaml',
    '//etc/passwd',
    '/%2fetc%2fpasswd',
    '/..\\tinkuy.yaml',
    '/..%5ctinkuy.yaml',
    '/es/vapores.html%00',
    '/./manifest.json',
    '/es',
    '/es/',
    '/a',
    '/link.txt',
    '/folder/secret.txt',
    '/nothing.html',
  ]) {
    const { status, body } = await ask(port, path);
    expect([path, status, body]).toEqual([path, 404, 'There is no such file in dist/.']);
  }
  for (const path of ['/%', '/%ff', `http://${'127.0.0.1'}:${port}/manifest.json`])
    expect([path, (await ask(port, path)).status]).toEqual([path, 400]);

  rmSync(full('dist'), { recursive: true });
  symlinkSync(secret, full('dist'));
  expect((await ask(port, '/secret.txt')).status).toBe(404);
});

test('the script reloads a page of another publication, and says what keeps this one as it is', async () => {
  const { folder } = openWatchedProject();
  const watch = watchInProcess(folder, '--serve', '--port', '0');
  const script = (await ask(await portOf(watch), '/.tinkuy/reload.js')).body;
  const banners: { textContent: string }[] = [];
  let tell = (_event: { data: string }) => {};
  let reloads = 0;
  const createElement = () => {
    const banner = { textContent: '', style: {}, setAttribute: () => {}, remove: () => banners.pop() };
    return banner;
  };
  const document = {
    currentScript: { dataset: { version: 'a' } },
    title: 'Lake',
    createElement,
    body: { append: (banner: { textContent: string }) => banners.push(banner) },
  };
  const location = { reload: () => ++reloads };
  class EventSource {
    addEventListener(_name: string, listener: typeof tell) {
      tell = listener;
    }
  }
  runInNewContext(script, { document, location, EventSource });
  const say = (version: string, count: number, message: string) => {
    tell({ data: JSON.stringify({ version, count, message }) });
    return [document.title, banners.map(({ textContent }) => textContent), reloads];
  };
  expect(say('a', 2, '<b>2</b> errors.')).toEqual(['(2) Lake', ['<b>2</b> errors.'], 0]);
  expect(say('a', 1, '1 error.')).toEqual(['(1) Lake', ['1 error.'], 0]);
  expect(say('a', 0, '')).toEqual(['Lake', [], 0]);
  expect(say('b', 0, '')).toEqual(['Lake', [], 1]);
});

test('before anything is published there is a page that says so', async () => {
  const { folder, read, write } = openWatchedProject();
  write(article, read(article) + broken);
  const watch = watchInProcess(folder, '--serve', '--port', '0');
  const port = await portOf(watch);
  await watch.printed(idle);
  expect((await ask(port, '/')).body).toContain('<p>No page is published yet.</p><script defer');
});

test('a port that is taken is told', async () => {
  const { folder } = openWatchedProject();
  const port = new URL((await loopbackServer(() => undefined)).origin).port;
  const { code, err } = await runInProcess(folder, 'watch', '--serve', '--port', port);
  expect(code).toBe(74);
  expect(err).toBe(
    `Port ${port} cannot be used (EADDRINUSE). Give another with --port; 0 takes any that is free.\n`,
  );
});
