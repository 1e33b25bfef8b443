import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runInProcess } from './run-in-process.ts';
import { checkFolder, checkOf, type Repository, writeRepository } from './write-repository.ts';

/** Files of any repository, held against JSON Schemas by the command line. */

const row = {
  type: 'object',
  required: ['id', 'n'],
  properties: { id: { type: 'string' }, n: { type: 'integer', minimum: 0 }, ok: { type: 'boolean' } },
  additionalProperties: false,
};
const files = (globs: string): Repository => ({
  'tinkuy.yaml': `files:\n  ${globs}: schemas/row.json\n`,
  'schemas/row.json': row,
});

describe('which file is held against which schema', () => {
  const wrong = 'id: a\nn: -1\n';
  test.each<[string, Repository, string[]]>([
    ['a glob', { ...files('data/*.yaml'), 'data/a.yaml': wrong, 'other/a.yaml': wrong }, ['data/a.yaml:2:4']],
    ...['https://example.org/s.json#', 'urn:example:s#', 's.json#', 'https://example.org/s.json'].map(
      ($id): [string, Repository, string[]] => [
        `a schema whose $id is ${$id}, with references into itself`,
        {
          'a.schema.json': {
            $id,
            properties: { n: { $ref: '#/definitions/n' } },
            definitions: { n: { type: 'string' } },
          },
          'a.yaml': wrong,
        },
        ['a.yaml:2:4'],
      ],
    ),
    ['a glob of any depth', { ...files("'**/*.yaml'"), 'x/y/a.yaml': wrong }, ['x/y/a.yaml:2:4']],
    ['alternatives', { ...files("'{x,y}/*.yaml'"), 'y/a.yaml': wrong }, ['y/a.yaml:2:4']],
    ['a dot in the glob', { ...files('.hidden/*.yml'), '.hidden/a.yml': wrong }, ['.hidden/a.yml:2:4']],
    ['its place beside', { 'a.schema.json': row, 'a.yaml': wrong }, ['a.yaml:2:4']],
    ['its folder', { 'schemas/data.json': row, 'data/x/a.yaml': wrong }, ['data/x/a.yaml:2:4']],
    ['its folder, deeper', { 'p/schemas/data.yaml': row, 'p/data/a.yaml': wrong }, ['p/data/a.yaml:2:4']],
    [
      '$schema in JSON',
      { 's/row.json': row, 'a.json': { $schema: 's/row.json', id: 1, n: 1 } },
      ['a.json:1:2', 'a.json:1:30'],
    ],
    [
      'a comment in YAML',
      { 's/row.json': row, 'd/a.yaml': `# yaml-language-server: $schema=../s/row.json\n${wrong}` },
      ['d/a.yaml:3:4'],
    ],
    [
      'a comment in front matter',
      { 's/row.json': row, 'a.md': `---\n# yaml-language-server: $schema=/s/row.json\n${wrong}---\nText.\n` },
      ['a.md:4:4'],
    ],
    [
      '$id, of a copy of what an address names',
      {
        'schemas/copy.json': { $id: 'https://example.org/row.json', ...row },
        'a.yaml': `# yaml-language-server: $schema=https://example.org/row.json\n${wrong}`,
      },
      ['a.yaml:3:4'],
    ],
    [
      'a fragment',
      {
        'tinkuy.yaml': 'files: { a.yaml: "s.json#/$defs/row" }\n',
        's.json': { $defs: { row } },
        'a.yaml': wrong,
      },
      ['a.yaml:2:4'],
    ],
  ])('by %s', async (_, repository, expected) => {
    const { found, code } = await checkOf(repository);
    expect(found.map((line) => line.replace(/^\S+ /, ''))).toEqual(expected);
    expect(code).toBe(1);
  });

  test('by the command line, which looks at nothing else', async () => {
    const folder = writeRepository({ ...files('none/*'), 'x/a.yaml': wrong, 'x/b,c.yaml': wrong });
    const given = ['--schema', 'schemas/row.json', '--for', 'x/a.yaml', '--for', 'x/b,*'];
    const { found, told } = await checkFolder(folder, ...given);
    expect(found).toEqual(['value-fits-schema x/a.yaml:2:4', 'value-fits-schema x/b,c.yaml:2:4']);
    expect(told).toContain('2 files against 1 schema.');
    for (const half of [given.slice(0, 2), given.slice(2)]) {
      const { code, err } = await runInProcess(folder, 'check', ...half);
      expect(code).toBe(2);
      expect(err).toContain('--for');
    }
    for (const idle of ['--explain', '--timings'])
      expect((await runInProcess(folder, 'check', ...given, idle)).code).toBe(2);
  });

  test('several that are named all hold, and what is passed by is held against none', async () => {
    const { found } = await checkOf({
      'tinkuy.yaml': 'files: { "d/*.json": s/a.json, "d/x.json": s/b.json, "d/draft*": none }\n',
      's/a.json': { required: ['a'] },
      's/b.json': { required: ['b'] },
      'd/x.json': {},
      'd/draft.json': {},
    });
    expect(found).toEqual(Array(2).fill('required-property-is-present d/x.json:1:1'));
  });

  test('what nothing names a schema for is counted', async () => {
    const { told, code, found } = await checkOf({
      'schemas/data.json': row,
      'data/a.yaml': 'id: a\nn: 1\n',
      'data/README.md': '# Data\n',
      'package.json': {},
      'photo.jpg': 'x',
    });
    expect([code, found]).toEqual([0, []]);
    expect(told).toBe('1 file against 1 schema. Nothing names a schema for 2 other files.');
  });

  test('nothing to check is an error, and a build tells what it lacks', async () => {
    expect((await checkOf({ 'a.txt': '' })).found).toEqual(['project-is-configured tinkuy.yaml:1:1']);
    expect((await checkOf({ 'tinkuy.yaml': 'rules: {}\n' })).messages[0]).toContain('a schema is named for');
    const folder = writeRepository({ ...files('data/*.yaml'), 'data/a.yaml': 'id: a\nn: 1\n' });
    expect((await checkFolder(folder)).code).toBe(0);
    const { code, out } = await runInProcess(folder, 'build');
    expect(code).toBe(1);
    expect(out).toContain('Expected the key base, found none.');
    expect(out).toContain('Expected the key editions, found none.');
  });
});

