import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import type { Finding } from './expect-finding.ts';
import { writeMarked } from './expect-finding.ts';
import { readTree } from './read-tree.ts';
import { runInProcess } from './run-in-process.ts';

/** Two publications, lakes and rivers, with records, a bibliography and a register that both share. */
function open(files: Record<string, string> = {}) {
  const folder = temporaryFolder();
  copyFixture('shared-records', folder);
  const places = writeMarked(folder, files);
  const read = (at: string) => readFileSync(path.join(folder, at), 'utf8');
  const write = (at: string, text: string) => writeFileSync(path.join(folder, at), text);
  return {
    folder,
    places,
    read,
    write,
    replace(at: string, from: string, to: string) {
      expect(read(at)).toContain(from);
      write(at, read(at).replaceAll(from, to));
    },
    tree: () => readTree(path.join(folder, 'dist')),
    tinkuy: (...line: string[]) => runInProcess(folder, ...line),
    async findings(): Promise<(Finding & { related?: { path: string }[] })[]> {
      const { out } = await runInProcess(folder, 'check', '--reporter', 'json');
      return (JSON.parse(out) as { findings: Finding[] }).findings;
    },
  };
}

const people = 'source/entities/people.yaml';
const lakes = 'source/lakes/article.md';
const short = (found: Finding[]) => found.map(({ rule, path: at, start }) => ({ rule, path: at, ...start }));

/** The ids of entities that a publication's data speak of. */
function entitiesOf(nt: string): string[] {
  const ids = [...nt.matchAll(/<https:\/\/example\.org\/journal\/id\/([a-z]+\/[a-z0-9-]+)>/g)];
  return [...new Set(ids.map(([, id]) => id ?? ''))].sort();
}

