import { describe, expect, test } from 'vitest';
import { checkOf } from './write-repository.ts';

/** Schemas as the world writes them: every draft, every spelling of its address, keywords of others. */

async function foundOf(schema: object | string, value: object | string): Promise<string[]> {
  return (
    await checkOf({ 's/d.json': schema, 'tinkuy.yaml': 'files: { a.json: s/d.json }\n', 'a.json': value })
  ).found;
}

describe('a draft is known by', () => {
  const two = { $defs: { t: { type: 'string' } }, properties: { a: { $ref: '#/$defs/t', maxLength: 1 } } };
  test.each([
    ['http://json-schema.org/schema#', true],
    ['http://json-schema.org/schema', true],
    ['https://json-schema.org/draft/2020-12/schema#', true],
    ['http://json-schema.org/draft/2020-12/schema', true],
    ['https://json-schema.org/draft/2020-12/schema', true],
    ['https://json-schema.org/draft/2019-09/schema#', true],
    ['https://json-schema.org/draft-07/schema#', false],
    ['https://json-schema.org/draft-07/schema', false],
    ['http://json-schema.org/draft-07/schema', false],
    ['http://json-schema.org/draft-06/schema#', false],
    ['https://json-schema.org/draft-06/schema', false],
    ['http://json-schema.org/draft-04/schema#', false],
    ['https://json-schema.org/draft-04/schema', false],
    ['http://json-schema.org/draft-04/hyper-schema#', false],
  ])('%s', async ($schema, holdsBeside) => {
    const found = (await foundOf({ $schema, ...two }, '{"a": "bc"}')).filter((line) =>
      line.includes('a.json'),
    );
    expect(found).toEqual(holdsBeside ? ['value-fits-schema a.json:1:7'] : []);
    expect(await foundOf({ $schema, ...two }, '{"a": 1}')).toContain('value-fits-schema a.json:1:7');
  });

  test.each([['http://json-schema.org/draft-03/schema#'], ['http://json-schema.org/draft-05/schema#']])(
    '%s, which is not read',
    async ($schema) => {
      const { found, messages } = await checkOf({
        's/d.json': { $schema },
        'tinkuy.yaml': 'files: { a.json: s/d.json }\n',
        'a.json': {},
      });
      expect(found).toEqual(['schema-is-valid s/d.json:1:12']);
      expect(messages[0]).toMatch(/2020-12.*2019-09.*draft-07.*draft-06.*draft-04/);
    },
  );
});

describe('draft-04', () => {
  const draft = { $schema: 'http://json-schema.org/draft-04/schema#' };
  test.each<[string, object, string, string[]]>([
    [
      'a limit that is excluded',
      { maximum: 5, exclusiveMaximum: true },
      '{"n": 5}',
      ['value-fits-schema a.json:1:7'],
    ],
    ['a limit that is below', { minimum: 5, exclusiveMinimum: true }, '{"n": 5.1}', []],
    ['a limit that is not', { minimum: 5, exclusiveMinimum: false }, '{"n": 5}', []],
    [
      'a list of items',
      { items: [{ type: 'string' }], additionalItems: false },
      '{"n": ["a", 1]}',
      ['value-fits-schema a.json:1:13'],
    ],
  ])('%s', async (_, n, value, expected) => {
    expect(await foundOf({ ...draft, properties: { n } }, value)).toEqual(expected);
    const inside = {
      ...draft,
      definitions: { n },
      properties: { n: { allOf: [{ $ref: '#/definitions/n' }] } },
    };
    expect(await foundOf(inside, value)).toEqual(expected);
  });

  test('a limit that is excluded without a limit is none', async () => {
    expect(await foundOf(JSON.stringify({ ...draft, exclusiveMaximum: true }), '1')).toEqual([
      'schema-is-valid s/d.json:1:73',
    ]);
  });

  test('id is an address, also within, and a property of that name is none', async () => {
    const { found } = await checkOf({
      'schemas/d.json': {
        ...draft,
        id: 'https://example.org/d.json',
        properties: { id: { type: 'string' }, n: { $ref: 'n.json' }, m: { $ref: '#here' } },
        definitions: { n: { id: 'n.json', type: 'integer' }, m: { id: '#here', type: 'integer' } },
        default: { id: 7 },
      },
      'd/a.json': '{"id": 1, "n": "x", "m": "y"}',
      'b.json': '{"$schema": "https://example.org/d.json", "n": "x"}',
    });
    expect(found).toEqual([
      'value-fits-schema b.json:1:48',
      'value-fits-schema d/a.json:1:8',
      'value-fits-schema d/a.json:1:16',
      'value-fits-schema d/a.json:1:26',
    ]);
  });
});

