import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runInProcess } from './run-in-process.ts';

/** A folder with schemas as their projects publish them; docs/real-schemas.md tells where each comes from. */
const folderOfSchemas = process.env.TINKUY_REAL_SCHEMAS ?? '';
const ownSchemas = path.join(import.meta.dirname, '../fixtures/schemas');

interface RealSchema {
  /** File, and behind # the place in it. */
  file: string;
  /** What the front matter says by it, each key at the beginning of a line. */
  keys: string;
  /** What the data have of it, below the node of the publication or of the key that the schema has. */
  turtle: string[];
  /** One fault: what is written, what instead, and the rules that find it. */
  fault: [of: string, instead: string, ...rules: string[]];
  /** What the fault is found as besides, at the head of a front matter. */
  alsoFlat?: string[];
  /**
   * What the schema is found to be at the head of a front matter, where the tool's own keys stand beside its own: nothing, or the
   * keys that it leaves no room for. Keys of `keys` that the tool's form has otherwise are left out, and others are added.
   */
  flat: { refused: string[] } | { without: RegExp; added: string; lost: string[] };
}

const schemas: RealSchema[] = [
  {
    file: 'cff.json',
    keys: `cff-version: 1.2.0
message: Please cite it.
title: Tinkuy
date-released: 2026-01-15
license: MIT
authors:
  - { family-names: Paz, given-names: Ana }
  - { name: The team, country: PE }
references: [{ type: article, title: A paper, authors: [{ family-names: Kahhat }], year: 2007 }]
`,
    turtle: ['def:date-released "2026-01-15"^^xsd:date', 'references.authors> def:family-names "Kahhat"'],
    fault: ['license: MIT', 'license: MTI', 'code-is-known'],
    flat: {
      without: /^(?:title|authors):.*\n(?: .*\n)*/gm,
      added: 'authors: [{ name: The team }]\n',
      lost: [],
    },
  },
  {
    file: 'csl-data.json#/items',
    keys: `id: kahhat-2007
type: article-journal
title: A title
author: [{ family: Kahhat, given: Farid }]
issued: { date-parts: [[2007, 5]] }
volume: 12
`,
    turtle: ['author> def:family "Kahhat"', 'issued> def:date-parts "[[2007,5]]"^^rdf:JSON'],
    fault: ['type: article-journal', 'type: journal', 'code-is-known'],
    flat: { refused: ['licence'] },
  },
  {
    file: 'datacite-v4.3.json',
    keys: `types: { resourceTypeGeneral: Dataset, resourceType: Table }
identifiers: [{ identifier: 10.5072/salt, identifierType: DOI }]
creators: [{ name: "Paz, Ana", nameType: Personal, affiliation: [{ name: UNMSM }] }]
titles: [{ title: Salt flats }]
publisher: UNMSM
publicationYear: "2020"
schemaVersion: http://datacite.org/schema/kernel-4
`,
    turtle: ['creators.affiliation> def:name "UNMSM"', 'types> def:resourceType "Table"'],
    fault: ['titles: [{ title: Salt flats }]', 'titles: []', 'number-of-values-is-right'],
    flat: { without: /^(?:nothing)$/gm, added: '', lost: [] },
  },
  {
    file: 'tableschema.json',
    keys: `fields:
  - { name: id, type: integer, constraints: { required: true } }
  - { name: label, type: string }
primaryKey: [id]
missingValues: ["", "-"]
`,
    turtle: ['fields.constraints> def:required true', 'fields.2> def:name "label"', 'def:missingValues "",'],
    fault: ['type: integer', 'type: integre', 'code-is-known'],
    flat: { without: /^(?:nothing)$/gm, added: '', lost: [] },
  },
  {
    file: 'geojson-geometry.json',
    keys: `type: Point
coordinates: [-67.5, -20.1]
`,
    turtle: ['def:type "Point"', 'def:coordinates "[-67.5,-20.1]"^^rdf:JSON'],
    fault: ['type: Point', 'type: Pont', 'code-is-known'],
    // The front matter as a whole is then no geometry, as a record of such a type is none.
    alsoFlat: ['value-fits-schema'],
    flat: { without: /^(?:nothing)$/gm, added: '', lost: [] },
  },
  {
    file: 'iiif_3_0.json#/classes/manifest',
    keys: `"@context": http://iiif.io/api/presentation/3/context.json
id: https://example.org/book/manifest
type: Manifest
label: { en: [A book] }
items:
  - id: https://example.org/book/1
    type: Canvas
    height: 1800
    width: 1200
    items:
      - id: https://example.org/book/page/1
        type: AnnotationPage
        items:
          - id: https://example.org/book/painting/1
            type: Annotation
            motivation: painting
            body: { id: https://example.org/1.jpg, type: Image, format: image/jpeg, height: 1800, width: 1200 }
            target: https://example.org/book/1
`,
    turtle: ['def:label "{\\"en\\":[\\"A book\\"]}"^^rdf:JSON', 'items> def:height 1800'],
    fault: ['height: 1800\n', 'height: -1\n', 'value-fits-schema'],
    flat: { refused: ['title, language, licence'] },
  },
  {
    file: 'codemeta-json-schema.json',
    keys: `"@type": SoftwareSourceCode
identifier: https://example.org/tinkuy
title: Tinkuy
description: A tool.
agents: [{ "@id": https://orcid.org/0000-0001, role: { namespace: https://example.org/, roleCode: author } }]
`,
    turtle: ['agents.role> def:namespace "https://example.org/"'],
    fault: ['description: A tool.', 'description: [A tool.]', 'value-has-the-right-type'],
    flat: { without: /^title:.*\n/gm, added: '', lost: [] },
  },
  {
    file: 'article-metadata.json',
    keys: `DOI: 10.5555/12345678
type: journal-article
title: [Cross-border cooperation]
author:
  - { given: Ana, family: Paz, ORCID: https://orcid.org/0000-0002-1825-0097, sequence: first }
issued: { date-parts: [[2012, 4, 30]] }
reference-count: 2
`,
    turtle: ['def:DOI "10.5555/12345678"', 'author> def:ORCID "https://orcid.org/0000-0002-1825-0097"'],
    fault: ['DOI: 10.5555/12345678', 'DOI: 12345678', 'value-fits-schema'],
    flat: { refused: ['title'] },
  },
];

