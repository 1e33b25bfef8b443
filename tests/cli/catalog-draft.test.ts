import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { runInProcess, runWith } from './run-in-process.ts';
import { type Answer, type Asked, translationServer } from './translation-server.ts';

const catalog = 'locales/es/demo.po';
const border = '[1,528 km](border:ec-pe#length)';

let folder = '';
const read = (at = catalog) => readFileSync(path.join(folder, at), 'utf8');
/** The catalog with each string on one line. */
const unwrapped = (at = catalog) => read(at).replaceAll('"\n"', '');
/** Takes the translations of every entry out of the Spanish catalog. */
const empty = () => {
  const [header, ...entries] = read().split('\n\n');
  const gaps = entries.map((entry) => entry.replace(/\nmsgstr [\s\S]*$/, '\nmsgstr ""'));
  writeFileSync(path.join(folder, catalog), `${[header, ...gaps].join('\n\n')}\n`);
};

beforeEach(() => {
  folder = temporaryFolder();
  copyFixture('rule-base', folder);
  empty();
});

/** Answers as LibreTranslate does, one word changed so that it is seen. */
const libretranslate = ({ body }: Asked): Answer => ({
  body: {
    translatedText: (body.q as string[]).map((text) => text.replace('share a border of', 'comparten')),
  },
});
/** Answers as a chat does, with the last message. */
const chat = ({ body }: Asked): Answer => {
  const messages = body.messages as { content: string }[];
  return { body: { choices: [{ message: { role: 'assistant', content: messages.at(-1)?.content } }] } };
};

const draft = (env: Record<string, string>, engine: string, ...options: string[]) =>
  runWith(env, folder, 'catalog', 'draft', '--engine', engine, ...options);

/** Without waiting as long as a user would; returns the exit code. */
const impatient = async (env: Record<string, string>) =>
  (await draft({ ...env, TINKUY_WAIT: '1' }, 'libretranslate', '--edition', 'es')).code;

test.each([
  ['--edition', 'fr'],
  ['--publication', 'otro'],
])('a name that the project does not have is told: %s %s', async (option, value) => {
  const { url, asked } = await translationServer(libretranslate);
  const env = { TINKUY_LIBRETRANSLATE_URL: url };
  const { code, err } = await draft(env, 'libretranslate', option, value);
  expect(code).toBe(2);
  expect(err).toContain(`${option} cannot be ${value}`);
  expect(asked).toEqual([]);
});

test('of fewer answers than questions none is taken, for nobody knows which belongs to which', async () => {
  const { url } = await translationServer(({ body }) => ({
    body: { translatedText: (body.q as string[]).slice(1) },
  }));
  const before = read();
  const { code } = await draft({ TINKUY_LIBRETRANSLATE_URL: url }, 'libretranslate', '--edition', 'es');
  expect(code).toBe(1);
  expect(read()).toBe(before);
});

