import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runInProcess } from './run-in-process.ts';

const schema = path.join(import.meta.dirname, '../fixtures/schemas/article-metadata.json');

/** A record of an article as Crossref's REST API has it; the lines count from the key of the record, which is the first. */
const record = `article:borders:
  DOI: 10.5555/12345678
  type: journal-article
  title: [Cross-border cooperation]
  container-title: [A journal of borders]
  volume: "4"
  ISSN: [1234-567X]
  author:
    - given: Ana
      family: Paz
      ORCID: https://orcid.org/0000-0002-1825-0097
      sequence: first
      affiliation: [{ name: UNMSM }]
    - name: The team
  issued: { date-parts: [[2012, 4, 30]] }
  license:
    - URL: https://creativecommons.org/licenses/by/4.0/
      start: { date-parts: [[2012, 4]] }
      delay-in-days: 0
      content-version: vor
  funder: [{ name: A fund, DOI: 10.13039/501100000000, award: [A-1, A-2] }]
  reference:
    - key: ref1
      DOI: 10.5555/87654321
      doi-asserted-by: publisher
      year: 2007a
    - key: ref2
      unstructured: "Ruiz, Two cities, Lima 1999."
  reference-count: 2
  relation: { is-preprint-of: [{ id: 10.5555/1, id-type: doi }] }
`;

/** One mistake in the record: what is written, what is written instead, and what is found at which line. */
const mistakes: [instead: string, of: string, ...found: string[]][] = [
  ['DOI: 12345678', 'DOI: 10.5555/12345678', '2 value-fits-schema'],
  ['type: article', 'type: journal-article', '3 code-is-known'],
  ['ISSN: [1234-5678X]', 'ISSN: [1234-567X]', '7 value-fits-schema'],
  ['famly: Paz', 'family: Paz', '9 value-fits-schema', '10 property-is-known'],
  ['0000-0002-1825', '0000-0002-1825-0097', '11 value-fits-schema'],
  ['[{ nome: UNMSM }]', '[{ name: UNMSM }]', '13 required-property-is-present', '13 property-is-known'],
  ['[[2012, 14, 30]]', '[[2012, 4, 30]]', '15 value-fits-schema'],
  ['delay-in-days: -1', 'delay-in-days: 0', '19 value-fits-schema'],
  ['name: A fund, doi', 'name: A fund, DOI', '21 property-is-known'],
  ['doi: 10.5555/8', 'DOI: 10.5555/87654321', '23 required-property-is-present', '24 property-is-known'],
  ['year: two', 'year: 2007a', '26 value-fits-schema'],
  ['reference-count: many', 'reference-count: 2', '29 value-has-the-right-type'],
];

describe('metadata of an article, as a registration agency has it', () => {
  let folder = '';
  const write = (at: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), text);
  };
  const writeText = (keys: string): void => {
    const licence = 'licence: { text: https://example.org/l, data: https://example.org/l }\n';
    write('source/t/article.md', `---\ntitle: T\nlanguage: en\n${licence}${keys}---\n\nSome text.\n`);
  };
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
    const off = 'rules: { record-is-used: off, furniture-is-translated: off }\n';
    write('tinkuy.yaml', `base: https://example.org/\neditions: { en: en-US }\n${off}`);
    writeText('');
    mkdirSync(path.join(folder, 'schemas/types'), { recursive: true });
    copyFileSync(schema, path.join(folder, 'schemas/types/article.json'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const check = async (): Promise<string[]> => {
    const { out } = await runInProcess(folder, 'check', '--no-cache', '--reporter', 'json');
    const { findings } = JSON.parse(out) as { findings: { rule: string; start: { line: number } }[] };
    return [...new Set(findings.map(({ rule, start }) => `${start.line} ${rule}`))];
  };

  test('reaches the data as nodes', async () => {
    write('source/t/entities/e.yaml', record);
    const { code, out } = await runInProcess(folder, 'build', '--no-cache', '--strict');
    expect([code, out.includes('error ')]).toEqual([0, false]);
    const data = readFileSync(path.join(folder, 'dist/data/t.ttl'), 'utf8');
    for (const expected of [
      'def:DOI "10.5555/12345678"',
      '#author> def:ORCID "https://orcid.org/0000-0002-1825-0097"',
      '#author.affiliation> def:name "UNMSM"',
      '#author.2> def:name "The team"',
      '#issued> def:date-parts "[[2012,4,30]]"^^rdf:JSON',
      '#license> def:URL <https://creativecommons.org/licenses/by/4.0/>',
      'def:award "A-1",',
      '#reference.2> def:key "ref2"',
    ])
      expect(data).toContain(expected);
  }, 60_000);

  test.each(mistakes)(
    '%s',
    async (instead, of, ...expected) => {
      write('source/t/entities/e.yaml', record.replace(of, instead));
      expect((await check()).sort()).toEqual([...expected].sort());
    },
    60_000,
  );

  test('is no front matter: a key that this does not have is found at its line', async () => {
    writeText(
      'DOI: 10.5555/12345678\nauthor:\n  - family: Paz\nissued: { date-parts: [[2012]] }\nauthors:\n  - nme: A\n',
    );
    expect(await check()).toEqual([
      '5 front-matter-is-well-formed',
      '6 front-matter-is-well-formed',
      '8 front-matter-is-well-formed',
      '10 front-matter-is-well-formed',
    ]);
  }, 60_000);

  test('is held for the record of the work that a front matter names', async () => {
    rmSync(path.join(folder, 'schemas/types/article.json'));
    copyFileSync(schema, path.join(folder, 'schemas/article-metadata.json'));
    const properties = { registered: { $ref: '../article-metadata.json' } };
    write('schemas/types/work.json', JSON.stringify({ properties }));
    const registered = record.replace(/^article:borders:\n/, '').replace(/^/gm, '  ');
    const work = `work:borders:\n  name: { en: Cross-border cooperation }\n  registered:\n${registered}`;
    write('source/t/entities/e.yaml', work);
    const basis = 'basedOn:\n  work: work:borders\n  title: Cross-border cooperation\n  authors: [Ana Paz]\n';
    writeText(basis);
    expect(await check()).toEqual([]);
    write('source/t/entities/e.yaml', work.replace('[[2012, 4, 30]]', '[[2012, 14, 30]]'));
    expect(await check()).toEqual(['17 value-fits-schema']);
    write('source/t/entities/e.yaml', work);
    writeText(basis.replace('work:borders', 'work:bordres'));
    expect(await check()).toEqual(['6 reference-resolves']);
  }, 60_000);
});
