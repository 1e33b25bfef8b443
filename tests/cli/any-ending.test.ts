import { describe, expect, test } from 'vitest';
import { checkOf } from './write-repository.ts';

/** Files by their endings, and by what they hold; JSON as settings have it. */

const schema = { type: 'object', required: ['n'], properties: { n: { type: 'integer', maximum: 9 } } };

async function foundIn(glob: string, files: Record<string, string | Buffer>) {
  const named = Object.entries(files).map(([name, text]) => [`d/${name}`, text] as const);
  const { found, messages } = await checkOf({
    'tinkuy.yaml': `files: { ${JSON.stringify(glob)}: s.json }\n`,
    's.json': schema,
    ...Object.fromEntries(named),
  });
  return { found: found.map((line) => line.replace(' d/', ' ')), messages };
}

const json = '{"n": 10}';
const yaml = '# one\nn: 10\n';

test.each<[string, string, string]>([
  ...[
    ...['geojson', 'topojson', 'jsonld', 'webmanifest', 'har', 'ipynb', 'sarif', 'json', 'JSON'],
    ...['jsonc', 'code-workspace', 'json5', 'jsonl', 'ndjson', 'lock', 'unheard-of'],
  ].map((ending): [string, string, string] => [`a.${ending}`, json, '1:7']),
  ...['cff', 'yml', 'yaml', 'YAML', 'unheard-of'].map((ending): [string, string, string] => [
    `a.${ending}`,
    yaml,
    '2:4',
  ]),
  ['CITATION', yaml, '2:4'],
  ['settings', '---\nn: 10\n', '2:4'],
  ['settings', '\n\n"n": 10\n', '3:6'],
])('%s holding %j is read', async (name, text, place) => {
  expect((await foundIn('d/*', { [name]: text })).found).toEqual([`value-fits-schema ${name}:${place}`]);
});

test.each([
  ['.prettierrc', 'd/.prettierrc'],
  ['.prettierrc', 'd/.*'],
  ['.github/a.yml', '**/.github/*.yml'],
  ['.x/y/a.yml', 'd/.x/**'],
  ['.a.json', 'd/{.a,b}.json'],
])('%s, which begins with a dot, is read by %s', async (name, glob) => {
  const place = name.endsWith('.json') ? '1:7' : '2:4';
  const text = name.endsWith('.json') ? json : yaml;
  expect((await foundIn(glob, { [name]: text })).found).toEqual([`value-fits-schema ${name}:${place}`]);
});

test('a star is no dot, and the help says so', async () => {
  const { found, messages } = await foundIn('d/*', { '.a.json': json });
  expect(found).toEqual(['glob-matches-a-file tinkuy.yaml:1:10']);
  expect(messages[0]).toContain('no name that begins with a dot');
});

test('what cannot be read is told once for each glob', async () => {
  const unread = {
    'a.jpg': Buffer.from([0xff, 0xd8, 0, 1]),
    'b.txt': 'Words: of a text.',
    'c.txt': 'Only words.',
  };
  const { found, messages } = await foundIn('d/*', { ...unread, 'd.txt': 'More words.', 'e.json': json });
  expect(found).toContain('value-fits-schema e.json:1:7');
  const told = found.filter((line) => line.startsWith('file-is-of-a-known-kind'));
  expect(told).toEqual(['file-is-of-a-known-kind tinkuy.yaml:1:10']);
  expect(messages.join()).toContain('found 3 that cannot, such as d/a.jpg');
});

describe('JSON with comments', () => {
  const text = '// Settings.\n{\n  /* a\n  number */ "n": 10, // ten\n}\n';
  test.each(['a.jsonc', 'tsconfig.json', 'tsconfig.build.json', 'a.code-workspace', 'a.json5'])(
    '%s',
    async (name) => {
      expect((await foundIn('d/*', { [name]: text })).found).toEqual([`value-fits-schema ${name}:4:18`]);
    },
  );

  test.each(['.vscode/settings.json', '.devcontainer/devcontainer.json', '.eslintrc.json'])(
    '%s',
    async (name) => {
      const { found } = await foundIn(`d/${name}`, { [name]: text });
      expect(found).toEqual([`value-fits-schema ${name}:4:18`]);
    },
  );

  test.each<[string, string, string]>([
    ['a.json', '{"n": 1, // one\n}', '1:10'],
    ['a.jsonc', "{'n': 1}", '1:2'],
    ['a.jsonc', '{"n": 1,, }', '1:9'],
    ['a.jsonc', '{"n": 1 /* open }', '1:9'],
    ['a.jsonc', '[,]', '1:2'],
    ['a.json5', '{n: 1 m: 2}', '1:7'],
    ['a.json5', '{n: 01}', '1:5'],
    ['a.json5', '{n: "\\u00"}', '1:5'],
    ['a.json5', '{n: Infinity}', '1:5'],
  ])('%s is not to hold %j', async (name, content, place) => {
    const { found, messages } = await foundIn('d/*', { [name]: content });
    expect(found).toEqual([`json-is-well-formed ${name}:${place}`]);
    if (name === 'a.jsonc') expect(messages[0]).not.toContain('it has no comments');
  });
});

test.each<[string, string[]]>([
  ["{n: 10, 'm': 'it\\'s', $x_1: [+1, .5, 5., 0xFF, -0x1,], }", ['value-fits-schema a.json5:1:5']],
  ['{"n": 0x9}', []],
  ['{n: 0xA}', ['value-fits-schema a.json5:1:5']],
  ['{n: +9.0}', []],
  ['{n: 9.00000000000000000001}', ['value-fits-schema a.json5:1:5', 'value-fits-schema a.json5:1:5']],
  ['{n: 1, n: 2}', ['yaml-key-is-unique a.json5:1:8']],
  ["{n: 1, s: 'a\\\nb\\x41\\u0042'}", []],
  ['{ção: 1, n: 10}', ['value-fits-schema a.json5:1:13']],
])('JSON5: %s', async (text, expected) => {
  expect((await foundIn('d/*', { 'a.json5': text })).found).toEqual(expected);
});

test('a JSON5 text says what its escapes say', async () => {
  const { found } = await checkOf({
    'tinkuy.yaml': 'files: { a.json5: s.json }\n',
    's.json': { properties: { s: { const: "ab'A\n\u00e7\\" } } },
    'a.json5': "{s: 'a\\\nb\\'\\x41\\n\\u00e7\\\\'}",
  });
  expect(found).toEqual([]);
});

test('$schema is found in JSON with comments', async () => {
  const { found } = await checkOf({ 's.json': schema, 'a.jsonc': '// x\n{"$schema": "s.json",\n"n": 10}' });
  expect(found).toEqual(['value-fits-schema a.jsonc:3:6']);
});
