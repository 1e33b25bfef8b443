import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  body,
  catalog,
  chile,
  configuration,
  editions,
  frontMatter,
  head,
  records,
  schema,
  useBuiltProject,
} from './bad-project.ts';
import { type Files, writeMarked } from './expect-finding.ts';
import { readTree } from './read-tree.ts';
import { runInProcess } from './run-in-process.ts';

const { base, copyBase, refuses } = useBuiltProject();
const property = (json: string): Files =>
  schema(`{
  "title": "Lake",
  "x-label": { "es": "Lago", "pt": "Lago" },
  "x-plural": { "en": "Lakes", "es": "Lagos", "pt": "Lagos" },
  "type": "object",
  "allOf": [{ "$ref": "location.json" }],
  "properties": { "depth": ${json} }
}
`);

/** YAML that would be 10^10 strings without its aliases. */
const laughs = [...'bcdefghij'].reduce(
  (yaml, name, index) =>
    `${yaml}${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[index]}`).join(', ')}]\n`,
  'a: ‸&a [x, x, x, x, x, x, x, x, x, x]\n',
);

describe('malformed YAML', () => {
  refuses([
    [
      'in the configuration',
      configuration(`${editions}‸ base: https://example.org/\n`),
      'yaml-is-well-formed',
    ],
    [
      'in a record, that ends too early',
      records('place:lima:\n  name: { en: Lima\n‸'),
      'yaml-is-well-formed',
    ],
    ['in the front matter', frontMatter('title: [A\n‸language: en\n'), 'yaml-is-well-formed'],
    ['a list where records should be', records('‸- place:lima\n'), 'record-is-well-formed'],
    ['a word where the front matter should be', frontMatter('‸title\n'), 'front-matter-is-well-formed'],
    [
      'a front matter that does not end',
      { 'source/demo/article.md': `‸---\n${head}\nText.\n` },
      'front-matter-is-well-formed',
    ],
    ['nested without end', records(`‸place:lima: ${'['.repeat(20_000)}\n`), 'yaml-is-well-formed'],
  ]);
});

describe('unknown keys', () => {
  refuses([
    ['in the configuration', configuration(`${editions}‸mention: all\n`), 'configuration-is-valid'],
    ['in the front matter', frontMatter(`${head}‸titel: A border\n`), 'front-matter-is-well-formed'],
    [
      'deep in the front matter',
      frontMatter(`${head}authors:\n  - name: Ana\n    ‸mail: a@example.org\n`),
      'front-matter-is-well-formed',
    ],
    ['in a record', chile('  ‸captial: country:peru\n'), 'property-is-known'],
    ['in a part of a value', chile('  area: { value: 756102, ‸units: km2 }\n'), 'property-is-known'],
    ['in a schema', schema('{ "title": "Lake", "type": "object", ‸"x-abstrakt": true }'), 'schema-is-valid'],
  ]);
});

describe('tabs', () => {
  refuses([
    ['in the configuration', configuration('editions:\n‸\ten: en-US\n'), 'yaml-is-well-formed'],
    ['in a record', records('country:chile:\n‸\tname: { en: Chile }\n'), 'yaml-is-well-formed'],
    ['in the front matter', frontMatter(`${head}authors:\n‸\t- name: Ana\n`), 'yaml-is-well-formed'],
  ]);
});

describe('duplicate keys', () => {
  refuses([
    ['in the configuration', configuration(`${editions}‸${editions}`), 'yaml-key-is-unique'],
    ['in the front matter', frontMatter(`${head}‸title: Another\n`), 'yaml-key-is-unique'],
    ['in a record', chile('  ‸name: { en: Chile }\n'), 'yaml-key-is-unique'],
    ['in a schema', schema('{ "title": "Lake", ‸"title": "Pond", "type": "object" }'), 'yaml-key-is-unique'],
    ['two records of an entity', chile('‸country:chile:\n  isoCode: CL\n'), 'entity-id-is-unique'],
    ['two records in two files', records('‸country:peru:\n  isoCode: PE\n'), 'entity-id-is-unique'],
    [
      'two entries of a catalog',
      catalog(
        'msgid "The border"\nmsgstr "La frontera"',
        'msgid "The border"\nmsgstr "La frontera"\n\nmsgid "The border"\nmsgstr "‸La linde"',
      ),
      'catalog-entry-is-unique',
    ],
  ]);
});

describe('aliases that explode', () => {
  refuses([
    ['in the configuration', configuration(laughs), 'yaml-has-no-anchors'],
    ['in a record', records(laughs), 'yaml-has-no-anchors'],
    ['in the front matter', frontMatter(laughs), 'yaml-has-no-anchors'],
  ]);
});