describe('records that publications share', () => {
  test('are taken by each as far as it speaks of them, and no further', async () => {
    const { tinkuy, tree } = open();
    expect(await tinkuy('build', '--strict')).toMatchObject({ code: 0, err: '' });
    const files = tree();
    expect(entitiesOf(files.get('data/lakes.nt') ?? '')).toEqual([
      'org/water-institute',
      'person/ana-ortiz',
      'work/rojas-2019',
    ]);
    expect(entitiesOf(files.get('data/rivers.nt') ?? '')).toEqual(['org/water-institute', 'work/lakes']);
    for (const name of ['luis-rojas', 'old-survey', 'unread-2001'])
      for (const [at, text] of files) expect(text.includes(name), `${name} in ${at}`).toBe(false);
  });

  test('are named as the files that they stand in, without a digest that others would change', async () => {
    const { tinkuy, tree } = open();
    expect((await tinkuy('build')).code).toBe(0);
    const nt = tree().get('data/lakes.nt') ?? '';
    const file = '<https://example.org/journal/dataset/lakes#source-source-entities-people.yaml>';
    const record = '<https://example.org/journal/record/lakes/person/ana-ortiz>';
    expect(nt).toContain(`${record} <http://www.w3.org/ns/prov#wasDerivedFrom> ${file} .`);
    expect(nt).toContain(`${file} <http://purl.org/dc/terms/title> "${people}" .`);
    const dataset = tree().get('data/lakes-dataset.ttl') ?? '';
    expect(dataset).toContain('#source-source-entities-people.yaml> a prov:Entity');
    expect(dataset).not.toContain('people.yaml-sha256');
    expect(dataset).toContain('article.md-sha256');
  });

  test('an edit of one changes what speaks of it, and nothing else', async () => {
    const { tinkuy, tree, replace } = open();
    expect((await tinkuy('build')).code).toBe(0);
    const before = tree();
    replace('source/entities/bodies.yaml', 'es: Antiguo Servicio', 'es: Servicio antiguo');
    expect((await tinkuy('build')).code).toBe(0);
    expect(tree()).toEqual(before);

    replace(people, 'affiliation: [org:water-institute]', 'affiliation: [org:old-survey]');
    expect((await tinkuy('build')).code).toBe(0);
    const changed = [...tree()].filter(([at, text]) => before.get(at) !== text).map(([at]) => at);
    expect(changed).toContain('data/lakes.nt');
    expect(changed.filter((at) => at.includes('rivers'))).toEqual([]);

    replace(
      'source/entities/bodies.yaml',
      'name: { en: Water Institute,',
      'name: { en: The Water Institute,',
    );
    expect((await tinkuy('build')).code).toBe(0);
    expect(tree().get('data/rivers.nt')).not.toBe(before.get('data/rivers.nt'));
  });

  test('add up with a record of a publication, which may not contradict them', async () => {
    const own = 'source/lakes/entities/own.yaml';
    const more = open({ [own]: 'person:ana-ortiz:\n  office: { en: editor, es: editora }\n' });
    expect(await more.tinkuy('build', '--strict')).toMatchObject({ code: 0 });
    expect(more.tree().get('data/lakes.nt')).toContain('"editora"@es');
    expect(more.tree().get('data/lakes.nt')).toContain('orcid.org/0000-0002-1825-0097');

    const other = open({ [own]: 'person:ana-ortiz:\n  name: { en: ‸Anne Ortiz }\n' });
    const found = await other.findings();
    expect(short(found)).toContainEqual({ rule: 'records-agree', ...other.places[0] });
    const [finding] = found.filter(({ rule }) => rule === 'records-agree');
    expect(finding?.message).toContain(`Ana Ortiz, as in ${people}, found Anne Ortiz`);
    expect(JSON.stringify(finding)).toContain(`"path":"${people}"`);
  });

  test.each([
    ['a property that there is not', '  ‸shoeSize: 42\n', 'property-is-known'],
    ['a person who works nowhere', '  affiliation: [‸org:nowhere]\n', 'reference-resolves'],
    ['a person who works for a person', '  affiliation: [‸person:luis-rojas]\n', 'reference-type-is-allowed'],
    [
      'an address that nobody saw',
      '  sameAs: ["https://orcid.org/0000-0001-5109-3700"]\n',
      'same-as-is-in-register',
    ],
    [
      'an address of the project’s own',
      '  sameAs: [‸https://example.org/journal/x]\n',
      'same-as-leads-elsewhere',
    ],
    ['a text without a language of the editions', '  office: ‸{ en: poet }\n', 'text-is-in-every-language'],
  ])('are held against the schemas once, whoever uses them: %s', async (_, lines, rule) => {
    const shared = (name: string) => `person:${name}:\n  name: { en: Nobody, es: Nadie }\n${lines}`;
    const { findings, places } = open({ 'source/entities/more.yaml': shared('nobody') });
    const unused = (await findings()).filter((finding) => finding.rule === rule);
    expect(unused).toHaveLength(1);
    if (places[0]) expect(short(unused)).toEqual([{ rule, ...places[0] }]);

    // The same, where both texts speak of it.
    const used = open({ 'source/entities/more.yaml': shared('nobody') });
    for (const name of ['lakes', 'rivers']) {
      used.replace(`source/${name}/article.md`, 'has ', 'and [Nobody](person:nobody) have ');
      used.replace(`locales/es/${name}.po`, 'has ', 'and [Nobody](person:nobody) have ');
      used.replace(`locales/es/${name}.po`, 'ha ', 'y [Nadie](person:nobody) han ');
    }
    expect(short((await used.findings()).filter((finding) => finding.rule === rule))).toEqual(short(unused));
  });

  test.each([
    [
      'above its property',
      '  # allow text-is-in-every-language: she wrote in English\n  office: { en: poet }\n',
    ],
    [
      'at the end of its line',
      '  office: { en: poet } # allow text-is-in-every-language: she wrote in English\n',
    ],
  ])('may have advice allowed beside them: %s', async (_, lines) => {
    const { findings, replace } = open();
    replace(people, 'person:luis-rojas:\n', `person:luis-rojas:\n${lines}`);
    for (const name of ['lakes', 'rivers']) {
      replace(`source/${name}/article.md`, 'has ', 'and [Luis Rojas](person:luis-rojas) have ');
      replace(`locales/es/${name}.po`, 'has ', 'and [Luis Rojas](person:luis-rojas) have ');
      replace(`locales/es/${name}.po`, 'ha ', 'y [Luis Rojas](person:luis-rojas) han ');
    }
    expect((await findings()).filter(({ path: at }) => at === people)).toEqual([]);
  });

  test('a comment that allows nothing is told once', async () => {
    const { findings, replace } = open();
    replace(
      people,
      'person:luis-rojas:\n',
      '# allow text-is-in-every-language: none is missing\nperson:luis-rojas:\n',
    );
    expect((await findings()).map(({ rule, start }) => [rule, start.line])).toEqual([
      ['allowance-is-needed', 7],
    ]);
  });

  test('two of one entity are a finding once', async () => {
    const { findings, places } = open({
      'source/entities/second.yaml': '‸person:ana-ortiz:\n  name: { en: Ana Ortiz, es: Ana Ortiz }\n',
    });
    expect(short(await findings())).toEqual([{ rule: 'entity-id-is-unique', ...places[0] }]);
  });

  test.each([
    ['that no text takes', 'person:luis-rojas:\n', []],
    ['that one takes', 'person:ana-ortiz:\n', ['lakes']],
  ])('a faulty one %s holds back nothing else', async (_, head, held) => {
    const { tinkuy, tree, replace } = open();
    replace(people, head, `${head}  shoeSize: 42\n`);
    const { code, out } = await tinkuy('build');
    expect(code).toBe(1);
    expect(out.match(/property-is-known source/g)).toHaveLength(1);
    const names = ['lakes', 'rivers'].filter((name) => !tree().has(`data/${name}.nt`));
    expect(names).toEqual(held);
  });

  test('what they lack a text may say', async () => {
    const { findings, replace } = open({ 'source/entities/more.yaml': 'person:eva:\n  name: { en: Eva }\n' });
    expect((await findings()).map(({ rule, path: at }) => [rule, at])).toEqual([
      ['label-is-in-every-language', 'source/entities/more.yaml'],
    ]);
    replace(lakes, 'has measured', 'and [Eva](person:eva#name) have measured');
    replace('locales/es/lakes.po', 'has measured', 'and [Eva](person:eva#name) have measured');
    replace('locales/es/lakes.po', 'ha medido', 'y [Eva](person:eva#name) han medido');
    expect(await findings()).toEqual([]);
  });

  test('a file that is no YAML is one finding', async () => {
    const { findings, replace, read } = open();
    replace(people, '[org:water-institute]', '[org:water-institute');
    const found = await findings();
    expect(found.map(({ rule, path: at }) => [rule, at])).toEqual([['yaml-is-well-formed', people]]);
    expect(found[0]?.start.line).toBeLessThanOrEqual(read(people).split('\n').length);
  });

  test('a link that nearly names one is told which', async () => {
    const { findings, replace } = open();
    replace(lakes, 'person:ana-ortiz', 'person:ana-ortis');
    replace('locales/es/lakes.po', 'person:ana-ortiz', 'person:ana-ortis');
    const [finding] = (await findings()).filter(({ rule }) => rule === 'entity-is-known');
    expect(finding?.help).toContain('person:ana-ortiz');
  });

  test('a note on one comes with it', async () => {
    const { tinkuy, tree } = open({
      'source/entities/notes.yaml': `note:affiliation:
  about: [person:ana-ortiz#affiliation]
  kind: ambiguous-statement
  reading: { en: An institute, es: Un instituto }
  reason: { en: Old, es: Antiguo }
`,
    });
    const { out } = await tinkuy('build');
    expect(out).toContain('lakes: 2 editions');
    expect(entitiesOf(tree().get('data/lakes.nt') ?? '')).toContain('note/affiliation');
    expect(entitiesOf(tree().get('data/rivers.nt') ?? '')).not.toContain('note/affiliation');
  });
});

