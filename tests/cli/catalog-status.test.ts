import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { packageRoot } from '../package-root.ts';
import { copyFixture } from './copy-fixture.ts';
import { runInProcess } from './run-in-process.ts';

let folder: string;
const change = (at: string, from: string, to: string): void => {
  const before = readFileSync(path.join(folder, at), 'utf8');
  expect(before).toContain(from);
  writeFileSync(path.join(folder, at), before.replace(from, to));
};
const status = (...options: string[]) => runInProcess(folder, 'catalog', 'status', ...options);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  copyFixture('edition-with-gaps', folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the table', () => {
  test('has a line for each edition, in columns', async () => {
    expect(await status()).toEqual({
      code: 0,
      err: '',
      out: `saywa, from en: 18 segments, 94 words
  edition  done  translated  to revise  to translate  obsolete  errors  warnings  state
  pt        39%      7 / 37      3 / 7        8 / 50         0       0         0  published with gaps

Segments / words of the source; “done” is the share of the words.
`,
    });
  });

  test.each([
    ['es', 'saywa, desde en: 18 segmentos, 94 palabras', 'se publica con huecos'],
    ['pt', 'saywa, a partir de en: 18 segmentos, 94 palavras', 'publicada com lacunas'],
  ])('speaks %s', async (language, heading, state) => {
    const { out } = await status('--lang', language);
    expect(out).toContain(heading);
    expect(out).toContain(state);
    const lines = out.split('\n').slice(1, 3);
    expect(lines[0]?.search(/estado$/)).toBe(lines[1]?.indexOf(state));
  });

  test('knows one segment and one word from many', async () => {
    folder = temporaryFolder({
      'tinkuy.yaml': 'base: https://example.org/x/\neditions: { en: en-US, es: es-PE }\n',
      'source/one/article.md':
        '---\ntitle: Alone\nlanguage: en\nlicence: { text: all-rights-reserved, data: all-rights-reserved }\n---\n',
    });
    expect((await status()).out).toContain('one, from en: 1 segment, 1 word\n');
  });

  test('tells what the threshold makes of an edition, and what keeps all back', async () => {
    change('tinkuy.yaml', '39.3', '99.5');
    expect((await status()).out).toContain(' held below 99.5%');
    change('tinkuy.yaml', '{ tag: pt-BR, threshold: 99.5 }', 'pt-BR');
    const { out, code } = await status();
    expect(code).toBe(0);
    expect(out).toContain('keeps everything from being published');
    expect(out).toContain(
      '12 errors in the project keep everything from being published; tinkuy check shows them.',
    );
  });
});

describe('as JSON', () => {
  test('fits the schema that describes it', async () => {
    const { out, code } = await status('--format', 'json');
    expect(code).toBe(0);
    const found = JSON.parse(out) as unknown;
    expect(found).toEqual({
      version: 1,
      publications: [
        {
          name: 'saywa',
          language: 'en',
          segments: 18,
          words: 94,
          editions: [
            {
              language: 'pt',
              tag: 'pt-BR',
              catalog: 'locales/pt/saywa.po',
              threshold: 39.3,
              percent: 39.3,
              state: 'published-with-gaps',
              segments: { translated: 7, fuzzy: 3, untranslated: 8 },
              words: { translated: 37, fuzzy: 7, untranslated: 50 },
              obsolete: 0,
              findings: { errors: 0, warnings: 0 },
            },
          ],
        },
      ],
      findings: { errors: 0, warnings: 1 },
    });
    const schema = JSON.parse(readFileSync(`${packageRoot}schemas/catalog-status.json`, 'utf8')) as object;
    const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
    expect(ajv.validate(schema, found), JSON.stringify(ajv.errors)).toBe(true);
  });

  test('counts the findings of each catalog, and its obsolete entries', async () => {
    change('locales/pt/saywa.po', '1.528', '1.529');
    const po = path.join(folder, 'locales/pt/saywa.po');
    writeFileSync(po, `${readFileSync(po, 'utf8')}\n#~ msgid "Gone"\n#~ msgstr "Foi-se"\n`);
    const found = JSON.parse((await status('--format', 'json')).out);
    expect(found.publications[0].editions[0]).toMatchObject({
      obsolete: 1,
      findings: { errors: 1 },
    });
    expect(found.findings.errors).toBe(1);
  });

  test('of a project whose text cannot be built still counts', async () => {
    change('source/saywa/article.md', '(country:peru)', '(cuontry:peru)');
    const { code, out } = await status('--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ publications: [{ segments: 18 }] });
  });
});

describe('as a badge', () => {
  test('is what shields.io takes', async () => {
    const badge = { schemaVersion: 1, label: 'pt', message: '39 %', color: 'orange' };
    expect(JSON.parse((await status('--format', 'badge')).out)).toEqual([badge]);
    expect(JSON.parse((await status('--format', 'badge', '--edition', 'pt')).out)).toEqual(badge);
  });

  test('is one for each language, over all texts', async () => {
    const article = readFileSync(path.join(folder, 'source/saywa/article.md'), 'utf8');
    const empty = temporaryFolder({
      'tinkuy.yaml':
        'base: https://example.org/x/\neditions: { en: en-US, pt: { tag: pt-BR, threshold: 0 } }\n',
      'source/one/article.md': article.replace(/\n## [\s\S]*/, '\n'),
      'source/two/article.md': article.replace(/\n## [\s\S]*/, '\n'),
      'locales/pt/one.po': readFileSync(path.join(folder, 'locales/pt/saywa.po'), 'utf8'),
    });
    folder = empty;
    const badges = JSON.parse((await status('--format', 'badge')).out) as { message: string }[];
    const [one] = JSON.parse((await status('--format', 'badge', '--publication', 'one')).out) as {
      message: string;
    }[];
    expect(badges).toHaveLength(1);
    expect(Number.parseInt(badges[0]?.message ?? '', 10)).toBe(
      Math.floor(Number.parseInt(one?.message ?? '', 10) / 2),
    );
  });
});

test('a name that the project does not have is wrong use', async () => {
  expect(await status('--edition', 'fr')).toMatchObject({ code: 2, out: '' });
  expect(await status('--publication', 'other')).toMatchObject({ code: 2, out: '' });
  expect(await status('--format', 'xml')).toMatchObject({ code: 2, out: '' });
});

test('a project that cannot be read is told with its findings', async () => {
  folder = temporaryFolder({ 'tinkuy.yaml': 'editions: [' });
  const { code, out } = await status();
  expect(code).toBe(1);
  expect(out).toContain('yaml-is-well-formed');
  expect((await runInProcess(folder, 'catalog', 'status', 'nowhere')).code).toBe(2);
});
