import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { isHeader, isInUse, stateOf } from '../../pipeline/translation/po-file.ts';
import { readCatalog } from '../../pipeline/translation/read-catalog.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { askProgram, judge } from '../judge.ts';
import { packageRoot } from '../package-root.ts';
import { copyFixture } from './copy-fixture.ts';
import { runInProcess } from './run-in-process.ts';

const catalog = 'locales/pt/vapores.po';
const tmx = 'exchange/vapores.es-pt.tmx';
const xliff = 'exchange/vapores.es-pt.1.2.xlf';
let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  copyFixture('vapores-del-titicaca', folder);
});

const tinkuy = (line: string) => runInProcess(folder, ...line.split(' '));
const read = (at: string) => readFileSync(path.join(folder, at), 'utf8');
const write = (at: string, content: string) => writeFileSync(path.join(folder, at), content);
const change = (at: string, from: string, to: string) => {
  expect(read(at)).toContain(from);
  write(at, read(at).replace(from, to));
};

/** Entries of a catalog, which stands anywhere, as the tool for it and its translator see them. */
function entriesIn(at: string) {
  const { value } = readCatalog({ path: at, text: readFileSync(at, 'utf8') }, 'pt');
  return value.entries
    .filter((entry) => !isHeader(entry))
    .map(({ body, location, locate, remarks, previous, ...entry }) => ({
      ...entry,
      previous: previous && { ...previous, lines: undefined },
    }));
}

/** Translations in the project's catalog by their texts, with their states. */
function translations(): Map<string, string> {
  const { value } = readCatalog({ path: catalog, text: read(catalog) }, 'pt');
  const used = value.entries.filter(isInUse);
  return new Map(used.map((entry) => [entry.msgid, `${stateOf(entry)}: ${entry.msgstr}`]));
}

const rulesFound = async (line: string): Promise<string[]> => {
  const { findings } = JSON.parse((await tinkuy(`${line} --reporter json`)).out) as {
    findings: { rule: string }[];
  };
  return findings.map(({ rule }) => rule);
};

const gettext = judge('gettext');
const omegat = judge('OmegaT');
describe('OmegaT', omegat.options, () => {
  /** Has OmegaT translate a file from a memory, word by word, as its translator would confirm it; returns the result. */
  async function translate(source: string, memory: string): Promise<string> {
    const project = temporaryFolder({
      'omegat.project':
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<omegat><project version="1.0">' +
        ['source', 'target', 'tm', 'glossary', 'dictionary']
          .map((name) => `<${name}_dir>__DEFAULT__</${name}_dir>`)
          .join('') +
        '<source_lang>ES-EC</source_lang><target_lang>PT-BR</target_lang>' +
        '<sentence_seg>false</sentence_seg><remove_tags>false</remove_tags></project></omegat>\n',
      // “Remove leading and trailing tags”, among the file filters, is off, so that all tags are seen.
      'omegat/filters.xml':
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<filters removeTags="false" removeSpacesNonseg="true"/>\n',
      // “Display tags” and “Use XML for standalone tags”, the options for external TMX files, are on.
      'config/omegat.prefs':
        '<?xml version="1.0" encoding="UTF-8" ?>\n<omegat><preference version="1.0">' +
        '<ext_tmx_show_level2>true</ext_tmx_show_level2><ext_tmx_use_slash>true</ext_tmx_use_slash>' +
        '</preference></omegat>\n',
    });
    for (const name of ['source', 'target', 'tm/auto', 'glossary', 'dictionary']) {
      mkdirSync(path.join(project, name), { recursive: true });
    }
    const name = path.basename(source);
    copyFileSync(path.join(folder, source), path.join(project, 'source', name));
    copyFileSync(path.join(folder, memory), path.join(project, 'tm/auto', path.basename(memory)));
    const config = `--config-dir=${path.join(project, 'config')}`;
    const { status, stdout, stderr } = await omegat.ask([project, '--mode=console-translate', config]);
    expect(stdout + stderr).not.toMatch(/^\d+: Error/m);
    expect(status).toBe(0);
    return readFileSync(path.join(project, 'target', name), 'utf8');
  }

  test('translates XLIFF 1.2 from our memory, links and all, and it is taken in', async () => {
    const before = translations();
    await tinkuy('catalog export --format tmx --edition pt');
    rmSync(path.join(folder, catalog));
    await tinkuy('catalog sync');
    await tinkuy('catalog export --format xliff-1.2 --edition pt');
    expect(new Set(translations().values())).toEqual(new Set(['untranslated: ']));

    const back = await translate(xliff, tmx);
    write(xliff, back);
    const { code, out } = await tinkuy(`catalog import ${xliff}`);
    expect([code, out]).toEqual([0, expect.stringMatching(/: \d+ changed, \d+ unchanged, 0 refused\.\n$/)]);
    // OmegaT sets no states: what it translated is to be confirmed, and what is the same in both languages looks untouched.
    const expected = [...before].map(([msgid, msgstr]) => [
      msgid,
      msgstr === `translated: ${msgid}` ? 'untranslated: ' : msgstr.replace('translated', 'fuzzy'),
    ]);
    expect([...translations()]).toEqual(expected);
    expect(
      expected.filter(([msgid, msgstr]) => /\]\(/.test(msgid ?? '') && msgstr?.startsWith('fuzzy')).length,
    ).toBe(4);

    expect((await tinkuy('catalog confirm --all --edition pt')).code).toBe(0);
    expect(new Set(await rulesFound('check'))).toEqual(new Set(['segment-is-translated']));
    // A translator says of names and figures that they stay.
    write(xliff, back.replaceAll('state="needs-translation"', 'state="translated"'));
    expect((await tinkuy(`catalog import ${xliff}`)).code).toBe(0);
    expect(translations()).toEqual(before);
    expect(await rulesFound('check --strict')).toEqual([]);
  });

  test('works on a catalog; what it leaves empty is not lost', gettext.options, async () => {
    await tinkuy('catalog sync');
    await tinkuy('catalog export --format tmx --edition pt');
    change(catalog, 'msgstr "Um barco em peças"', 'msgstr ""');
    change(catalog, 'msgid "[Ollanta](vessel:ollanta)"', '#, fuzzy\nmsgid "[Ollanta](vessel:ollanta)"');
    change(
      catalog,
      '#. front matter: title',
      '# Vapores, not barcos: see the abstract.\n#. front matter: title',
    );
    const before = translations();
    const back = await translate(catalog, tmx);
    expect((await gettext.ask(['--check', '--output-file=/dev/null', '-'], back)).status).toBe(0);
    // It empties what is fuzzy and what is the same in both languages.
    expect(back).toContain('msgid "[Ollanta](vessel:ollanta)"\nmsgstr ""');

    const done = await askProgram('msgattrib', ['--translated', '--no-fuzzy', '-'], back);
    write('back.po', done.stdout);
    const at = ['back.po', catalog].map((name) => path.join(folder, name));
    const joined = await askProgram('msgcat', ['--use-first', ...at]);
    expect(joined.status).toBe(0);
    write(catalog, joined.stdout);
    expect((await tinkuy('catalog sync')).code).toBe(0);
    expect([...translations()]).toEqual([
      ...new Map([...before, ['Un barco por piezas', 'translated: Um barco em peças']]),
    ]);
    expect(read(catalog)).toContain('# Vapores, not barcos: see the abstract.');
    expect((await tinkuy('catalog confirm --all --edition pt')).code).toBe(0);
    expect(await rulesFound('check --strict')).toEqual([]);
  });

  test('passes on the translations of XLIFF 2.1, and does not show what has none', async () => {
    await tinkuy('catalog export --format tmx --edition pt');
    change(catalog, 'msgstr "Um barco em peças"', 'msgstr ""');
    await tinkuy('catalog export --edition pt');
    const at = 'exchange/vapores.es-pt.xlf';
    write(at, await translate(at, tmx));
    const { code, out } = await tinkuy(`catalog import ${at}`);
    expect([code, out]).toEqual([0, expect.stringMatching(/: 0 changed, \d+ unchanged, 0 refused\.\n$/)]);
  });
});