describe('a bibliography that publications share', () => {
  test('gives each the works that it cites', async () => {
    const { tinkuy, tree } = open();
    expect((await tinkuy('build', '--strict')).code).toBe(0);
    const items = (name: string) =>
      (JSON.parse(tree().get(`data/${name}-references.json`) ?? '') as { id: string }[]).map(({ id }) => id);
    expect(items('lakes')).toEqual(['rojas-2019']);
    expect(items('rivers')).toEqual(['lakes']);
    expect(tree().get('en/lakes.md')).toContain('Lakes of the high plateau');
  });

  test.each(['bib', 'ris', 'yaml'])('may be BibLaTeX, RIS or YAML: %s', async (extension) => {
    const texts: Record<string, string> = {
      bib: '@book{rojas-2019, title = {Lakes of the high plateau}, author = {Rojas, Luis}, date = {2019}}\n',
      ris: 'TY  - BOOK\nID  - rojas-2019\nTI  - Lakes of the high plateau\nAU  - Rojas, Luis\nPY  - 2019\nER  - \n',
      yaml: '- id: rojas-2019\n  type: book\n  title: Lakes of the high plateau\n  author: [{ family: Rojas }]\n  issued: 2019\n',
    };
    const { folder, tinkuy, tree } = open({ [`source/references.${extension}`]: texts[extension] ?? '' });
    rmSync(path.join(folder, 'source/references.json'));
    expect(await tinkuy('build')).toMatchObject({ code: 0 });
    expect(tree().get('data/lakes-references.json')).toContain('rojas-2019');
  });

  test('may not be contradicted by that of a publication', async () => {
    const item = (year: number) => [
      {
        id: 'rojas-2019',
        type: 'book',
        title: 'Lakes of the high plateau',
        author: [{ family: 'Rojas', given: 'Luis' }],
        issued: { 'date-parts': [[year]] },
        publisher: 'Example Press',
      },
    ];
    const at = 'source/lakes/references.json';
    const same = open({ [at]: JSON.stringify(item(2019)) });
    expect(await same.tinkuy('build', '--strict')).toMatchObject({ code: 0 });
    expect(same.tree().get('data/lakes-references.json')).toContain('Example Press');
    const other = open({ [at]: JSON.stringify(item(2018)) });
    const found = (await other.findings()).filter(({ rule }) => rule === 'records-agree');
    expect(found.map(({ path: where }) => where)).toEqual([at]);
    expect(found[0]?.message).toContain('source/references.json');
  });
});

