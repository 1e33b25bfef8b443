import { describe, expect, test } from 'vitest';
import { checkFolder, checkOf, type Repository, writeRepository } from './write-repository.ts';

/** What is read of each kind of file, and what is asked of all files together. */

const row = {
  type: 'object',
  required: ['id', 'n'],
  properties: {
    id: { type: 'string' },
    n: { type: ['number', 'null'], maximum: 9 },
    ok: { type: 'boolean' },
  },
  additionalProperties: false,
};

async function foundIn(name: string, content: string | Buffer): Promise<string[]> {
  const { found } = await checkOf({ 'schemas/d.json': row, [`d/${name}`]: content });
  return found.map((line) => line.replace(`d/${name}:`, ''));
}

function utf16(text: string, isBig: boolean): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
}

describe('a table', () => {
  const table = 'id,n,ok\na,10,true\n';
  test.each<[string, string | Buffer, string[]]>([
    ['is read by the types of its schema', 'id,n,ok\n1,9,TRUE\n007,,false\nb,8.5,\n', []],
    ['has a place for each cell', table, ['value-fits-schema 2:3']],
    ['may have semicolons', table.replaceAll(',', ';'), ['value-fits-schema 2:3']],
    ['may have tabs', table.replaceAll(',', '\t'), ['value-fits-schema 2:3']],
    ['may say its separator', `sep=|\n${table.replaceAll(',', '|')}`, ['value-fits-schema 3:3']],
    ['may have a byte order mark', `\uFEFF${table}`, ['value-fits-schema 2:3']],
    ['may end its lines with CRLF', table.replaceAll('\n', '\r\n'), ['value-fits-schema 2:3']],
    ['may be UTF-16', utf16(table.replaceAll(',', '\t'), false), ['value-fits-schema 2:3']],
    ['may be UTF-16, the great end first', utf16(table, true), ['value-fits-schema 2:3']],
    [
      'may have line breaks in a cell',
      'id,n,ok\n"a\nb ""c"", d",10,no\n',
      ['value-fits-schema 3:13', 'value-fits-schema 3:16'],
    ],
    [
      'may have semicolons in its header in quotes',
      '"id",n,"ok"\n"a;;;",10,true\n',
      ['value-fits-schema 2:8'],
    ],
    ['has no decimal comma', 'id;n\na;1,5\n', ['value-fits-schema 2:3']],
    [
      'tells what its header has or lacks once',
      'id,m\na,1\nb,2\n',
      ['property-is-known 1:4', 'required-property-is-present 2:1'],
    ],
    ['may have blank lines', '\nid,n\n\na,10\n\n', ['value-fits-schema 4:3']],
    ['may end with no line end', 'id,n\na,10', ['value-fits-schema 2:3']],
  ])('%s', async (_, content, expected) => {
    expect(await foundIn('rows.csv', content)).toEqual(expected);
  });

  test('with tabs by its name has commas in its cells', async () => {
    expect(await foundIn('rows.tsv', 'id\tn\na,b,c\t10\n')).toEqual(['value-fits-schema 2:7']);
  });
});

describe('YAML', () => {
  test.each<[string, string, string[]]>([
    ['has several documents', 'id: a\nn: 1\n---\nid: b\nn: 10\n--- # none\n', ['value-fits-schema 5:4']],
    ['has anchors, told where they stand', 'id: &x a\nn: 1\nok: *x\n', ['value-fits-schema 3:5']],
    ['has merge keys, told where they stand', '<<: {n: 10}\nid: a\n', ['value-fits-schema 1:9']],
    ['puts its own keys before merged ones', '<<: {n: 10, id: b}\nid: a\nn: 1\n', []],
    ['is of 1.2', 'id: "1"\nn: 0x9\nok: yes\n', ['value-fits-schema 3:5']],
    ['has tags', 'id: !!str 1\nn: !custom 1\n', []],
    ['may be JSON', '{"id": "a", "n": 10}\n', ['value-fits-schema 1:18']],
    ['may be empty', '# nothing\n', []],
    ['may end its lines with CRLF', 'id: a\r\nn: 10\r\n', ['value-fits-schema 2:4']],
    ['has columns in UTF-16 units', '{"id": "ção 𐐷", "n": 10}\n', ['value-fits-schema 1:23']],
  ])('%s', async (_, content, expected) => {
    expect(await foundIn('a.yaml', content)).toEqual(expected);
  });
});

test('numbers have all their figures', async () => {
  const exact = { properties: { n: { const: 1 }, m: { maximum: 9007199254740992 } } };
  const { found } = await checkOf({
    'schemas/d.json': exact,
    'd/a.json': '{"n": 1.00000000000000000001, "m": 9007199254740993}',
    'd/b.yaml': 'n: 1.00000000000000000001\nm: 9007199254740993\n',
    'd/c.json': '{"n": 1.0, "m": 9007199254740992}',
  });
  expect(found.map((line) => line.replace(/^\S+ /, ''))).toEqual([
    'd/a.json:1:7',
    'd/a.json:1:36',
    'd/b.yaml:1:4',
    'd/b.yaml:2:4',
  ]);
});

