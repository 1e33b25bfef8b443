import { expect, test } from 'vitest';
import { checkOf } from './write-repository.ts';

/** Comments that allow a finding in files that are held against schemas. */

const reason = 'allow value-fits-schema: the gauge is older';
const schema = { properties: { n: { maximum: 9 }, m: { properties: { k: { type: 'string' } } }, s: {} } };

test.each<[name: string, text: string, found: string[]]>([
  ['a.yaml', `n: 10 # ${reason}\n`, []],
  ['a.yaml', `# ${reason}\nn: 10\n`, []],
  ['a.yaml', `# ${reason}\nm:\n  k: 1\nn: 10\n`, ['value-fits-schema 4:4']],
  ['a.yaml', `s: |\n  # ${reason}\nn: 10\n`, ['value-fits-schema 3:4']],
  ['a.yaml', `s: "x # ${reason}"\nn: 10\n`, ['value-fits-schema 2:4']],
  ['a.yaml', 'n: 10 # allow value-fits-schema\n', ['value-fits-schema 1:4', 'allowance-has-reason 1:9']],
  ['a.yaml', `n: 9 # ${reason}\n`, ['allowance-is-needed 1:8']],
  ['a.cff', `n: 10 # ${reason}\n`, []],
  ['a.md', `---\nn: 10 # ${reason}\n---\n`, []],
  ['a.md', `---\n# ${reason}\nn: 10\n---\n`, []],
  ['a.md', `---\nn: 9 # ${reason}\n---\n`, ['allowance-is-needed 2:8']],
  ['a.jsonc', `{"n": 10 // ${reason}\n}`, []],
  ['a.jsonc', `{\n  // ${reason}\n  "n": 10\n}`, []],
  ['a.jsonc', `{\n  /* ${reason} */\n  "n": 10\n}`, []],
  ['a.jsonc', `{"n": 10 /* ${reason} */\n}`, []],
  ['a.jsonc', `{"s": "// ${reason}", "n": 10}`, ['value-fits-schema 1:62']],
  ['a.json', `{"s": "a \\" // ${reason}", "n": 10}`, ['value-fits-schema 1:67']],
  ['a.json5', `{s: 'it\\'s // ${reason}', n: 10}`, ['value-fits-schema 1:64']],
  ['a.json5', `{n: 10, // ${reason}\n}`, []],
  ['tsconfig.json', `{"n": 9, // ${reason}\n}`, ['allowance-is-needed 1:13']],
])('%s: %s', async (name, text, expected) => {
  const { found } = await checkOf({
    'tinkuy.yaml': 'files: { "d/*": s.json }\n',
    's.json': schema,
    [`d/${name}`]: text,
  });
  const places = found.map((line) => line.replace(` d/${name}:`, ' ').replace(' (warning)', ''));
  expect(places.sort()).toEqual([...expected].sort());
});
