import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { readTree } from './read-tree.ts';
import { runInProcess } from './run-in-process.ts';

const xliff = 'exchange/vapores.es-pt.xlf';
const catalog = 'locales/pt/vapores.po';
const article = 'source/vapores/article.md';
let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  copyFixture('vapores-del-titicaca', folder);
});

const tinkuy = (line: string, ...more: string[]) => runInProcess(folder, ...line.split(' '), ...more);
const read = (at: string) => readFileSync(path.join(folder, at), 'utf8');
const write = (at: string, content: string | Buffer) => {
  mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
  writeFileSync(path.join(folder, at), content);
};
const change = (at: string, from: string | RegExp, to: string) => {
  const text = read(at);
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  write(at, changed);
};

interface Finding {
  rule: string;
  message: string;
  help: string;
  path: string;
  start: { line: number };
}

/** Imports a file and returns what was found, with its line's text. */
async function findingsOf(
  ...files: string[]
): Promise<{ code: number | null; err: string; found: [string, string, string][] }> {
  const { code, out, err } = await tinkuy('catalog import --reporter json', ...files);
  const { findings } = JSON.parse(out) as { findings: Finding[] };
  for (const { message, help } of findings) {
    expect(message).toMatch(/^Expected .+ found /s);
    expect(help).toMatch(/\S/);
    expect(message + help).not.toContain('{{');
  }
  const found = findings.map(({ rule, path: at, start }): [string, string, string] => [
    rule,
    at,
    existsSync(path.join(folder, at)) ? (read(at).split('\n')[start.line - 1] ?? '').trim().slice(0, 8) : '',
  ]);
  return { code, err, found };
}

describe('export', () => {
  test('writes a file for each edition, the same one again, and none that somebody changed', async () => {
    const first = await tinkuy('catalog export');
    expect(first).toEqual({
      code: 0,
      out: 'Wrote exchange/vapores.es-en.xlf.\nWrote exchange/vapores.es-pt.xlf.\n',
      err: '',
    });
    const written = readTree(path.join(folder, 'exchange'));
    expect((await tinkuy('catalog export')).out).toBe(
      'exchange/vapores.es-en.xlf is as it was.\nexchange/vapores.es-pt.xlf is as it was.\n',
    );
    change(xliff, 'Dois barcos subiram', 'Dois navios subiram');
    const kept = read(xliff);
    const refused = await tinkuy('catalog export');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(`${xliff} is there already and says something else`);
    expect(read(xliff)).toBe(kept);
    expect((await tinkuy('catalog export --force')).code).toBe(0);
    expect(readTree(path.join(folder, 'exchange'))).toEqual(written);
  });

  test('of chosen editions and publications, in a chosen format, to a chosen folder', async () => {
    const { out } = await tinkuy(
      'catalog export --edition pt --publication vapores --format tmx --output to/memory',
    );
    expect(out).toBe('Wrote to/memory/vapores.es-pt.tmx.\n');
    expect((await tinkuy('catalog export --format tbx')).out).toBe('Wrote exchange/vapores.tbx.\n');
    for (const [option, value] of [
      ['--edition', 'fr'],
      ['--publication', 'otro'],
      ['--format', 'docx'],
    ] as const) {
      const { code, err } = await tinkuy(`catalog export ${option} ${value}`);
      expect(code).toBe(2);
      expect(err).toContain(`${option} cannot be ${value}`);
    }
  });

  test('a text that the catalog has not caught up with is not exported', async () => {
    change(article, 'Un barco por piezas', 'Un barco en cajas');
    const { code, out } = await tinkuy('catalog export --reporter json');
    expect(code).toBe(1);
    const { findings } = JSON.parse(out) as { findings: Finding[] };
    expect(findings.map(({ rule, path: at }) => [rule, at])).toEqual([
      ['exchange-catalog-is-synced', 'locales/en/vapores.po'],
      ['exchange-catalog-is-synced', catalog],
    ]);
    expect(existsSync(path.join(folder, 'exchange'))).toBe(false);
    await tinkuy('catalog sync');
    expect((await tinkuy('catalog export')).code).toBe(0);
  });
});