describe('a register that publications share', () => {
  test('binds the records of each, too', async () => {
    const address = 'https://viaf.org/viaf/1';
    const { findings } = open({
      'source/lakes/entities/own.yaml': `person:ana-ortiz:\n  sameAs: ["${address}"]\n`,
    });
    expect((await findings()).map(({ rule }) => rule)).toEqual(['same-as-is-in-register']);
    const known = open({
      'source/lakes/entities/own.yaml': `person:ana-ortiz:\n  sameAs: ["${address}"]\n`,
      'source/lakes/identifiers.yaml': `sources: { a: A, b: B }\nidentifiers:\n  person:ana-ortiz:\n    "${address}": [a, b]\n`,
    });
    expect(await known.findings()).toEqual([]);
  });

  test('and that of a publication may not give an address to another', async () => {
    const { findings } = open({
      'source/lakes/identifiers.yaml': `sources: { a: A, b: B }\nidentifiers:\n  org:water-institute:\n    "https://orcid.org/0000-0002-1825-0097": [a, b]\n`,
    });
    expect((await findings()).map(({ rule }) => rule)).toContain('register-address-is-of-one-entity');
  });
});

describe('a publication of the project as a work', () => {
  test('is cited by its name, without a record', async () => {
    const { tinkuy, tree } = open();
    expect((await tinkuy('build', '--strict')).code).toBe(0);
    const items = (at: string) => JSON.parse(tree().get(at) ?? '') as Record<string, unknown>[];
    const [cited] = items('data/rivers-references.json');
    const [own] = items('data/lakes-citation.json');
    const { source: _, ...printed } = own ?? {};
    expect(cited).toEqual({ ...printed, id: 'lakes' });
    expect(tree().get('en/rivers.md')).toContain('Ana Ortiz. (2026, March 5). *Lakes*. Example Journal.');
    expect(tree().get('data/rivers.nt')).toContain(
      '<https://example.org/journal/id/work/lakes> <http://schema.org/sameAs> <https://example.org/journal/publication/lakes> .',
    );
    expect(tree().get('data/lakes.nt')).toContain('<https://example.org/journal/publication/lakes> ');
  });

  test('changes with its front matter where it is cited', async () => {
    const { tinkuy, tree, replace } = open();
    expect((await tinkuy('build')).code).toBe(0);
    replace(lakes, 'date: 2026-03-05', 'date: 2025-03-05');
    expect((await tinkuy('check')).out).toContain('citation-agrees-with-its-work');
    for (const at of ['source/rivers/article.md', 'locales/es/rivers.po'])
      replace(at, 'Ortiz, 2026', 'Ortiz, 2025');
    expect((await tinkuy('build')).code).toBe(0);
    expect(tree().get('en/rivers.md')).toContain('(2025, March 5)');
  });

  test('is the work of that key where a bibliography has one, and none of itself', async () => {
    const { findings, replace } = open();
    replace('source/references.json', 'rojas-2019', 'rivers');
    for (const at of [lakes, 'locales/es/lakes.po']) replace(at, 'work:rojas-2019', 'work:rivers');
    expect(await findings()).toEqual([]);
    const self = open();
    for (const at of ['source/rivers/article.md', 'locales/es/rivers.po'])
      self.replace(at, 'work:lakes', 'work:rivers');
    expect((await self.findings()).map(({ rule }) => rule)).toContain('entity-is-known');
  });
});