test('LibreTranslate fills what nobody translated, fuzzy and marked; what is translated stays', async () => {
  const { url, asked } = await translationServer(libretranslate);
  const other = read('locales/pt/demo.po');
  const { code, out, err } = await draft(
    { TINKUY_LIBRETRANSLATE_URL: `${url}/`, TINKUY_LIBRETRANSLATE_KEY: 'secret' },
    'libretranslate',
  );
  expect(err).toBe('');
  expect(out).toBe(
    'locales/es/demo.po: 4 drafted, to be revised.\nlocales/pt/demo.po: 0 drafted, to be revised.\n',
  );
  expect(code).toBe(0);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({
    path: '/translate',
    body: { source: 'en', target: 'es', format: 'html', api_key: 'secret' },
  });
  expect(asked[0]?.body.q).toContain(
    '<g id="1">Peru</g> and <g id="2">Ecuador</g> share a border of <g id="3">1,528 km</g>.',
  );
  expect(unwrapped()).toContain(`"[Peru](country:peru) and [Ecuador](country:ecuador) comparten ${border}."`);
  expect(read().match(/# Drafted by machine: libretranslate\n/g)).toHaveLength(4);
  expect(read().match(/#, fuzzy\n/g)).toHaveLength(4);
  expect(read('locales/pt/demo.po')).toBe(other);

  // A draft is nothing that may be published.
  const { out: findings } = await runInProcess(folder, 'check', '--reporter', 'json');
  expect(findings.match(/"translation-is-confirmed"/g)).toHaveLength(4);
});

test('a chat endpoint is asked segment by segment, with the names it should use', async () => {
  const { url, asked } = await translationServer(chat);
  const env = { TINKUY_OPENAI_URL: url, TINKUY_OPENAI_KEY: 'secret', TINKUY_OPENAI_MODEL: 'some-model' };
  const { code, err } = await draft(env, 'openai', '--edition', 'es');
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(asked).toHaveLength(4);
  const border = asked.find(({ body }) => JSON.stringify(body.messages).includes('1,528'));
  expect(border).toMatchObject({ path: '/chat/completions', body: { model: 'some-model', temperature: 0 } });
  expect(border?.headers.authorization).toBe('Bearer secret');
  expect(JSON.stringify(border?.body.messages)).toContain('Peru = Perú');
  expect(read()).toContain('# Drafted by machine: openai (some-model)');
});

test('a number that the machine leaves as the source has it is written as the edition writes it', async () => {
  writeFileSync(
    path.join(folder, 'locales/pt/demo.po'),
    read('locales/pt/demo.po').replace(/(length\)\."\nmsgstr )(?:"[^\n]*\n)+/, '$1""\n'),
  );
  const { url } = await translationServer(libretranslate);
  await draft({ TINKUY_LIBRETRANSLATE_URL: url }, 'libretranslate', '--edition', 'pt');
  expect(unwrapped('locales/pt/demo.po')).toContain('[1.528 km](border:ec-pe#length)');
});

describe('an answer that would lose or change something leaves the gap', () => {
  test.each([
    [
      'a link is dropped',
      (text: string) => text.replace(/<g id="2">(.*?)<\/g>/, '$1'),
      'lost or changed a link',
    ],
    ['a link is doubled', (text: string) => `${text} <g id="1">x</g>`, 'lost or changed a link'],
    [
      'tags cross',
      (text: string) => text.replace('</g>', '').replace(/$/, '</g></g>'),
      'lost or changed a link',
    ],
    ['nothing comes back', () => ' ', 'gave no translation'],
    ['markup is added', (text: string) => `${text} [see](https://example.org/)`, 'read as other markup'],
  ])('%s', async (_, change, words) => {
    const { url } = await translationServer(({ body }) => ({
      body: {
        translatedText: (body.q as string[]).map((text) => (text.includes('1,528') ? change(text) : text)),
      },
    }));
    const { code, out } = await draft(
      { TINKUY_LIBRETRANSLATE_URL: url },
      'libretranslate',
      '--edition',
      'es',
    );
    expect(out).toContain('locales/es/demo.po: 3 drafted');
    expect(out).toContain(words);
    expect(code).toBe(1);
    expect(read()).toMatch(/length\)\."\nmsgstr ""\n/);
  });
});

describe('the service', () => {
  test.each([
    ['is overloaded for a while', (index: number) => index < 2, { status: 503, body: 'busy' }],
    [
      'asks to slow down',
      (index: number) => index === 0,
      { status: 429, body: {}, headers: { 'retry-after': '0' } },
    ],
  ])('%s: the request is repeated', async (_, isBad, bad) => {
    const { url, asked } = await translationServer((one, index) =>
      isBad(index) ? bad : libretranslate(one),
    );
    expect(await impatient({ TINKUY_LIBRETRANSLATE_URL: url })).toBe(0);
    expect(asked.length).toBeGreaterThan(1);
    expect(read()).toContain('comparten');
  });

  test('hangs up: the request is repeated', async () => {
    const { url, asked } = await translationServer((one, index) =>
      index === 0 ? 'hang up' : libretranslate(one),
    );
    expect(await impatient({ TINKUY_LIBRETRANSLATE_URL: url })).toBe(0);
    expect(asked).toHaveLength(2);
  });

  test('refuses for good: one request, a sentence, no change', async () => {
    const before = read();
    const { url, asked } = await translationServer(() => ({ status: 403, body: { error: 'bad key' } }));
    const { code, err } = await draft(
      { TINKUY_LIBRETRANSLATE_URL: url },
      'libretranslate',
      '--edition',
      'es',
    );
    expect(err).toContain('403 {"error":"bad key"}');
    expect(code).toBe(74);
    expect(asked).toHaveLength(1);
    expect(read()).toBe(before);
  });

  test('answers with a page and no JSON: a sentence, no change', async () => {
    const before = read();
    const { url } = await translationServer(() => ({ body: '<html>Log in</html>' }));
    const { code, err } = await draft(
      { TINKUY_LIBRETRANSLATE_URL: url },
      'libretranslate',
      '--edition',
      'es',
    );
    expect(err).toContain('Log in');
    expect(err).not.toContain('<html>');
    expect(code).toBe(74);
    expect(read()).toBe(before);
  });

  test('fails halfway: what was drafted is kept, and the next run asks for the rest only', async () => {
    const article = path.join(folder, 'source/demo/article.md');
    const more = Array.from({ length: 20 }, (_, index) => `A sentence about the river, number ${index + 1}.`);
    writeFileSync(article, `${readFileSync(article, 'utf8')}\n${more.join('\n\n')}\n`);
    await runInProcess(folder, 'catalog', 'sync');
    empty();
    const first = await translationServer((one, index) =>
      index === 0 ? libretranslate(one) : { status: 400, body: {} },
    );
    expect(await impatient({ TINKUY_LIBRETRANSLATE_URL: first.url })).toBe(74);
    expect(read().match(/# Drafted by machine/g)).toHaveLength(10);
    const second = await translationServer(libretranslate);
    expect(await impatient({ TINKUY_LIBRETRANSLATE_URL: second.url })).toBe(0);
    expect(second.asked.flatMap(({ body }) => body.q)).toHaveLength(14);
    expect(read().match(/# Drafted by machine/g)).toHaveLength(24);
  });
});

describe('one answer out of order costs itself:', () => {
  const env = (url: string) => ({ TINKUY_LIBRETRANSLATE_URL: url, TINKUY_WAIT: '1' });
  const isBorder = (text: string) => text.includes('1,528');

  test.each<[string, unknown, string]>([
    ['null among the translations', null, 'gave no translation'],
    ['a number among them', 7, 'gave no translation'],
    ['an object among them', { text: 'x' }, 'gave no translation'],
    ['an escape sequence in one', 'x \u001b[31m', 'has control characters'],
    ['NUL in one', 'x\u0000', 'has control characters'],
    ['half a character in one', 'x\ud800', 'has control characters'],
    ['a noncharacter in one', 'x\ufdd0', 'has control characters'],
  ])('%s', async (_, instead, words) => {
    const { url } = await translationServer(({ body }) => ({
      body: { translatedText: (body.q as string[]).map((text) => (isBorder(text) ? instead : text)) },
    }));
    const { code, out } = await draft(env(url), 'libretranslate', '--edition', 'es');
    expect(out).toContain('locales/es/demo.po: 3 drafted');
    expect(out).toContain(words);
    expect(code).toBe(1);
    expect(read()).toMatch(/length\)\."\nmsgstr ""\n/);
    expect((await runInProcess(folder, 'catalog', 'sync')).code).toBe(0);
  });

  test.each<[string, Answer, string]>([
    ['status 400', { status: 400, body: { error: 'too odd' } }, '400 {"error":"too odd"}'],
    ['status 500', { status: 500, body: 'Oops' }, '500 Oops'],
    [
      'an error with status 200',
      { body: { error: 'too odd' } },
      'expected translations, found {"error":"too odd"}',
    ],
    ['no JSON', { body: '<p>Sorry</p>' }, 'Sorry'],
    ['JSON that breaks off', { body: '{"translatedText": ["x' }, 'breaks off'],
    ['fewer translations than texts', { body: { translatedText: [] } }, 'gave no translation'],
    [
      'more translations than texts',
      { body: { translatedText: Array(20).fill('x') } },
      'gave no translation',
    ],
  ])('%s to a request with one text: the others are drafted', async (_, bad, words) => {
    const { url } = await translationServer((one) =>
      (one.body.q as string[]).some(isBorder) ? bad : libretranslate(one),
    );
    const { code, out, err } = await draft(env(url), 'libretranslate', '--edition', 'es');
    expect(err).toBe('');
    expect(out).toContain('locales/es/demo.po: 3 drafted');
    expect(out).toContain(words);
    expect(out).not.toContain('<p>');
    expect(code).toBe(1);
    expect(read().match(/# Drafted by machine/g)).toHaveLength(3);
  });

  test('of a single text LibreTranslate may answer with the translation alone', async () => {
    writeFileSync(path.join(folder, catalog), `${read().split('\n\n').slice(0, 2).join('\n\n')}\n`);
    const { url } = await translationServer(({ body }) => ({
      body: { translatedText: (body.q as string[]).join() },
    }));
    expect((await draft(env(url), 'libretranslate', '--edition', 'es')).out).toContain('1 drafted');
  });

  const chatAnswer = (choice: object): Answer => ({ body: { choices: [choice] } });
  test.each<[string, Answer, string]>([
    [
      'an error with status 200',
      { body: { error: { message: 'quota' } } },
      'found {"error":{"message":"quota"}}',
    ],
    ['no choices', { body: { choices: [] } }, 'expected translations'],
    ['no message', chatAnswer({ index: 0 }), 'expected translations'],
    ['a refusal', chatAnswer({ message: { content: null, refusal: 'no' } }), 'gave no translation'],
    [
      'what was cut',
      chatAnswer({ message: { content: 'La frontera' }, finish_reason: 'length' }),
      'cut its answer before the end',
    ],
  ])('of a chat, %s', async (_, bad, words) => {
    const { url } = await translationServer((one) =>
      JSON.stringify(one.body.messages).includes('1,528') ? bad : chat(one),
    );
    const own = { TINKUY_OPENAI_URL: url, TINKUY_OPENAI_MODEL: 'm', TINKUY_WAIT: '1' };
    const { code, out, err } = await draft(own, 'openai', '--edition', 'es');
    expect(err).toBe('');
    expect(out).toContain('locales/es/demo.po: 3 drafted');
    expect(out).toContain(words);
    expect(code).toBe(1);
  });

  test('a chat may answer in parts', async () => {
    const { url } = await translationServer(({ body }) => {
      const text = (body.messages as { content: string }[]).at(-1)?.content ?? '';
      const content = [
        { type: 'text', text: text.slice(0, 5) },
        { type: 'text', text: text.slice(5) },
      ];
      return chatAnswer({ message: { content }, finish_reason: 'stop' });
    });
    const own = { TINKUY_OPENAI_URL: url, TINKUY_OPENAI_MODEL: 'm', TINKUY_WAIT: '1' };
    expect((await draft(own, 'openai', '--edition', 'es')).code).toBe(0);
    expect(read()).toContain('# Drafted by machine: openai (m)');
  });

  test('a key that HTTP cannot carry is wrong use, and is not told', async () => {
    const { url, asked } = await translationServer(chat);
    const own = { TINKUY_OPENAI_URL: url, TINKUY_OPENAI_MODEL: 'm', TINKUY_OPENAI_KEY: 'se\ncret' };
    const { code, err } = await draft(own, 'openai', '--edition', 'es');
    expect(err).toContain('The header authorization cannot be sent');
    expect(err).not.toContain('cret');
    expect(code).toBe(2);
    expect(asked).toEqual([]);
  });
});

describe('wrong use', () => {
  test.each([
    ['no address', {}, 'libretranslate', 'TINKUY_LIBRETRANSLATE_URL is not set'],
    ['no model', { TINKUY_OPENAI_URL: 'https://example.org' }, 'openai', 'TINKUY_OPENAI_MODEL is not set'],
    ['an unknown engine', {}, 'libretranslat', 'Did you mean libretranslate?'],
    [
      'a secret in the address',
      { TINKUY_LIBRETRANSLATE_URL: 'https://ana:pw@example.org' },
      'libretranslate',
      'TINKUY_LIBRETRANSLATE_URL has a user or a secret in it',
    ],
    ['an address that is none', { TINKUY_LIBRETRANSLATE_URL: 'example' }, 'libretranslate', 'no address'],
  ])('%s', async (_, env, engine, words) => {
    const { code, err } = await draft(env as Record<string, string>, engine);
    expect(err).toContain(words);
    expect(code).toBe(2);
  });
});