test('a key of publications without editions is a mistake, as is an unknown one', async () => {
  const { found } = await checkOf({
    'tinkuy.yaml': 'files: { a.yaml: s.json }\nfile: x\n',
    's.json': {},
    'a.yaml': '',
  });
  expect(found).toContain('configuration-is-valid tinkuy.yaml:2:1');
});

describe('what is amiss with globs and schemas is told', () => {
  test.each<[string, Repository, string[]]>([
    ['a glob that matches nothing', files('none/*'), ['glob-matches-a-file tinkuy.yaml:2:3']],
    [
      'a kind that is not read',
      { ...files('d/*'), 'd/a.jpg': 'x' },
      ['file-is-of-a-known-kind tinkuy.yaml:2:3'],
    ],
    [
      'a schema that is not there',
      {
        'tinkuy.yaml': 'files: { a.yaml: schemas/rwo.json }\n',
        'schemas/row.json': row,
        'a.yaml': 'id: a\nn: 1\n',
      },
      ['schema-is-found tinkuy.yaml:1:18'],
    ],
    [
      'a place in a schema that is not there',
      { 'tinkuy.yaml': 'files: { a.yaml: "s.json#/$defs/x" }\n', 's.json': {}, 'a.yaml': 'id: a\n' },
      ['schema-is-found tinkuy.yaml:1:18'],
    ],
    [
      'an address without a copy, where the project names it',
      { 'tinkuy.yaml': 'files: { a.yaml: https://example.org/x.json }\n', 'a.yaml': 'id: a\n' },
      ['schema-is-found tinkuy.yaml:1:18'],
    ],
    [
      'an address without a copy, where a file names it',
      { 'a.json': '{\n "$schema": "https://example.org/x.json" }' },
      ['schema-is-found a.json:2:13 (warning)'],
    ],
    [
      'a schema that is no JSON',
      { 'tinkuy.yaml': 'files: { a.yaml: s.json }\n', 's.json': '{"type": }', 'a.yaml': 'id: a\n' },
      ['schema-is-valid s.json:1:10'],
    ],
    [
      'a schema that its draft refuses',
      { 'tinkuy.yaml': 'files: { a.yaml: s.json }\n', 's.json': '{"type": "strnig"}', 'a.yaml': 'id: a\n' },
      ['schema-is-valid s.json:1:10', 'value-fits-schema a.yaml:1:1'],
    ],
    [
      'a reference to no file, and to the net',
      {
        'tinkuy.yaml': 'files: { a.yaml: s.json }\n',
        's.json': { allOf: [{ $ref: 'x.json' }, { $ref: 'https://example.org/y.json' }] },
        'a.yaml': 'id: a\n',
      },
      ['schema-reference-resolves s.json:1:19', 'schema-reference-resolves s.json:1:37'],
    ],
    [
      'keywords without effect',
      {
        'tinkuy.yaml': 'files: { a.yaml: s.json }\n',
        's.json':
          '{"type": "object",\n"x-file": true,\n"minimum": 1,\n"properties": {"a": {"type": "string",\n"x-unqiue": true}}}',
        'a.yaml': 'id: a\n',
      },
      [
        'schema-is-valid s.json:5:1',
        'schema-keyword-has-an-effect s.json:2:1',
        'schema-keyword-has-an-effect s.json:3:1 (warning)',
      ],
    ],
  ])('%s', async (_, repository, expected) => {
    const { found } = await checkOf(repository);
    expect(found.map((line) => line).sort()).toEqual([...expected].sort());
  });
});