test('no publication is called as the folder of shared records is', async () => {
  const { folder, findings, read } = open();
  writeFileSync(path.join(folder, 'source/entities/article.md'), read(lakes));
  const found = await findings();
  expect(short(found)).toEqual([
    { rule: 'publication-name-is-well-formed', path: 'source/entities/article.md', line: 1, column: 1 },
  ]);
  expect(found[0]?.message).toContain('the records that all publications share');
  expect(existsSync(path.join(folder, 'dist'))).toBe(false);
});

describe('a command', () => {
  test('explains a line of a shared file by the record that stands there', async () => {
    const { tinkuy } = open();
    expect((await tinkuy('explain', `${people}:3`)).out).toMatch(
      /^Ana Ortiz · person:ana-ortiz.*source\/lakes\/article\.md:14/s,
    );
    for (const name of [`${people}:8`, 'person:luis-rojas']) {
      const { code, err } = await tinkuy('explain', name);
      expect(code).toBe(2);
      expect(err).toContain(
        `${name} has a record that all publications share, and none of them speaks of it.`,
      );
    }
  });

  test('names a page as the folder of shared records is named', async () => {
    const { findings, replace } = open({ 'docs/entities.md': '# Entities\n' });
    replace('tinkuy.yaml', 'editions:', 'pages: { entities: docs/entities.md }\neditions:');
    const found = await findings();
    expect(found.filter(({ path: at }) => at === 'tinkuy.yaml')).toEqual([]);
  });

  test('begins no publication of that name', async () => {
    const { tinkuy, folder } = open();
    const { code, err } = await tinkuy('new', 'publication', 'entities');
    expect(code).toBe(2);
    expect(err).toContain('not entities');
    expect(existsSync(path.join(folder, 'source/entities/entities'))).toBe(false);
  });

  test('gives translators the names that their text needs, and no others', async () => {
    const { tinkuy, read, replace } = open({
      'source/rivers/entities/own.yaml': 'person:eva:\n  name: { en: Eva, es: Eva }\n',
    });
    replace('source/rivers/article.md', 'has counted', 'and [Eva](person:eva) have counted');
    expect((await tinkuy('catalog', 'sync')).code).toBe(0);
    expect(read('locales/es/lakes.po')).toMatch(/#\. .*Ana Ortiz/);
    expect(read('locales/es/rivers.po')).toContain('Instituto del Agua');
    expect(read('locales/es/rivers.po')).not.toContain('Antiguo Servicio');
    expect((await tinkuy('catalog', 'export', '--format', 'tbx')).code).toBe(0);
    const tbx = read('exchange/rivers.tbx');
    expect(tbx.match(/Instituto del Agua/g)).toHaveLength(1);
    expect(tbx).not.toContain('Ana Ortiz');
  });
});
