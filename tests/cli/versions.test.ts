import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import oxigraph from 'oxigraph';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyFixture } from './copy-fixture.ts';
import { runInProcess } from './run-in-process.ts';

const base = 'https://example.org/titicaca/';
let folder: string;
const at = (file: string) => path.join(folder, file);
const build = () => runInProcess(folder, 'build');
const edit = (file: string, from: RegExp, to: string): void => {
  const before = readFileSync(at(file), 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(at(file), after);
};
const article = 'source/vapores/article.md';
const setVersion = (version: string) => edit(article, /^version: .*$/m, `version: ${version}`);
/** What an author does who publishes a version. */
const publish = (version: string) => {
  mkdirSync(at('source/vapores/versions'), { recursive: true });
  cpSync(at('dist/data/vapores.nt'), at(`source/vapores/versions/${version}.nt`));
};
const correct = (from: string, to: string): void => {
  edit(article, new RegExp(`${from.replace('.', ',')} m`), `${to.replace('.', ',')} m`);
  for (const language of ['en', 'pt']) {
    const file = `locales/${language}/vapores.po`;
    const text = readFileSync(at(file), 'utf8');
    const swap = (all: string, mark: string) =>
      all.replaceAll(`${from.replace('.', mark)} m`, `${to.replace('.', mark)} m`);
    writeFileSync(at(file), swap(swap(text, ','), '.'));
  }
};

/** Rows of a query over the description of the dataset. */
function ask(query: string): string[] {
  const store = new oxigraph.Store();
  store.load(readFileSync(at('dist/data/vapores-dataset.ttl'), 'utf8'), { format: 'ttl', base_iri: base });
  const prefixes = `PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX adms: <http://www.w3.org/ns/adms#>`;
  const rows = store.query(`${prefixes} ${query}`) as Map<string, { value: string; language?: string }>[];
  return rows.map((row) =>
    [...row.values()].map(({ value, language }) => (language ? `${value}@${language}` : value)).join(' '),
  );
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
  copyFixture('vapores-del-titicaca', folder);
  if (!/^version: /m.test(readFileSync(at(article), 'utf8')))
    edit(article, /^language: es$/m, '$&\nversion: 0.1.0');
  setVersion('0.9.0');
  expect((await build()).code).toBe(0);
  publish('0.9.0');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a version that is published', () => {
  test('is built again and is the same', async () => {
    expect((await build()).code).toBe(0);
    expect(ask('SELECT ?o { ?s dcat:previousVersion ?o }')).toEqual([]);
  });

  test('cannot say something else: the finding is at the version, and names the data as published', async () => {
    correct('79.25', '79.35');
    const { code, out } = await build();
    expect(code).toBe(1);
    expect(out).toMatch(/error published-version-stays source\/vapores\/article\.md:\d+:\d+/);
    expect(out).toMatch(
      /version 0\.9\.0 to say what it said when it was published, found \d+ statements that differ/,
    );
    expect(out).toContain('published data: source/vapores/versions/0.9.0.nt');
  });

  test('is named by the next one, which tells in every language what changed', async () => {
    setVersion('0.10.0');
    expect(await build()).toMatchObject({ code: 0, err: '' });
    const iri = `${base}dataset/vapores`;
    expect(ask('SELECT ?s ?o { ?s dcat:previousVersion ?o }')).toEqual([`${iri}/0.10.0 ${iri}/0.9.0`]);
    expect(ask(`SELECT ?o { <${iri}> dcat:hasVersion ?o } ORDER BY ?o`)).toEqual([
      `${iri}/0.10.0`,
      `${iri}/0.9.0`,
    ]);
    expect(ask(`SELECT ?o { <${iri}> dcat:hasCurrentVersion ?o }`)).toEqual([`${iri}/0.10.0`]);
    const notes = ask(`SELECT ?o { <${iri}/0.10.0> adms:versionNotes ?o BIND(LANG(?o) AS ?l) } ORDER BY ?l`);
    expect(notes).toHaveLength(3);
    expect(notes[0]).toMatch(/^Entities: 0 added, [1-9]\d* changed, 0 removed\. Statements: .*@en$/);
    expect(notes[1]).toMatch(/^Entidades: 0 añadidas, .*@es$/);
    expect(notes[2]).toMatch(/^Entidades: 0 .*@pt$/);
  });

  test('is ordered as versions are, not as letters: 0.10.0 follows 0.9.0, and a third knows both', async () => {
    publish('0.10.0');
    setVersion('1.0.0');
    correct('79.35', '79.45');
    expect((await build()).code).toBe(0);
    const iri = `${base}dataset/vapores`;
    expect(ask('SELECT ?s ?o { ?s dcat:previousVersion ?o } ORDER BY DESC(?s)')).toEqual([
      `${iri}/1.0.0 ${iri}/0.10.0`,
      `${iri}/0.10.0 ${iri}/0.9.0`,
    ]);
  });

  test('is not followed by an older one, and what cannot be read as one is told', async () => {
    setVersion('0.9.5');
    writeFileSync(at('source/vapores/versions/0.2.0.nt'), 'this is no triple\n');
    writeFileSync(at('source/vapores/versions/latest.nt'), '');
    const { code, out } = await build();
    expect(code).toBe(1);
    expect(out).toContain('Expected a version after 0.10.0, which is published, found 0.9.5.');
    expect(out).toContain('Expected a version such as 0.1.0 before .nt, found latest.');
    setVersion('0.2.0');
    expect((await build()).out).toContain('source/vapores/versions/0.2.0.nt:1:1');
  });
});