describe('what keeps a file from being read is told where it is', () => {
  test.each<[string, string, string | Buffer, string[]]>([
    ['YAML', 'a.yaml', 'id: a\nn: [1\nx: 2\n', ['yaml-is-well-formed d/a.yaml']],
    ['a key twice', 'a.yaml', 'id: a\nn: 1\nid: b\n', ['yaml-key-is-unique d/a.yaml:3:1']],
    [
      'a key twice in JSON',
      'a.json',
      '{"id": "a", "n": 1,\n "id": "b"}',
      ['yaml-key-is-unique d/a.json:2:2'],
    ],
    ['JSON', 'a.json', '{"id": "a",\n "n": 1,}', ['json-is-well-formed d/a.json:2:9']],
    ['JSON that is cut off', 'a.json', '{"id": "a",\n "n": [1', ['json-is-well-formed d/a.json:2:9']],
    ['deep JSON', 'a.json', '['.repeat(5000), ['json-is-well-formed d/a.json:1:252']],
    [
      'a number without bounds',
      'a.json',
      '{"id": "a", "n": 1e999999999}',
      ['json-is-well-formed d/a.json:1:18'],
    ],
    ['an alias without end', 'a.yaml', 'id: a\nn: 1\nx: &x [*x]\n', ['yaml-is-well-formed d/a.yaml:1:1']],
    ['no UTF-8', 'a.yaml', Buffer.from('id: a\nn: ã', 'latin1'), ['file-is-utf8 d/a.yaml:2:4']],
    ['a front matter without end', 'a.md', '---\nid: a\n', ['front-matter-is-well-formed d/a.md:1:1']],
    ['a front matter in TOML', 'a.md', '+++\nid = "a"\n+++\n', ['front-matter-is-well-formed d/a.md:1:1']],
    ['a front matter that is a list', 'a.md', '---\n- a\n---\n', ['front-matter-is-well-formed d/a.md:2:1']],
    [
      'a row with more cells',
      'a.csv',
      'id,n\na,1,2\nb,-1\n',
      ['csv-is-well-formed d/a.csv:2:5', 'value-fits-schema d/a.csv:3:3'],
    ],
    ['a column twice', 'a.csv', 'id,n,id\na,1,b\n', ['csv-is-well-formed d/a.csv:1:6']],
    ['a column without a name', 'a.csv', 'id,n,\na,1,b\n', ['csv-is-well-formed d/a.csv:1:6']],
    ['a quotation mark', 'a.csv', 'id,n\na,1\n"b,2\n', ['csv-is-well-formed d/a.csv:3:1']],
    ['an empty table', 'a.csv', '', ['csv-is-well-formed d/a.csv:1:1']],
    [
      'lines',
      'a.jsonl',
      '{"id":"a","n":1}\n{"id":\n\n{"id":"b","n":-1}\r\n',
      ['json-is-well-formed d/a.jsonl:2:7', 'value-fits-schema d/a.jsonl:4:15'],
    ],
    [
      'lines that are no UTF-8',
      'a.jsonl',
      Buffer.from('{"id":"a","n":1}\n{"id":"ã","n":1}\n', 'latin1'),
      ['file-is-utf8 d/a.jsonl:2:8'],
    ],
  ])('%s', async (_, name, content, expected) => {
    const { found, code } = await checkOf({ ...files('d/*'), [`d/${name}`]: content });
    expect(
      found.map((line, index) => (expected[index]?.includes(':') ? line : line.replace(/:.*/, ''))),
    ).toEqual(expected);
    expect(code).toBe(1);
  });

  test('a huge file', async () => {
    const folder = writeRepository({ ...files('d/*'), 'd/a.json': '{}' });
    writeFileSync(path.join(folder, 'd/a.json'), Buffer.alloc(65 * 1024 * 1024, 0x20));
    expect((await checkFolder(folder)).found).toEqual(['file-size-is-bounded d/a.json:1:1']);
  });

  test('a link that leads out of the project; links in a circle are not followed', async () => {
    const outside = writeRepository({ 'x.yaml': 'id: 1\n' });
    const folder = writeRepository({
      ...files("'d/**'"),
      'd/a.yaml': 'id: a\nn: 1\n',
      'e.yaml': 'id: b\nn: -1\n',
    });
    symlinkSync(path.join(outside, 'x.yaml'), path.join(folder, 'd/out.yaml'));
    symlinkSync('nowhere.yaml', path.join(folder, 'd/lost.yaml'));
    symlinkSync('../e.yaml', path.join(folder, 'd/in.yaml'));
    symlinkSync('.', path.join(folder, 'd/circle'));
    symlinkSync('self', path.join(folder, 'd/self'));
    symlinkSync(outside, path.join(folder, 'd/folder'));
    expect((await checkFolder(folder)).found).toEqual([
      'file-is-inside-project d/folder:1:1',
      'value-fits-schema d/in.yaml:2:4',
      'file-is-inside-project d/lost.yaml:1:1',
      'file-is-inside-project d/out.yaml:1:1',
      'file-is-inside-project d/self:1:1',
    ]);
  });
});

