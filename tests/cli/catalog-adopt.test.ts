import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { copyFixture } from './copy-fixture.ts';
import type { Finding } from './expect-finding.ts';
import { readTree } from './read-tree.ts';
import { runInProcess } from './run-in-process.ts';

const edition = 'dist/pt/vapores.md';
const register = 'dist/pt/vapores-register.md';
const catalog = 'locales/pt/vapores.po';
let built = '';

beforeAll(async () => {
  built = mkdtempSync(path.join(tmpdir(), 'tinkuy-adopt-'));
  copyFixture('vapores-del-titicaca', built);
  const { code, out } = await runInProcess(built, 'build');
  expect(code, out).toBe(0);
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

/** A copy of the built project. */
function copyBuilt(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-adopt-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(built, folder, { recursive: true });
  return folder;
}

const read = (folder: string, at: string): string => readFileSync(path.join(folder, at), 'utf8');

/** Replaces words in a file of a project, each once. */
function edit(folder: string, at: string, ...changes: [string, string][]): void {
  let text = read(folder, at);
  for (const [was, is] of changes) {
    expect(text).toContain(was);
    text = text.replace(was, () => is);
  }
  writeFileSync(path.join(folder, at), text);
}

interface RelatedFinding extends Finding {
  severity: string;
  related: { path: string }[];
}

async function adopt(folder: string, ...options: string[]) {
  const { code, out, err } = await runInProcess(folder, 'catalog', 'adopt', '--reporter', 'json', ...options);
  const { findings } = JSON.parse(out) as { findings: RelatedFinding[] };
  for (const { message, help } of findings) {
    expect(message).toMatch(/^Expected .+ found /s);
    expect(help).toMatch(/\S/);
    expect(message + help).not.toContain('{{');
  }
  return { code, findings, err };
}

/** Edits the Portuguese edition, adopts, builds, and expects the file as the editor saved it, byte for byte. */
async function expectTaken(changes: [string, string][], inCatalog: string[]): Promise<void> {
  const folder = copyBuilt();
  edit(folder, edition, ...changes);
  const edited = read(folder, edition);
  const before = read(folder, catalog);
  const { code, findings } = await adopt(folder);
  expect(findings).toEqual([]);
  expect(code).toBe(0);
  expect(read(folder, edition)).toBe(edited);
  const after = read(folder, catalog);
  expect(after).not.toBe(before);
  for (const words of inCatalog) expect(after.replaceAll('"\n"', '')).toContain(words);
  const second = await runInProcess(folder, 'build');
  expect(second.code, second.out).toBe(0);
  expect(read(folder, edition)).toBe(edited);
}

describe('what an editor corrects in an edition is carried into the catalog', () => {
  test.each<[string, [string, string][], string[]]>([
    [
      'a word',
      [['em lombo de mula', 'no lombo de mulas']],
      ['[lago Titicaca](feature:lake-titicaca) no lombo de mulas, repartido'],
    ],
    [
      'words of a link',
      [
        [
          '[lago Titicaca](vapores-register.md#feature-lake-titicaca)',
          '[Lago Titicaca](vapores-register.md#feature-lake-titicaca)',
        ],
      ],
      ['[Lago Titicaca](feature:lake-titicaca)'],
    ],
    [
      'words around a mention that is no link there',
      [['O casco do Yavari mede', 'O casco do velho Yavari tem']],
      ['O casco do velho [Yavari](vessel:yavari) tem cerca de'],
    ],
    [
      'a mention that is no link there, and moves',
      [
        [
          'O casco do Yavari mede cerca de [30,5 m](vapores-register.md#vessel-yavari--length)',
          'Cerca de [30,5 m](vapores-register.md#vessel-yavari--length) mede o casco do Yavari',
        ],
      ],
      ['"Cerca de [30,5 m](vessel:yavari#length) mede o casco do [Yavari](vessel:yavari), como'],
    ],
    [
      'a link that moves within its sentence',
      [
        [
          'Seu porto é [Puno](vapores-register.md#place-puno).',
          '[Puno](vapores-register.md#place-puno) é seu porto.',
        ],
      ],
      ['[^mulas] [Puno](place:puno) é seu porto.'],
    ],
    ['a numbered heading', [['## 2 Os barcos', '## 2 Os dois barcos']], ['msgstr "Os dois barcos"']],
    [
      'a caption',
      [['Comprimento e lançamento', 'Comprimento e data de lançamento']],
      ['"Comprimento e data'],
    ],
    ['a cell', [['| Lançamento |', '| Lançado em |']], ['msgstr "Lançado em"']],
    ['a footnote', [['a tropa já estava', 'a tropa já se achava']], ['a tropa já se achava em marcha']],
    [
      'the title',
      [['title: Vapores do lago', 'title: Os vapores do lago']],
      ['"Os vapores do lago Titicaca"'],
    ],
    [
      'the words before a value that the pipeline writes',
      [['como mostra a [', 'como se vê na [']],
      ['como se vê na [](#table-vessels).'],
    ],
    ['emphasis', [['em lombo de mula', 'em *lombo* de mula']], ['em *lombo* de mula']],
    [
      'signs that are syntax',
      [['em lombo de mula', 'em lombo \\*de\\* mula']],
      ['em lombo \\\\*de\\\\* mula'],
    ],
    [
      'the abstract in both of its places',
      [
        ['description-meta: Dois barcos subiram', 'description-meta: Dois navios subiram'],
        ['**Resumo:** Dois barcos subiram', '**Resumo:** Dois navios subiram'],
      ],
      ['msgstr "Dois navios subiram os Andes em peças."'],
    ],
    [
      'several places at once',
      [
        ['em lombo de mula', 'no lombo de mulas'],
        ['As anotações', 'Os apontamentos'],
        ['no plano de 3:1', 'na planta de 3:1'],
      ],
      ['no lombo de mulas', '"Os apontamentos"', 'na planta de 3:1'],
    ],
  ])('%s', (_, changes, inCatalog) => expectTaken(changes, inCatalog));

  test('one place of a text that the edition shows twice; the other one follows', async () => {
    const folder = copyBuilt();
    edit(folder, edition, ['**Resumo:** Dois barcos', '**Resumo:** Dois navios']);
    expect((await adopt(folder)).findings).toEqual([]);
    const adopted = read(folder, edition);
    expect(adopted).toContain('description-meta: Dois navios subiram');
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    expect(read(folder, edition)).toBe(adopted);
    expect((await adopt(folder)).err).toContain('say what the catalogs say');
  });

  test('what the register of entities shows of the edition follows', async () => {
    const folder = copyBuilt();
    const [was, is]: [string, string] = ['Vapores do lago', 'Os vapores do lago'];
    edit(folder, edition, [`title: ${was}`, `title: ${is}`]);
    expect((await adopt(folder)).findings).toEqual([]);
    const adopted = read(folder, register);
    expect(adopted).toBe(read(built, register).replaceAll(was, is));
    expect(adopted).toContain(`subtitle: ${is}`);
    expect((await adopt(folder)).err).toContain('say what the catalogs say');
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    expect(read(folder, register)).toBe(adopted);
  });

  test('the title, as the front matter of the register has it, with a correction of the edition', async () => {
    const folder = copyBuilt();
    edit(folder, register, ['subtitle: Vapores do lago', 'subtitle: Os vapores do lago']);
    edit(folder, edition, ['As anotações', 'Os apontamentos']);
    const { code, findings, err } = await adopt(folder);
    expect([code, findings]).toEqual([0, []]);
    expect(err).toContain(`2 corrections taken over from ${edition}, ${register}.`);
    for (const words of ['msgstr "Os vapores do lago Titicaca"', 'msgstr "Os apontamentos"'])
      expect(read(folder, catalog)).toContain(words);
    const [text, beside] = [read(folder, edition), read(folder, register)];
    expect(text).toContain('title: Os vapores do lago');
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    expect([read(folder, edition), read(folder, register)]).toEqual([text, beside]);
  });

  test('nothing but the translation changes in the catalog', async () => {
    const folder = copyBuilt();
    edit(folder, edition, ['As anotações', 'Os apontamentos']);
    await adopt(folder);
    expect(read(folder, catalog)).toBe(
      read(built, catalog).replace('msgstr "As anotações"', 'msgstr "Os apontamentos"'),
    );
  });

  test('paragraphs that an editor wrapped anew are no edit', async () => {
    const folder = copyBuilt();
    edit(folder, edition, ['repartido em', 'repartido\nem']);
    const { code, err } = await adopt(folder);
    expect([code, err]).toEqual([0, 'The editions in dist/ say what the catalogs say.\n']);
    expect((await runInProcess(folder, 'build')).code).toBe(0);
  });

  test('a checkout with CRLF has no edits, and its edits are read', async () => {
    const folder = copyBuilt();
    const text = read(folder, edition).replaceAll('\n', '\r\n');
    writeFileSync(path.join(folder, edition), text);
    expect((await adopt(folder)).err).toContain('say what the catalogs say');
    writeFileSync(path.join(folder, edition), text.replace('As anotações', 'Os apontamentos'));
    expect((await adopt(folder)).findings).toEqual([]);
    expect(read(folder, catalog)).toContain('msgstr "Os apontamentos"');
  });
});

describe('what cannot be carried over is told, and stays in the edition', () => {
  test.each<[string, [string, string], string, string]>([
    [
      'a paragraph divided in two',
      ['[^mulas] Seu', '[^mulas]\n\nSeu'],
      'hand-edit-keeps-structure',
      'O [Yavari]',
    ],
    ['a heading of another level', ['## 2 Os', '### 2 Os'], 'hand-edit-keeps-structure', '### 2 Os'],
    ['a list made of a sentence', ['O casco', '- O casco'], 'hand-edit-keeps-structure', '- O casco'],
    [
      'the words of a mention that is no link there',
      ['do Yavari mede', 'mede'],
      'hand-edit-keeps-links',
      'mede',
    ],
    [
      'a link taken away',
      ['[Puno](vapores-register.md#place-puno)', 'Puno'],
      'hand-edit-keeps-links',
      'Puno.',
    ],
    ['a link added', ['Seu porto', 'Seu [porto](https://example.org)'], 'hand-edit-keeps-links', '[porto]'],
    ['a note taken away', ['.[^mulas] Seu', '. Seu'], 'hand-edit-keeps-links', ' Seu'],
    ['a number of a section', ['## 2 Os', '## 7 Os'], 'hand-edit-is-in-the-text', '7 Os'],
    [
      'a value that a link without words gets',
      ['[Tabela 1](', '[Quadro 1]('],
      'hand-edit-is-in-the-text',
      'Quadro',
    ],
    [
      'a date of the front matter',
      ['date: "2026-11-23"', 'date: 2026-11-24'],
      'hand-edit-is-in-the-text',
      '2026-11-24',
    ],
    [
      'a number that the source has otherwise',
      ['[2.766]', '[2.767]'],
      'statement-agrees-across-editions',
      '767]',
    ],
  ])('%s', async (_, [was, is], rule, at) => {
    const folder = copyBuilt();
    edit(folder, edition, [was, is]);
    const before = readTree(folder);
    const { code, findings } = await adopt(folder);
    const text = read(folder, edition);
    const lines = text.slice(0, text.indexOf(at)).split('\n');
    const place = {
      rule,
      path: edition,
      start: { line: lines.length, column: (lines.at(-1) ?? '').length + 1 },
    };
    expect(findings).toContainEqual(
      expect.objectContaining({ ...place, start: expect.objectContaining(place.start) }),
    );
    expect(code).toBe(1);
    expect(readTree(folder)).toEqual(before);
  });

  test('an edit of the register of entities names the record', async () => {
    const folder = copyBuilt();
    edit(folder, register, [
      '<span id="place-puno"></span>**Puno**',
      '<span id="place-puno"></span>**Ciudad de Puno**',
    ]);
    const { findings } = await adopt(folder);
    expect(findings[0]).toMatchObject({ rule: 'hand-edit-is-in-the-text', path: register });
    expect(findings[0]?.help).toContain('source/vapores/entities/lago.yaml');
    expect(findings[0]?.related[0]?.path).toBe('source/vapores/entities/lago.yaml');
  });

  test('two places of one translation that are corrected differently', async () => {
    const folder = copyBuilt();
    edit(
      folder,
      edition,
      ['  - navegação', '  - navegações'],
      ['navegação; Titicaca', 'as navegações; Titicaca'],
    );
    const before = readTree(folder);
    const { code, findings } = await adopt(folder);
    expect(findings.map(({ rule }) => rule)).toEqual(['hand-edit-reads-back']);
    expect(code).toBe(1);
    expect(readTree(folder)).toEqual(before);
  });

  test('words that are not translated yet, and are shown in the source language', async () => {
    const folder = copyBuilt();
    edit(folder, 'tinkuy.yaml', ['pt: pt-BR', 'pt: { tag: pt-BR, threshold: 50 }']);
    edit(folder, catalog, ['msgstr "As anotações"', 'msgstr ""']);
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    edit(folder, edition, ['Los apuntes', 'Os apontamentos']);
    const { findings } = await adopt(folder);
    expect(findings.filter(({ rule }) => rule.startsWith('hand-edit'))).toMatchObject([
      { rule: 'hand-edit-is-in-the-text', path: edition, related: [{ path: 'source/vapores/article.md' }] },
    ]);
    expect(read(folder, catalog)).not.toContain('Os apontamentos');
  });

  test('an edit of the edition in the source language names the line of the source', async () => {
    const folder = copyBuilt();
    edit(folder, 'dist/es/vapores.md', ['Los apuntes', 'Los cuadernos']);
    const { findings } = await adopt(folder);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: 'hand-edit-is-in-the-text',
      related: [{ path: 'source/vapores/article.md', start: { line: 33 } }],
    });
  });

  test('what is right is taken, the rest can be corrected and taken later', async () => {
    const folder = copyBuilt();
    edit(folder, edition, ['[2.766]', '[2.767]'], ['As anotações', 'Os apontamentos']);
    const first = await adopt(folder);
    expect(first.findings.map(({ rule }) => rule)).toContain('statement-agrees-across-editions');
    expect(first.code).toBe(1);
    expect(read(folder, catalog)).toContain('msgstr "Os apontamentos"');
    expect(read(folder, edition)).toContain('[2.767]');
    expect((await runInProcess(folder, 'build')).code).toBe(1);

    edit(folder, edition, ['[2.767]', '[2.766]'], ['em lombo', 'no lombo']);
    expect(await adopt(folder)).toMatchObject({ code: 0, findings: [] });
    const edited = read(folder, edition);
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    expect(read(folder, edition)).toBe(edited);
  });

  test('a catalog that changed after the build', async () => {
    const folder = copyBuilt();
    edit(folder, edition, ['em lombo', 'no lombo']);
    edit(folder, catalog, ['msgstr "As anotações"', 'msgstr "Os apontamentos"']);
    const { code, findings } = await adopt(folder);
    expect(code).toBe(1);
    expect(findings).toMatchObject([{ rule: 'edited-edition-is-current', path: edition }]);
    expect(read(folder, catalog)).toContain('em lombo de mula');
  });

  test('a catalog that changed after the build is no edit of the edition', async () => {
    const folder = copyBuilt();
    edit(folder, catalog, ['msgstr "As anotações"', 'msgstr "Os apontamentos"']);
    expect(await adopt(folder)).toMatchObject({ code: 0, findings: [] });
    expect(read(folder, catalog)).toContain('Os apontamentos');
  });
});

