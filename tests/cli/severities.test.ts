import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { readTree } from './read-tree.ts';
import { runWith } from './run-in-process.ts';

type Files = Record<string, string | Buffer>;

const read = (folder: string, at: string) => readFileSync(path.join(folder, at), 'utf8');
const write = (folder: string, files: Files) => {
  for (const [at, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), content);
  }
};
/** The severities of the project, in the place of those that it has. */
const choose = (folder: string, rules: string) => {
  const text = read(folder, 'tinkuy.yaml').replace(/^rules:.*\n/m, '');
  write(folder, { 'tinkuy.yaml': `${text}rules: { ${rules} }\n` });
};
/** A project without a finding, with further files. */
const project = (files: Files = {}) => {
  const folder = temporaryFolder();
  copyFixture('rule-base', folder);
  write(folder, files);
  return folder;
};
/** No request is made of this address: no test here leaves a gap. */
const env = { TINKUY_LIBRETRANSLATE_URL: `http://${'127.0.0.1'}:9` };
const tinkuy = (folder: string, line: string) => runWith(env, folder, ...line.split(' '));

const article = 'source/demo/article.md';
/** A heading two levels below the one before it: an error, and nothing that keeps the text from being read. */
const withDeepHeading = (folder: string) =>
  write(folder, { [article]: `${read(folder, article)}\n#### Too deep\n` });
/** A record that nothing speaks of: a warning. */
const unusedRecord: Files = {
  'source/demo/entities/more.yaml': 'country:chile:\n  name: { en: Chile, es: Chile, pt: Chile }\n',
};

describe('an error in the text', () => {
  test.each([
    'catalog sync',
    'catalog confirm',
    'catalog export --format tmx',
    'catalog draft --engine libretranslate',
    'catalog import exchange/demo.en-es.xlf',
    'explain country:peru',
  ])('%s: stops it, or not, as the project chooses', async (line) => {
    const folder = project();
    expect((await tinkuy(folder, 'catalog export --edition es')).code).toBe(0);
    withDeepHeading(folder);
    const before = readTree(folder);
    const stopped = await tinkuy(folder, line);
    expect(stopped.out).toContain('error heading-level-follows');
    expect(stopped.code).toBe(1);
    expect(readTree(folder)).toEqual(before);

    // A heading without a translation would be another error of a build.
    const others = 'segment-is-translated: off';
    choose(folder, `heading-level-follows: off, ${others}`);
    const off = await tinkuy(folder, line);
    expect(off.out).not.toContain('heading-level-follows');
    expect(off.code).toBe(0);

    choose(folder, `heading-level-follows: warning, ${others}`);
    const warned = await tinkuy(folder, line);
    expect(warned.code).toBe(0);
    // What explain prints is the answer, or what keeps it from answering.
    if (line.startsWith('explain')) return;
    expect(warned.out).toContain('warning heading-level-follows');
    const strict = await tinkuy(folder, `${line} --strict`);
    expect(strict.out).toContain('error heading-level-follows');
    expect(strict.code).toBe(1);
  });

  test('catalog sync writes where it is a warning', async () => {
    const folder = project();
    withDeepHeading(folder);
    choose(folder, 'heading-level-follows: warning');
    expect((await tinkuy(folder, 'catalog sync')).code).toBe(0);
    expect(read(folder, 'locales/es/demo.po')).toContain('msgid "Too deep"\nmsgstr ""\n');
  });

  test('catalog status counts by what the project chose', async () => {
    const folder = project();
    withDeepHeading(folder);
    const count = async () => JSON.parse((await tinkuy(folder, 'catalog status --format json')).out).findings;
    choose(folder, 'segment-is-translated: off');
    expect(await count()).toEqual({ errors: 1, warnings: 0 });
    choose(folder, 'segment-is-translated: off, heading-level-follows: warning');
    expect(await count()).toEqual({ errors: 0, warnings: 1 });
  });
});

describe('a project without a text', () => {
  const empty = 'base: https://example.org/\neditions: { en: en-US, es: es-PE }\n';
  test.each(['catalog status', 'catalog sync', 'catalog export'])('%s', async (line) => {
    const folder = temporaryFolder({ 'tinkuy.yaml': empty });
    const stopped = await tinkuy(folder, line);
    expect(stopped.out).toContain('error project-has-publication');
    expect(stopped.code).toBe(1);
    choose(folder, 'project-has-publication: off');
    const off = await tinkuy(folder, line);
    expect(off.out).not.toContain('project-has-publication');
    expect(off.code).toBe(0);
  });
});

describe('a warning that the project raises to an error', () => {
  test.each(['check', 'build', 'catalog adopt', 'explain country:peru'])('%s ends with 1', async (line) => {
    const folder = project(unusedRecord);
    choose(folder, 'record-is-used: error');
    const { code, out } = await tinkuy(folder, line);
    expect(out).toContain('error record-is-used');
    expect(code).toBe(1);
  });

  test('explain answers where it is a warning', async () => {
    const { code, out } = await tinkuy(project(unusedRecord), 'explain country:peru');
    expect(out).toContain('country:peru');
    expect(out).not.toContain('record-is-used');
    expect(code).toBe(0);
  });
});