test('Markdown is held by its front matter, by its place only where it has one', async () => {
  expect(await foundIn('a.md', '---\nid: a\nn: 10\n---\n[x](id:a#n)\n')).toEqual(['value-fits-schema 3:4']);
  expect(await foundIn('a.md', '---\r\nid: a\r\nn: 10\r\n---\r\nText.\r\n')).toEqual([
    'value-fits-schema 3:4',
  ]);
  const { found } = await checkOf({
    'tinkuy.yaml': 'files: { "*.md": s.json }\n',
    's.json': { required: ['id'] },
    'a.md': '# Text\n',
  });
  expect(found).toEqual(['required-property-is-present a.md:1:1']);
});

test('100,000 lines with ten bad ones: each is told at its line', async () => {
  const lines = Array.from({ length: 100_000 }, (_, index) =>
    index % 10_000 === 4 ? `{"id": "ção", "n": 1${index}}` : `{"id": "r", "n": 1, "ok": true}`,
  );
  const folder = writeRepository({ 'schemas/d.json': row, 'd/rows.jsonl': lines.join('\n') });
  const { found } = await checkFolder(folder);
  expect(found).toEqual(
    Array.from({ length: 10 }, (_, index) => `value-fits-schema d/rows.jsonl:${index * 10_000 + 5}:20`),
  );
});

describe('ids', () => {
  const author = { required: ['slug'], properties: { slug: { 'x-unique': true }, name: { type: 'string' } } };
  const base: Repository = {
    'schemas/authors.json': author,
    'authors/a.yaml': 'slug: ana\n---\nslug: 12\n',
    'authors/b.csv': 'slug,name\nben,Ben\n',
  };
  const posts = (range: string | string[]) => ({
    properties: { by: { 'x-range': range }, with: { items: { 'x-range': range } } },
  });

  test('are of one thing in all files', async () => {
    const { found, messages } = await checkOf({
      ...base,
      'authors/c.jsonl': '{"slug":"eva"}\n{"slug":"ben"}\n{"slug":"eva"}',
    });
    expect(found).toEqual([
      'unique-value-is-of-one-entity authors/c.jsonl:2:9',
      'unique-value-is-of-one-entity authors/c.jsonl:3:9',
    ]);
    expect(messages[0]).toContain('on `authors/c.jsonl:2` and on `authors/b.csv:2`');
  });

  test.each([['authors.json'], ['authors'], ['authors.json#/properties/slug'], ['/schemas/authors.json']])(
    'are what references lead to: %s',
    async (range) => {
      const { found, messages } = await checkOf({
        ...base,
        'schemas/posts.json': posts(range),
        'posts/a.md': '---\nby: ana\nwith: [ben, benn, 12]\n---\n',
        'posts/b.csv': 'by\n12\nanna\n',
      });
      expect(found).toEqual(['reference-resolves posts/a.md:3:13', 'reference-resolves posts/b.csv:3:1']);
      expect(messages[0]).toContain('Did you mean ben?');
    },
  );

  test('are names of files where a schema has none, and of one of several schemas', async () => {
    const { found } = await checkOf({
      ...base,
      'schemas/places.json': { type: 'object' },
      'places/puno.yaml': 'x: 1\n',
      'schemas/posts.json': posts(['authors.json', 'places.json']),
      'posts/a.json': { by: 'puno', with: ['ana', 'lima'] },
    });
    expect(found).toEqual(['reference-resolves posts/a.json:1:28']);
  });

  test('of a schema that is not there are told once, in the schema', async () => {
    const { found } = await checkOf({
      'schemas/posts.json': '{"properties": {"by": {"x-range":\n "writers.json"}}}',
      'posts/a.json': { by: 'a' },
      'posts/b.json': { by: 'b' },
    });
    expect(found).toEqual(['schema-reference-resolves schemas/posts.json:2:2']);
  });

  test('of alternatives that do not fit are nobody’s', async () => {
    const { found } = await checkOf({
      ...base,
      'schemas/posts.json': {
        properties: {
          by: {
            anyOf: [
              { type: 'string', pattern: '^https:' },
              { type: 'string', 'x-range': 'authors.json', pattern: '^[a-z]+$' },
            ],
          },
        },
      },
      'posts/a.json': { by: 'https://example.org/' },
      'posts/b.json': { by: 'eva' },
    });
    expect(found).toEqual(['reference-resolves posts/b.json:1:7']);
  });
});

test('paths lead to files: from the file, from the project, from a folder', async () => {
  const { found, messages } = await checkOf({
    'schemas/d.json': { properties: { here: { 'x-file': true }, there: { 'x-file': 'static' } } },
    'd/a.yaml': 'here: ../static/ção.jpg\nthere: /ção.jpg\n',
    'd/b.yaml': 'here: /static/%C3%A7%C3%A3o.jpg\nthere: x/../ção.jpg\n',
    'd/c.yaml': 'here: ção.jpg\nthere: static/ção.jpg\n',
    'd/d.yaml': 'here: ../../x\nthere: .\n',
    'static/ção.jpg': '',
  });
  expect(found).toEqual(
    ['c', 'd'].flatMap((name) => [
      `path-leads-to-a-file d/${name}.yaml:1:7`,
      `path-leads-to-a-file d/${name}.yaml:2:8`,
    ]),
  );
  expect(messages[1]).toContain('there is no static/static/ção.jpg');
  expect(messages[2]).toContain('leads out of it');
});