const sourceOf = (file: string): string =>
  existsSync(path.join(ownSchemas, file)) ? path.join(ownSchemas, file) : path.join(folderOfSchemas, file);

/** Nobody's schemas are kept here: those that the folder has are read. */
const present = schemas.filter(({ file }) => existsSync(sourceOf(file.split('#')[0] ?? '')));

test('every schema is read where a folder with them is given', () => {
  expect(present).toEqual(folderOfSchemas === '' ? schemas.slice(-1) : schemas);
});

describe.each(present)('$file as front matter', ({ file, keys, turtle, fault, alsoFlat = [], flat }) => {
  let folder = '';
  const [name = ''] = file.split('#');
  const write = (at: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    writeFileSync(path.join(folder, at), text);
  };
  const head = 'language: en\nlicence: { text: https://example.org/l, data: https://example.org/l }\n';
  const writeText = (more: string): void =>
    write('source/t/article.md', `---\ntitle: Tinkuy\n${head}${more}---\n\nSome text.\n`);
  const findings = async (): Promise<{ rule: string; message: string; line: number; path: string }[]> => {
    const { out } = await runInProcess(folder, 'check', '--no-cache', '--reporter', 'json');
    type Found = { rule: string; path: string; severity: string; message: string; start: { line: number } };
    const found = JSON.parse(out) as { findings: Found[] };
    return found.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, message, start, path: at }) => ({ rule, message, line: start.line, path: at }));
  };
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
    const off = 'rules: { record-is-used: off, furniture-is-translated: off }\n';
    write('tinkuy.yaml', `base: https://example.org/\neditions: { en: en-US }\n${off}`);
    mkdirSync(path.join(folder, 'schemas'));
    copyFileSync(sourceOf(name), path.join(folder, 'schemas', name));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const nested = (text: string): string => `own:\n${text.replace(/^/gm, '  ').trimEnd()}\n`;

  test('below a key of its own it is carried whole', async () => {
    write('schemas/front-matter.json', JSON.stringify({ properties: { own: { $ref: file } } }));
    writeText(nested(keys));
    const { code, out } = await runInProcess(folder, 'build', '--no-cache');
    expect([code, out.includes('error ')]).toEqual([0, false]);
    const data = readFileSync(path.join(folder, 'dist/data/t.ttl'), 'utf8');
    expect(data).toContain('def:own <https://example.org/publication/t#own>');
    for (const expected of turtle) expect(data).toContain(expected);
    expect(data).not.toContain('def:licence');
  }, 120_000);

  test('a fault is found at its line, below a key of its own', async () => {
    const [of, instead, ...rules] = fault;
    write('schemas/front-matter.json', JSON.stringify({ properties: { own: { $ref: file } } }));
    const text = nested(keys.replace(of, instead));
    expect(keys).toContain(of);
    writeText(text);
    const found = await findings();
    expect(found.map(({ rule, path: at }) => `${at} ${rule}`)).toEqual(
      rules.map((rule) => `source/t/article.md ${rule}`),
    );
    const line = 5 + text.slice(0, text.indexOf(instead.split('\n')[0] ?? '')).split('\n').length - 1;
    expect(found.map((each) => each.line)).toEqual(rules.map(() => line));
  }, 120_000);

  test('beside the keys of the tool', async () => {
    write('schemas/front-matter.json', JSON.stringify({ allOf: [{ $ref: file }] }));
    if ('refused' in flat) {
      writeText('');
      const found = await findings();
      expect(found.map(({ rule, path: at }) => `${at} ${rule}`)).toEqual(
        flat.refused.map(() => 'schemas/front-matter.json schema-is-valid'),
      );
      for (const [index, refused] of flat.refused.entries())
        expect(found[index]?.message).toContain(` ${refused} `);
      return;
    }
    const own = keys.replace(flat.without, '') + flat.added;
    writeText(own);
    const { code, out } = await runInProcess(folder, 'build', '--no-cache');
    expect([code, out.includes('error ')]).toEqual([0, false]);
    const data = readFileSync(path.join(folder, 'dist/data/t.ttl'), 'utf8');
    for (const expected of turtle) expect(data).toContain(expected);
    for (const key of ['title', 'authors', 'publisher', 'licence'])
      expect(data).not.toContain(`publication/t> def:${key} `);
    const [of, instead, ...rules] = fault;
    writeText(own.replace(of, instead));
    expect((await findings()).map(({ rule }) => rule).sort()).toEqual([...rules, ...alsoFlat].sort());
  }, 120_000);
});