describe('what a command finds by itself', () => {
  test('catalog export: a catalog that lacks segments', async () => {
    const folder = project();
    write(folder, { [article]: `${read(folder, article)}\nA new sentence.\n` });
    const line = 'catalog export';
    expect((await tinkuy(folder, line)).code).toBe(1);
    choose(folder, 'exchange-catalog-is-synced: warning');
    const warned = await tinkuy(folder, line);
    expect(warned.out).toContain('warning exchange-catalog-is-synced');
    expect(warned.code).toBe(0);
    // What is missing in a catalog would be missing in the file, too.
    expect(readTree(path.join(folder, 'exchange')).size).toBe(0);
  });

  test('catalog import: a segment that it refuses stays refused', async () => {
    const folder = project();
    const file = 'exchange/demo.en-es.xlf';
    expect((await tinkuy(folder, 'catalog export --edition es')).code).toBe(0);
    write(folder, {
      [file]: read(folder, file)
        .replace('>The border</source>', '>The frontier</source>')
        .replace('>La frontera</target>', '>El límite</target>'),
    });
    const before = read(folder, 'locales/es/demo.po');
    const stopped = await tinkuy(folder, `catalog import ${file}`);
    expect(stopped.out).toContain('error exchange-source-is-kept');
    expect(stopped.code).toBe(1);
    for (const severity of ['warning', 'off']) {
      choose(folder, `exchange-source-is-kept: ${severity}`);
      const { code, out } = await tinkuy(folder, `catalog import ${file}`);
      expect(out.includes('exchange-source-is-kept')).toBe(severity === 'warning');
      expect(out).toContain('1 refused');
      expect(code).toBe(0);
    }
    expect(read(folder, 'locales/es/demo.po')).toBe(before);
  });

  test('catalog import: a memory of which the file is broken is taken as far as it goes where the project says so', async () => {
    const folder = project({
      'alte.tmx': `<?xml version="1.0"?><tmx version="1.4"><header srclang="en" segtype="sentence" adminlang="en" datatype="x" o-tmf="x" creationtool="x" creationtoolversion="1"/><body>
<tu><tuv xml:lang="en"><seg>The river</seg></tuv><tuv xml:lang="es"><seg>El río</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>The lake</tuv></tu></body></tmx>`,
    });
    const stopped = await tinkuy(folder, 'catalog import alte.tmx');
    expect(stopped.out).toContain('error exchange-file-is-well-formed');
    expect(stopped.code).toBe(1);
    expect(readTree(path.join(folder, 'locales/es/memory')).size).toBe(0);
    choose(folder, 'exchange-file-is-well-formed: warning');
    const warned = await tinkuy(folder, 'catalog import alte.tmx');
    expect(warned.out).toContain('warning exchange-file-is-well-formed');
    expect(warned.code).toBe(0);
    expect(read(folder, 'locales/es/memory/alte.po')).toContain('msgstr "El río"');
  });

  test('catalog adopt: an edit that it refuses stays refused', async () => {
    const folder = project();
    expect((await tinkuy(folder, 'build')).code).toBe(0);
    const at = 'dist/es/demo.md';
    write(folder, { [at]: `${read(folder, at)}\nOtro párrafo.\n` });
    const before = read(folder, 'locales/es/demo.po');
    const stopped = await tinkuy(folder, 'catalog adopt');
    expect(stopped.out).toContain('error hand-edit-keeps-structure');
    expect(stopped.code).toBe(1);
    choose(folder, 'hand-edit-keeps-structure: warning');
    const warned = await tinkuy(folder, 'catalog adopt');
    expect(warned.out).toContain('warning hand-edit-keeps-structure');
    expect(warned.code).toBe(0);
    expect(read(folder, at)).toContain('Otro párrafo.');
    expect(read(folder, 'locales/es/demo.po')).toBe(before);
  });

  test('generate: a schema with a mistake', async () => {
    const lake = {
      title: 'Lake',
      type: 'object',
      properties: { depth: { 'x-kind': 'depth', title: 'Depth' } },
    };
    const folder = project({ 'schemas/types/lake.json': `${JSON.stringify(lake, null, 2)}\n` });
    const before = readTree(folder);
    const stopped = await tinkuy(folder, 'generate');
    expect(stopped.out).toContain('error schema-annotation-is-valid');
    expect(stopped.code).toBe(1);
    expect(readTree(folder)).toEqual(before);
    choose(folder, 'schema-annotation-is-valid: warning, schema-is-valid: warning');
    const warned = await tinkuy(folder, 'generate');
    expect(warned.out).toContain('warning schema-annotation-is-valid');
    expect(warned.out).toContain('Wrote docs/vocabulary.md.');
    expect(warned.code).toBe(0);
    expect(read(folder, 'docs/vocabulary.md')).toContain('Lake');
    expect((await tinkuy(folder, 'generate --strict')).code).toBe(1);
  });

  test('query: why there is no answer is told, whatever its severity', async () => {
    const folder = project({ 'dist/data/demo.nt': '<urn:a> <urn:b> <urn:c> .\n' });
    const ask = () => runWith(env, folder, 'query', 'CLEAR ALL');
    expect(await ask()).toMatchObject({ code: 1, out: expect.stringContaining('error query-only-reads') });
    choose(folder, 'query-only-reads: warning');
    expect(await ask()).toMatchObject({ code: 1, out: expect.stringContaining('warning query-only-reads') });
    choose(folder, 'query-only-reads: off');
    expect(await ask()).toMatchObject({ code: 1, out: expect.stringContaining('error query-only-reads') });
  });
});
