import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { runInProcess } from './run-in-process.ts';

const catalog = 'locales/es/guide.po';
const notice = /<!-- tinkuy: .* -->\r?\n\r?\n/;

let folder = '';
const read = (at: string) => readFileSync(path.join(folder, at), 'utf8');
const write = (at: string, text: string) => writeFileSync(path.join(folder, at), text);
const change = (at: string, from: string, to: string) => {
  expect(read(at)).toContain(from);
  write(at, read(at).replace(from, to));
};

/** Has a catalog say of each segment what the source says. */
function repeatSource(at: string): void {
  const [header = '', ...entries] = read(at).split('\n\n');
  const repeated = entries.map((entry) =>
    entry.replace(
      /^msgid ((?:".*"\n)+)msgstr ""/m,
      (_, msgid: string) => `msgid ${msgid}msgstr ${msgid.trimEnd()}`,
    ),
  );
  write(at, [header, ...repeated].join('\n\n'));
}

async function build() {
  const { code, out } = await runInProcess(folder, 'build', '--reporter', 'json');
  const { findings } = JSON.parse(out) as { findings: { rule: string; path: string; message: string }[] };
  return { code, findings: findings.map(({ rule, path: at, message }) => `${rule} ${at} ${message}`) };
}

beforeEach(() => {
  folder = temporaryFolder();
  copyFixture('pages-as-typed', folder);
});

const pages = ['guide', 'start'];

async function repeat(): Promise<void> {
  await runInProcess(folder, 'catalog', 'sync');
  for (const page of pages) repeatSource(`locales/es/${page}.po`);
}

/** What is built of a page, without the notice, and with links leading to the source's language. */
function built(page: string): string {
  return read(`docs/${page}.es.md`).replace(notice, '').replaceAll('.es.md', '.md');
}

describe('a page whose translation repeats its source has the bytes of its source', () => {
  test.each([
    ['with LF', (text: string) => text],
    ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', (text: string) => `\uFEFF${text}`],
    ['with both', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['without a last line end', (text: string) => text.trimEnd()],
  ])('%s', async (_, write_) => {
    for (const page of pages) write(`docs/${page}.md`, write_(read(`docs/${page}.md`)));
    await repeat();
    expect(await build()).toEqual({ code: 0, findings: [] });
    for (const page of pages) expect(built(page)).toBe(read(`docs/${page}.md`));
    // Nothing looks edited.
    const again = await runInProcess(folder, 'build', '--no-cache');
    expect({ ...again, out: again.out.split('\n')[0] }).toMatchObject({
      code: 0,
      out: 'dist: 0 written, 1 unchanged, 0 removed.',
    });
  });

  test('and other line ends make it anew', async () => {
    await repeat();
    await build();
    write('docs/start.md', read('docs/start.md').replaceAll('\n', '\r\n'));
    await build();
    expect(read('docs/start.es.md')).toBe(read('docs/start.es.md').replace(/\r?\n/g, '\r\n'));
  });
});

test('links lead to pages in the same language, as they are written', async () => {
  await repeat();
  await build();
  const text = read('docs/guide.es.md');
  expect(text).toContain('[the\nstart][start], to [start][], to [Start] or');
  expect(text).toContain("[start]:  <start.es.md>\n  'Where it begins'\n[drawing]: drawing.png");
  expect(text).toContain('(./start.es.md?plain=1#pumps "Of the\nstart")');
  expect(read('docs/start.es.md')).toContain('[the guide](guide.es.md#wells)');
});

test('a translated link has the label of its source, and an address of its own where it has none', async () => {
  await repeat();
  const words =
    'Vaya al [comienzo](start.md \\"Where it begins\\"), a [start](start.md \\"Where it begins\\"), a ' +
    '[Inicio](start.md \\"Where it begins\\") o a [las bombas](./start.md?plain=1#pumps \\"Del comienzo\\"). ' +
    '![Un dibujo](drawing.png) Escriba a <wells@example.org>.';
  const entries = read(catalog)
    .split('\n\n')
    .map((entry) =>
      entry.includes('Go to [the start]') ? entry.replace(/^msgstr [\s\S]*/m, `msgstr "${words}"`) : entry,
    );
  write(catalog, `${entries.join('\n\n')}\n`);
  expect(await build()).toEqual({ code: 0, findings: [] });
  const text = read('docs/guide.es.md');
  expect(text).toContain(
    'Vaya al [comienzo][start], a [start][], a [Inicio][Start] o a [las bombas](./start.es.md?plain=1#pumps "Del comienzo"). ![Un dibujo][drawing] ',
  );
});

test('a value of the front matter is exchanged where it stands', async () => {
  await repeat();
  change(catalog, 'msgstr "Wells *of* the plain"', 'msgstr "Pozos: *del* llano"');
  change(catalog, 'msgstr "wells"', 'msgstr "pozos, fuentes"');
  change(catalog, 'msgstr "water"', 'msgstr "agua, mucha"');
  change(catalog, 'msgstr "Where water comes from."', 'msgstr "De dónde viene."');
  await build();
  expect(read('docs/guide.es.md').split('\n---')[0]).toBe(
    '---\ntitle:   "Pozos: *del* llano"   # as typed\nkeywords: [ "agua, mucha",  \'pozos, fuentes\' ]\nabstract: De dónde viene.\n\nweight: 007',
  );
});