describe('a build and editions that were corrected by hand', () => {
  test('leaves everything as it is, and names the place and the command', async () => {
    const folder = copyBuilt();
    edit(folder, edition, ['As anotações', 'Os apontamentos']);
    const before = readTree(folder);
    const { code, out } = await runInProcess(folder, 'build');
    expect(code).toBe(1);
    expect(out).toContain('edition-is-as-built');
    expect(out).toContain('tinkuy catalog adopt');
    expect(out).toContain('Os apontamentos');
    expect(readTree(folder)).toEqual(before);
  });

  test('finds an edit of the register of entities, too', async () => {
    const folder = copyBuilt();
    edit(folder, register, ['**Puno**', '**Ciudad de Puno**']);
    const before = readTree(folder);
    const { code, out } = await runInProcess(folder, 'build', '--reporter', 'json');
    const { findings } = JSON.parse(out) as { findings: Finding[] };
    expect(code).toBe(1);
    expect(findings).toMatchObject([{ rule: 'edition-is-as-built', path: register }]);
    expect(readTree(folder)).toEqual(before);
  });

  test('writes over them when it is told to', async () => {
    const folder = copyBuilt();
    edit(folder, edition, ['As anotações', 'Os apontamentos']);
    expect((await runInProcess(folder, 'build', '--overwrite')).code).toBe(0);
    expect(read(folder, edition)).toBe(read(built, edition));
  });

  test('does not mind a missing or damaged manifest', async () => {
    const folder = copyBuilt();
    edit(folder, edition, ['As anotações', 'Os apontamentos']);
    writeFileSync(path.join(folder, 'dist/manifest.json'), '<<<<<<< HEAD');
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    expect(read(folder, edition)).toBe(read(built, edition));
  });

  test('builds what was translated since the last one', async () => {
    const folder = copyBuilt();
    edit(folder, catalog, ['msgstr "As anotações"', 'msgstr "Os apontamentos"']);
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    expect(read(folder, edition)).toContain('Os apontamentos');
  });
});

test('a dry run writes nothing', async () => {
  const folder = copyBuilt();
  edit(folder, edition, ['As anotações', 'Os apontamentos']);
  const before = readTree(folder);
  const { code, err } = await adopt(folder, '--dry-run');
  expect(code).toBe(0);
  expect(err).toContain(`${catalog}: 1 correction taken over from ${edition}.`);
  expect(readTree(folder)).toEqual(before);
});

test('an edition or publication that the project does not have is wrong use', async () => {
  const { code, err } = await runInProcess(copyBuilt(), 'catalog', 'adopt', '--edition', 'fr');
  expect(code).toBe(2);
  expect(err).toContain('--edition cannot be fr');
});

test('advice on an edit is told as such, and the edit is taken', async () => {
  const folder = copyBuilt();
  edit(folder, edition, ['**Resumo:** Dois barcos', '**Resumo:** Dois barcos de três andares']);
  const { code, findings } = await adopt(folder);
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
    ['numbers-agree-across-editions', 'warning'],
  ]);
  expect(code).toBe(0);
  expect(read(folder, catalog)).toContain('Dois barcos de três andares');
});