describe('a PO file with a broken entry', () => {
  const entry = 'msgid "The border"\nmsgstr "La frontera"';
  refuses([
    [
      'without the closing quote',
      catalog(entry, 'msgid ‸"The border\nmsgstr "La frontera"'),
      'catalog-is-well-formed',
    ],
    [
      'with a quote too many',
      catalog(entry, 'msgid "The border"\nmsgstr "La "‸frontera"'),
      'catalog-is-well-formed',
    ],
    ['without msgid', catalog(entry, '‸msgstr "La frontera"'), 'catalog-is-well-formed'],
    ['without msgstr', catalog(entry, '‸msgid "The border"'), 'catalog-is-well-formed'],
    [
      'with a misspelt keyword',
      catalog(entry, '‸msgide "The border"\nmsgstr "La frontera"'),
      'catalog-is-well-formed',
    ],
    [
      'with an escape that does not exist',
      catalog(entry, 'msgid "The border"\nmsgstr "La ‸\\q frontera"'),
      'catalog-is-well-formed',
    ],
    ['in another language', catalog('Language: es', '‸Language: pt'), 'catalog-language-matches'],
    ['in another encoding', catalog('charset=UTF-8', '‸charset=ISO-8859-1'), 'catalog-is-utf-8'],
  ]);
});

describe('an empty file', () => {
  refuses([
    ['of text', { 'source/demo/article.md': '‸' }, 'document-has-text'],
    ['with a front matter only', { 'source/demo/article.md': `‸---\n${head}---\n` }, 'document-has-text'],
    ['of configuration', configuration('‸'), 'configuration-is-valid'],
    ['of bibliography', { 'source/demo/references.json': '‸' }, 'bibliography-is-well-formed'],
    ['of a schema', schema('‸'), 'schema-is-valid'],
    [
      'of a catalog',
      { ...frontMatter(head.replace('en\n', '‸en\n')), 'locales/es/demo.po': '' },
      'edition-has-catalog',
    ],
  ]);
  test('of records says nothing', async () => {
    const folder = copyBase();
    writeMarked(folder, records(''));
    expect((await runInProcess(folder, 'check', '--strict')).code).toBe(0);
  });
});

describe('too much', () => {
  refuses([
    ['a paragraph of 5 MB', body(`‸${'lorem ipsum '.repeat(420_000)}`), 'paragraph-has-bounded-length'],
    ['a list of 2,000 levels', body(`${levels(0, 100)}\n‸${levels(100, 2_000)}`), 'nesting-is-shallow'],
    [
      'a translation of 5 MB',
      catalog('"La frontera"', `"‸${'lorem ipsum '.repeat(420_000)}"`),
      'paragraph-has-bounded-length',
    ],
  ]);
});

/** A list in a list in a list, a level a line. */
function levels(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, index) => `${'  '.repeat(from + index)}- x`).join('\n');
}

describe('a schema that is itself invalid', () => {
  refuses([
    ['no JSON', schema('{\n  "title": "Lake",\n  ‸}\n'), 'schema-is-valid'],
    ['no object', schema('‸[]\n'), 'schema-is-valid'],
    [
      'a type that JSON Schema does not have',
      property('{ "type": ‸"strin", "title": "Depth" }'),
      'schema-is-valid',
    ],
    [
      'a broken pattern',
      property('{ "$ref": "../values.json#/$defs/string", "title": "Depth", "pattern": ‸"(" }'),
      'schema-is-valid',
    ],
    [
      'a kind that does not exist',
      property('{ "$ref": ‸"../values.json#/$defs/quantty", "title": "Depth" }'),
      'schema-reference-resolves',
    ],
    [
      'a kind from elsewhere',
      property('{ "$ref": ‸"https://example.org/values.json", "title": "Depth" }'),
      'schema-reference-resolves',
    ],
    [
      'a unit that does not exist',
      property('{ "$ref": "../values.json#/$defs/quantity", "title": "Depth", "x-units": ‸["fathom"] }'),
      'schema-annotation-is-valid',
    ],
    [
      'a parent of itself',
      {
        ...schema('{ "title": "Lake", "type": "object", "allOf": [{ "$ref": "pond.json" }] }'),
        'schemas/types/pond.json':
          '{ "title": "Pond", "type": "object", "allOf": [{ "$ref": ‸"lake.json" }] }',
      },
      'schema-inheritance-ends',
    ],
  ]);
});

describe('what looks bad and is fine', () => {
  const bom = '\ufeff';
  test.each<[string, (text: string) => string]>([
    ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text) => bom + text],
    ['no final newline', (text) => text.trimEnd()],
    ['all three', (text) => bom + text.trimEnd().replaceAll('\n', '\r\n')],
  ])('%s in every file: the same bytes come out', async (_, change) => {
    const folder = copyBase();
    const own = [...readTree(folder)].filter(([at]) => !at.startsWith('dist/'));
    expect(own.map(([at]) => at)).toContain('locales/es/demo.po');
    writeMarked(folder, Object.fromEntries(own.map(([at, text]) => [at, change(text)])));
    rmSync(path.join(folder, 'dist'), { recursive: true });
    const { code, out } = await runInProcess(folder, 'build', '--strict');
    expect(out).not.toContain('error');
    expect(code).toBe(0);
    expect(readTree(path.join(folder, 'dist'))).toEqual(readTree(path.join(base, 'dist')));
  });
});