describe('import', () => {
  beforeEach(async () => {
    expect((await tinkuy('catalog export')).code).toBe(0);
  });

  test('one changed translation is one changed entry, whatever else was exported', async () => {
    const before = read(catalog);
    change(xliff, 'Dois barcos subiram', 'Dois navios subiram');
    const { code, out } = await tinkuy(`catalog import exchange/vapores.es-en.xlf ${xliff}`);
    expect(out).toMatch(
      /^locales\/en\/vapores\.po: 0 changed, \d+ unchanged, 0 refused\.\nlocales\/pt\/vapores\.po: 1 changed, \d+ unchanged, 0 refused\.\n$/,
    );
    expect(code).toBe(0);
    expect(read(catalog)).toBe(before.replace('Dois barcos subiram', 'Dois navios subiram'));
    await tinkuy(`catalog import ${xliff}`);
    expect(read(catalog)).toBe(before.replace('Dois barcos subiram', 'Dois navios subiram'));
    expect((await tinkuy('build --strict')).code).toBe(0);
  });

  test('a tool that writes no states takes no confirmation back, and gives none', async () => {
    await tinkuy('catalog export --edition pt');
    write(xliff, read(xliff).replaceAll(/ state="reviewed"/g, ''));
    const before = read(catalog);
    expect((await tinkuy(`catalog import ${xliff}`)).code).toBe(0);
    expect(read(catalog)).toBe(before);
    change(xliff, 'Dois barcos subiram', 'Dois navios subiram');
    expect((await tinkuy(`catalog import ${xliff}`)).code).toBe(0);
    expect(read(catalog).match(/#, fuzzy/g)).toHaveLength(1);
  });

  test('from another folder, of a project that is named', async () => {
    change(xliff, 'Dois barcos subiram', 'Dois navios subiram');
    const elsewhere = temporaryFolder({ 'back.xliff': read(xliff) });
    const { code } = await runInProcess(elsewhere, 'catalog', 'import', 'back.xliff', '--project', folder);
    expect(code).toBe(0);
    expect(read(catalog)).toContain('Dois navios subiram');
  });

  test('what would lose or break something is refused where it stands, and the rest is taken', async () => {
    change(xliff, /<ph id="4"[^>]*>(?=[^\n]*<\/target>)/, '');
    change(xliff, '>navegação<', '><');
    change(xliff, '>Um barco em peças<', '>Um *barco* em peças<');
    change(xliff, '>Titicaca</source>', '>Titikaka</source>');
    change(xliff, 'Dois barcos subiram', 'Dois navios subiram');
    const before = read(catalog);
    const { code, err, found } = await findingsOf(xliff);
    expect(found).toEqual([
      ['exchange-translation-is-kept', xliff, '<target '],
      ['exchange-source-is-kept', xliff, '<unit id'],
      ['exchange-text-is-plain', xliff, '<target '],
      ['exchange-codes-are-kept', xliff, '<target '],
    ]);
    expect(code).toBe(1);
    expect(err).toMatch(/: 1 changed, \d+ unchanged, 4 refused\.\n$/);
    expect(read(catalog)).toBe(before.replace('Dois barcos subiram', 'Dois navios subiram'));
  });

  test('the text went on meanwhile', async () => {
    change(xliff, 'Dois barcos subiram', 'Dois navios subiram');
    change(xliff, '>Um barco em peças<', '>Um navio em peças<');
    change(article, 'Dos barcos subieron los Andes por piezas', 'Dos barcos subieron a los Andes por piezas');
    change(article, '## Un barco por piezas', '## Otra cosa muy distinta');
    await tinkuy('catalog sync');
    const { code, found } = await findingsOf(xliff);
    expect(found.map(([rule]) => rule).sort()).toEqual([
      'exchange-source-is-current',
      'exchange-unit-is-known',
    ]);
    expect(code).toBe(1);
    expect(read(catalog)).toMatch(
      /#, fuzzy\n#\| msgid[^\n]*\nmsgid "Dos barcos subieron a los[^"]*"\nmsgstr "Dois navios subiram/,
    );
    expect(read(catalog)).toContain('#~ msgstr "Um barco em peças"');
  });

  test('the catalog went on meanwhile', async () => {
    change(catalog, 'Dois barcos subiram', 'Duas barcas subiram');
    change(xliff, 'Dois barcos subiram', 'Dois navios subiram');
    const before = read(catalog);
    const { found } = await findingsOf(xliff);
    expect(found).toEqual([['exchange-catalog-is-unchanged', xliff, '<target ']]);
    expect(read(catalog)).toBe(before);
  });

  test.each<[string, (text: string) => string | Buffer, string]>([
    [
      'entities that expand',
      (text) =>
        text
          .replace(
            '<xliff',
            `<!DOCTYPE xliff [<!ENTITY a "${'ha'.repeat(50)}">${['b', 'c', 'd', 'e', 'f', 'g']
              .map((name, index) => `<!ENTITY ${name} "${`&${'abcdef'[index]};`.repeat(50)}">`)
              .join('')}]>\n<xliff`,
          )
          .replace('Dois navios', '&g;'),
      'exchange-file-is-self-contained',
    ],
    [
      'a reference to a file',
      (text) => text.replace('<xliff', '<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<xliff'),
      'exchange-file-is-self-contained',
    ],
    [
      'a document type elsewhere',
      (text) => text.replace('<xliff', '<!DOCTYPE xliff SYSTEM "http://example.org/x.dtd">\n<xliff'),
      'exchange-file-is-self-contained',
    ],
    [
      'an entity that nothing declares',
      (text) => text.replace('Dois navios', '&navios;'),
      'exchange-file-is-well-formed',
    ],
    ['an end too soon', (text) => text.slice(0, text.length / 2), 'exchange-file-is-well-formed'],
    ['nothing', () => '', 'exchange-file-is-well-formed'],
    [
      'no end of nesting',
      (text) => text.replace('Dois navios', '<mrk>'.repeat(50_000)),
      'exchange-file-is-well-formed',
    ],
    [
      'XLIFF 1.1',
      () => '<xliff version="1.1" xmlns="urn:oasis:names:tc:xliff:document:1.1"/>',
      'exchange-format-is-known',
    ],
    ['a web page', () => '<html><body>404</body></html>', 'exchange-format-is-known'],
    ['Latin-1', (text) => Buffer.from(text, 'latin1'), 'file-is-utf8'],
    [
      'two languages swapped',
      (text) => text.replace('srcLang="es-EC" trgLang="pt-BR"', 'srcLang="pt-BR" trgLang="es-EC"'),
      'exchange-language-is-an-edition',
    ],
    [
      'a language that is no edition',
      (text) => text.replace('trgLang="pt-BR"', 'trgLang="fr-FR"'),
      'exchange-language-is-an-edition',
    ],
    [
      'another publication',
      (text) => text.replace('source/vapores/article.md', 'source/otro/article.md'),
      'exchange-text-is-in-project',
    ],
  ])('%s: a finding, and every translation still there', async (_, spoil, rule) => {
    const before = readTree(path.join(folder, 'locales'));
    write(xliff, spoil(read(xliff).replace('Dois barcos subiram', 'Dois navios subiram')));
    const { code, found } = await findingsOf(xliff);
    expect(found.map(([found]) => found)).toEqual([rule]);
    expect(found[0]?.[1]).toBe(xliff);
    expect(code).toBe(1);
    expect(readTree(path.join(folder, 'locales'))).toEqual(before);
  });

  test('UTF-16 with a mark, CRLF and a region that differs are read', async () => {
    const text = read(xliff)
      .replace('Dois barcos subiram', 'Dois navios subiram')
      .replace('encoding="UTF-8"', 'encoding="UTF-16"')
      .replaceAll('pt-BR', 'pt')
      .replaceAll('\n', '\r\n');
    write(xliff, Buffer.from(`\uFEFF${text}`, 'utf16le'));
    const { code, out } = await tinkuy(`catalog import ${xliff}`);
    expect([code, out]).toEqual([0, expect.stringMatching(/: 1 changed, \d+ unchanged, 0 refused\.\n$/)]);
    expect(read(catalog)).toContain('Dois navios subiram');
  });

  test('a catalog that cannot be read, or is not there, gets nothing', async () => {
    change(xliff, 'Dois barcos subiram', 'Dois navios subiram');
    const good = read(catalog);
    change(catalog, 'msgstr "Vapores', 'msgstr Vapores');
    const broken = read(catalog);
    expect((await findingsOf(xliff)).found.map(([rule]) => rule)).toEqual(['catalog-is-well-formed']);
    expect(read(catalog)).toBe(broken);
    write(catalog, Buffer.from(good, 'latin1'));
    expect((await tinkuy(`catalog import ${xliff}`)).code).toBe(1);
    rmSync(path.join(folder, catalog));
    expect((await findingsOf(xliff)).found.map(([rule]) => rule)).toEqual(['exchange-catalog-is-synced']);
    expect(existsSync(path.join(folder, catalog))).toBe(false);
  });

  test('wrong use', async () => {
    for (const [line, words] of [
      ['catalog import', 'files'],
      ['catalog import nowhere.xlf', 'There is no file nowhere.xlf.'],
      [`catalog import ${article}`, 'has none of the endings .xlf, .xliff, .tmx'],
      [`catalog import ${xliff} --project nowhere`, 'There is no folder nowhere'],
    ] as const) {
      const { code, err } = await tinkuy(line);
      expect(code).toBe(2);
      expect(err).toContain(words);
    }
  });
});

describe('a translation memory', () => {
  const memory = 'locales/pt/memory/vapores.es-pt.po';
  const tmx = 'exchange/vapores.es-pt.tmx';

  test('goes from one project to another with its codes', async () => {
    await tinkuy('catalog export --format tmx');
    const { code, out } = await tinkuy(`catalog import ${tmx}`);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /^exchange\/vapores\.es-pt\.tmx: \d+ translations added, 0 known, 0 units in other languages left out\.\nWrote locales\/pt\/memory\/vapores\.es-pt\.po\.\n$/,
      ),
    ]);
    expect(read(memory)).toContain('[lago Titicaca](feature:lake-titicaca)');
    const before = read(memory);
    expect((await tinkuy(`catalog import ${tmx}`)).out).toMatch(/ 0 translations added, \d+ known/);
    expect(read(memory)).toBe(before);
    expect((await tinkuy('build --strict')).code).toBe(0);
  });

  test('of another tool, in UTF-16, in more languages than ours', async () => {
    const tu = (...pairs: [string, string][]) =>
      `<tu>${pairs.map(([language, text]) => `<tuv xml:lang="${language}"><seg>${text}</seg></tuv>`).join('')}</tu>`;
    const text = `<?xml version="1.0" encoding="UTF-16"?>\r\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\r\n<tmx version="1.4"><header creationtool="other" srclang="*all*"/><body>${[
      tu(['pt-PT', 'o <ph>&lt;br&gt;</ph>lago'], ['ES', 'el lago'], ['en', 'the lake']),
      tu(['es', 'el lago'], ['pt', 'a lagoa']),
      tu(['de', 'See'], ['fr', 'lac']),
    ].join('\r\n')}</body></tmx>`;
    write('old memory.tmx', Buffer.from(`\uFEFF${text}`, 'utf16le'));
    const { code, out } = await tinkuy('catalog import', 'old memory.tmx');
    expect([code, out]).toEqual([
      0,
      'old memory.tmx: 3 translations added, 0 known, 1 units in other languages left out.\n' +
        'Wrote locales/en/memory/old-memory.po.\nWrote locales/pt/memory/old-memory.po.\n',
    ]);
    expect(read('locales/pt/memory/old-memory.po')).toContain(
      'msgid "el lago"\nmsgstr "o lago"\n\nmsgctxt "2"\nmsgid "el lago"\nmsgstr "a lagoa"\n',
    );
  });

  test('of two files of one name the second is added to the first', async () => {
    const tmx = (target: string) =>
      `<tmx version="1.4"><header creationtool="other"/><body><tu><tuv xml:lang="es"><seg>el lago</seg></tuv><tuv xml:lang="pt"><seg>${target}</seg></tuv></tu></body></tmx>`;
    write('one/m.tmx', tmx('o lago'));
    write('two/m.tmx', tmx('a lagoa'));
    expect((await tinkuy('catalog import one/m.tmx two/m.tmx')).code).toBe(0);
    expect(read('locales/pt/memory/m.po')).toContain('msgstr "o lago"');
    expect(read('locales/pt/memory/m.po')).toContain('msgstr "a lagoa"');
  });

  test.each([
    ['broken', '<tmx version="1.4"><body><tu>', 'exchange-file-is-well-formed'],
    ['of no known kind', '<tmx/>', 'exchange-format-is-known'],
    ['in no encoding', Buffer.from('<tmx version="1.4"><body>ñ</body></tmx>', 'latin1'), 'file-is-utf8'],
  ])('a file that is %s adds nothing', async (_, content, rule) => {
    write('a.tmx', content);
    const { code, found } = await findingsOf('a.tmx');
    expect([code, found.map(([found]) => found)]).toEqual([1, [rule]]);
    expect(existsSync(path.join(folder, 'locales/pt/memory'))).toBe(false);
  });
});