test('what is in other keywords is no schema; an unknown one is told once, at its name', async () => {
  const inside = { minimun: 1, type: 'strnig', properties: { a: { maxlength: 2 } }, $ref: 'nowhere.json' };
  const { found } = await checkOf({
    's/d.json': `{"$vocabulary": {"https://example.org/v": true},
"x-foo": ${JSON.stringify(inside)},
"x-list": [${JSON.stringify(inside)}],
"default": ${JSON.stringify(inside)},
"examples": [${JSON.stringify(inside)}],
"const": ${JSON.stringify(inside)},
"enum": [${JSON.stringify(inside)}],
"foo": ${JSON.stringify(inside)},
"properties": {"minimun": {"bar": [${JSON.stringify(inside)}]}}}`,
    'tinkuy.yaml': 'files: { a.json: s/d.json }\n',
    'a.json': JSON.stringify(inside),
  });
  expect(found).toEqual([
    'schema-keyword-is-known s/d.json:8:1 (warning)',
    'schema-keyword-is-known s/d.json:9:28 (warning)',
  ]);
});

test('references into a keyword that is none make it a folder of schemas', async () => {
  const schema =
    '{"properties": {"a": {"$ref": "#/types/t"}},\n"types": {"t": {"minimun": 1, "type": "string"}}}';
  expect(await foundOf(schema, '{"a": 1}')).toEqual([
    'value-fits-schema a.json:1:7',
    'schema-keyword-is-known s/d.json:2:17 (warning)',
  ]);
});

describe('numbers of a schema have all their figures', () => {
  const most = '9223372036854775807';
  const beyond = '9223372036854775808';
  test.each<[string, string, string, string]>([
    ['maximum', `"maximum": ${most}`, most, beyond],
    ['minimum', `"minimum": -${beyond}`, `-${beyond}`, '-9223372036854775809'],
    ['exclusiveMaximum', `"exclusiveMaximum": ${beyond}`, most, beyond],
    ['multipleOf', `"multipleOf": ${most}`, most, beyond],
    ['const', `"const": ${most}`, most, beyond],
    ['const in a list', `"const": [${most}]`, `[${most}]`, `[${beyond}]`],
    ['enum', `"enum": [1, ${most}]`, most, beyond],
    ['a fraction', '"maximum": 0.12345678901234567891', '0.12345678901234567891', '0.12345678901234567892'],
  ])('%s', async (_, keyword, right, wrong) => {
    const held = (name: string, schema: string) =>
      checkOf({
        'tinkuy.yaml': `files: { "d.*": ${name} }\n`,
        [name]: schema,
        'd.json': `{"a": ${wrong}, "b": ${right}}`,
        'd.yaml': `a: ${wrong}\nb: ${right}\n`,
      });
    const schema = `{"properties": {"a": {${keyword}}, "b": {${keyword}}}}`;
    for (const name of ['s.json', 's.yaml']) {
      const { found, messages } = await held(name, schema);
      expect(found).toEqual(['value-fits-schema d.json:1:7', 'value-fits-schema d.yaml:1:4']);
      expect(messages.join()).not.toContain('number"');
    }
  });

  test('default and examples say nothing', async () => {
    expect(await foundOf(`{"default": ${most}, "examples": [${most}], "x-y": ${most}}`, most)).toEqual([]);
  });
});

describe('formats of OpenAPI', () => {
  test.each<[string, string, string, string[]]>([
    ['integer', 'int32', '2147483647', []],
    ['integer', 'int32', '2147483648', ['value-fits-schema a.json:1:7']],
    ['integer', 'int32', '-2147483649', ['value-fits-schema a.json:1:7']],
    ['integer', 'int64', '9223372036854775807', []],
    ['integer', 'int64', '9223372036854775808', ['value-fits-schema a.json:1:7']],
    ['number', 'float', '1.5', []],
    ['number', 'double', '1e300', []],
    ['string', 'password', '"x"', []],
    ['string', 'byte', '"YQ=="', []],
    ['string', 'binary', '"\\u00e7"', []],
    ['string', 'int64', '"9223372036854775807"', []],
  ])('%s %s %s', async (type, format, value, expected) => {
    expect(await foundOf({ properties: { a: { type, format } } }, `{"a": ${value}}`)).toEqual(expected);
    expect(await foundOf({ properties: { a: { format } } }, `{"a": ${value}}`)).toEqual(expected);
  });

  test('others are told where nobody knows them', async () => {
    expect(await foundOf('{"type": "string",\n"format": "colour"}', '"x"')).toEqual([
      'schema-keyword-has-an-effect s/d.json:2:1 (warning)',
    ]);
  });
});