test('.git, node_modules, other repositories, what .gitignore names and names with a dot are passed by', async () => {
  const wrong = 'id: 1\n';
  const folder = writeRepository({
    ...files("'**/*.yaml'"),
    '.gitignore': '/out/\n*.tmp.yaml\n',
    'd/.gitignore': '!kept.tmp.yaml\n',
    'd/kept.tmp.yaml': 'id: a\nn: 1\n',
    'd/x.tmp.yaml': wrong,
    'out/a.yaml': wrong,
    'node_modules/p/a.yaml': wrong,
    'd/node_modules/p/a.yaml': wrong,
    '.git/a.yaml': wrong,
    '.cache/a.yaml': wrong,
    'sub/.git': 'gitdir: ../.git/modules/sub\n',
    'sub/a.yaml': wrong,
  });
  const { found, told } = await checkFolder(folder);
  expect(found).toEqual([]);
  expect(told).toBe('1 file against 1 schema.');
});

test.each([
  'ção.yaml',
  'c\u0327a\u0303o.yaml',
  '100%.yaml',
  '%25.yaml',
  'a::b.yaml',
  'a\nb.yaml',
  'a b#c?.yaml',
  '[x].yaml',
])('a file may be called %j', async (name) => {
  const { found, code } = await checkOf({
    'tinkuy.yaml': `files: { "dáta/*": ${JSON.stringify(`schemas/${encodeURIComponent(name)}`)} }\n`,
    [`schemas/${name}`]: { allOf: [{ $ref: encodeURIComponent(`+${name}`) }] },
    [`schemas/+${name}`]: row,
    [`dáta/${name}`]: 'id: a\nn: -1\n',
  });
  expect(found).toEqual([`value-fits-schema dáta/${name}:2:4`]);
  expect(code).toBe(1);
});

test('a folder that may not be looked into is told', async () => {
  if (process.getuid?.() === 0) return;
  const folder = writeRepository({ ...files('d/*.yaml'), 'd/a.yaml': 'id: a\nn: 1\n', 'x/a.yaml': '' });
  chmodSync(path.join(folder, 'x'), 0o000);
  try {
    expect((await checkFolder(folder)).found).toEqual(['file-is-readable x:1:1']);
  } finally {
    chmodSync(path.join(folder, 'x'), 0o700);
    rmSync(path.join(folder, 'x'), { recursive: true });
    mkdirSync(path.join(folder, 'x'));
  }
});

describe('beside a publication', () => {
  const publication = {
    'source/demo/article.md': '---\nlanguage: en\n---\n',
    'schemas/own/row.json': row,
    'data/a.yaml': 'id: a\nn: -1\n',
    'other.json': { $schema: 'nowhere.json' },
  };
  test.each(['check', 'build'])(
    'files that tinkuy.yaml names are checked by %s, and no others',
    async (command) => {
      const folder = writeRepository({
        ...publication,
        'tinkuy.yaml':
          'base: https://example.org/\neditions: { en: en-US }\nfiles: { data/*.yaml: schemas/own/row.json }\n',
      });
      const { code, out } = await runInProcess(folder, command);
      expect(code).toBe(1);
      expect(out).toContain('error value-fits-schema data/a.yaml:2:4');
      expect(out).toContain('1 file against 1 schema.');
      expect(out).not.toContain('other.json');
    },
  );
});