const poedit = judge('Poedit');
describe('Poedit', poedit.options, () => {
  const script = path.join(packageRoot, 'tests/data/judges/save_in_poedit.sh');

  /** Opens a catalog, saves it, and closes. */
  async function save(at: string): Promise<void> {
    const settings = temporaryFolder();
    const argv = ['-a', '-s', '-screen 0 1280x900x24', script, at, settings];
    const { status, stdout, stderr } = await poedit.ask(argv);
    expect(stderr).not.toMatch(/does not save|shows no catalog/);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/saved\n$/)]);
  }

  /** Keys and values of the header. */
  function headerOf(at: string): Map<string, string> {
    const { value } = readCatalog({ path: at, text: readFileSync(at, 'utf8') }, 'pt');
    const lines = (value.entries.find(isHeader)?.msgstr ?? '').split('\n').filter((line) => line !== '');
    return new Map(lines.map((line) => [line.split(': ')[0] ?? '', line]));
  }

  test('a catalog of this repository: nothing but the header changes', async () => {
    const own = path.join(packageRoot, 'locales/es/peru-borders.po');
    const at = path.join(folder, 'opened.po');
    copyFileSync(own, at);
    await save(at);
    expect(entriesIn(at)).toEqual(entriesIn(own));
    const [before, after] = [headerOf(own), headerOf(at)];
    const changed = [...after].filter(([key, line]) => before.get(key) !== line).map(([key]) => key);
    expect(changed.sort()).toEqual(['PO-Revision-Date', 'POT-Creation-Date', 'X-Generator']);
    expect([...before.keys()].filter((key) => !after.has(key))).toEqual([]);
  });

  test('what is fuzzy, obsolete, noted or not translated stays so, and so does the project', async () => {
    await tinkuy('catalog sync');
    change(catalog, 'msgstr "Um barco em peças"', 'msgstr ""');
    change(
      catalog,
      'msgid "[Ollanta](vessel:ollanta)"',
      '# allow terms-agree: as the plate has it\n#, fuzzy\n#| msgid "[Olanta](vessel:ollanta)"\nmsgid "[Ollanta](vessel:ollanta)"',
    );
    write(catalog, `${read(catalog)}\n# Kept for later.\n#~ msgid "El ancla"\n#~ msgstr "A âncora"\n`);
    await tinkuy('catalog sync');
    const at = path.join(folder, catalog);
    const before = entriesIn(at);
    expect(before.filter(({ obsolete, fuzzy }) => obsolete || fuzzy).length).toBe(2);
    const found = await rulesFound('check');
    await save(at);
    expect(entriesIn(at)).toEqual(before);
    expect(await rulesFound('check')).toEqual(found);
    // Its own line breaks are left alone.
    const saved = read(catalog);
    expect((await tinkuy('catalog sync')).code).toBe(0);
    expect(read(catalog)).toBe(saved);
  });
});
