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
import { expect, test } from 'vitest';
import { packageRoot } from '../package-root.ts';
import { runInProcess } from './run-in-process.ts';

/** A folder with schemas as their projects publish them; docs/real-schemas.md tells where each comes from. */
const folderOfSchemas = process.env.TINKUY_REAL_SCHEMAS ?? '';

/** A file of the folder as a type, a record of it, and what its data has. */
const schemas: [file: string, type: string, record: string, turtle: string[]][] = [
  [
    'cff.json',
    'software',
    `cff-version: 1.2.0
  message: Please cite it.
  title: Tinkuy
  date-released: 2026-01-15
  license: MIT
  authors: [{ family-names: Paz, given-names: Ana }, { name: The team, country: PE }]
  references: [{ type: article, title: A paper, authors: [{ family-names: Kahhat }], year: 2007 }]`,
    [
      'def:date-released "2026-01-15"^^xsd:date',
      '#authors.2> def:country "PE"',
      '#references.authors> def:family-names',
    ],
  ],
  [
    'csl-data.json',
    'item',
    `id: kahhat-2007
  type: article-journal
  title: A title
  author: [{ family: Kahhat, given: Farid }]
  issued: { date-parts: [[2007, 5]] }
  volume: 12`,
    [
      '#author> def:family "Kahhat"',
      '#issued> def:date-parts "[[2007,5]]"^^rdf:JSON',
      'def:volume "12"^^xsd:decimal',
    ],
  ],
  [
    'datacite-v4.3.json',
    'resource',
    `types: { resourceTypeGeneral: Dataset, resourceType: Table }
  identifiers: [{ identifier: 10.5072/salt, identifierType: DOI }]
  creators: [{ name: "Paz, Ana", nameType: Personal, affiliation: [{ name: UNMSM }] }]
  titles: [{ title: Salt flats }]
  publisher: UNMSM
  publicationYear: "2020"
  schemaVersion: http://datacite.org/schema/kernel-4`,
    ['#creators.affiliation> def:name "UNMSM"', '#types> def:resourceType "Table"'],
  ],
  [
    'tableschema.json',
    'table',
    `fields: [{ name: id, type: integer, constraints: { required: true } }, { name: label, type: string }]
  primaryKey: [id]
  missingValues: ["", "-"]`,
    ['#fields.constraints> def:required true', '#fields.2> def:name "label"', 'def:missingValues "",'],
  ],
  [
    'geojson-geometry.json',
    'geometry',
    `type: Polygon
  coordinates: [[[-67.5, -20.1], [-67.4, -20.1], [-67.4, -20.2], [-67.5, -20.1]]]`,
    ['def:coordinates "[[[-67.5,-20.1],[-67.4,-20.1],[-67.4,-20.2],[-67.5,-20.1]]]"^^rdf:JSON'],
  ],
  [
    'iiif_3_0.json#/classes/manifest',
    'manifest',
    `"@context": http://iiif.io/api/presentation/3/context.json
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
              target: https://example.org/book/1`,
    ['def:label "{\\"en\\":[\\"A book\\"]}"^^rdf:JSON', '#items> def:height 1800'],
  ],
  [
    'codemeta-json-schema.json',
    'codemeta',
    `"@type": SoftwareSourceCode
  identifier: https://example.org/tinkuy
  title: Tinkuy
  description: A tool.
  agents: [{ "@id": https://orcid.org/0000-0001, role: { namespace: https://example.org/, roleCode: author } }]`,
    ['#agents.role> def:namespace "https://example.org/"'],
  ],
];

/** Nobody's schemas are kept here, and CI has no network: those that the folder has are read. */
const present = schemas.filter(
  ([name]) => folderOfSchemas !== '' && existsSync(path.join(folderOfSchemas, name.split('#')[0] ?? '')),
);

test('docs/real-schemas.md names every file and has none of another name in a folder that is given', () => {
  const page = readFileSync(path.join(packageRoot, 'docs/real-schemas.md'), 'utf8');
  for (const [name] of schemas) expect(page).toContain(`\`${name.split('#')[0]}\``);
  expect(folderOfSchemas === '' ? schemas : present).toEqual(schemas);
});

for (const [name, type, record, turtle] of present) {
  const [file = '', pointer] = name.split('#');
  test(`${name} is read as it is`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-'));
    mkdirSync(path.join(folder, 'schemas/types'), { recursive: true });
    mkdirSync(path.join(folder, 'source/t/entities'), { recursive: true });
    const write = (at: string, text: string): void => writeFileSync(path.join(folder, at), text);
    const off = 'record-is-used: off, furniture-is-translated: off';
    write('tinkuy.yaml', `base: https://example.org/\neditions: { en: en-US }\nrules: { ${off} }\n`);
    const licence = 'licence: { text: https://example.org/l, data: https://example.org/l }\n';
    write('source/t/article.md', `---\ntitle: T\nlanguage: en\n${licence}---\n\nSome text.\n`);
    write('source/t/entities/e.yaml', `${type}:a:\n  ${record}\n`);
    const own = pointer === undefined ? `schemas/types/${type}.json` : `schemas/${file}`;
    copyFileSync(path.join(folderOfSchemas, file), path.join(folder, own));
    if (pointer !== undefined)
      write(`schemas/types/${type}.json`, JSON.stringify({ title: type, $ref: `../${file}#${pointer}` }));
    const { code, out } = await runInProcess(folder, 'build', '--no-cache');
    expect([code, out.includes('error ')]).toEqual([0, false]);
    const data = readFileSync(path.join(folder, 'dist/data/t.ttl'), 'utf8');
    for (const expected of turtle) expect(data).toContain(expected);
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);
}
