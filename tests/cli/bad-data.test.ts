/** What cannot be linked data: every case is a finding where the author wrote it, never a crash, and nothing is fetched. */
import { describe, expect, test } from 'vitest';
import {
  body,
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
import { runInProcess } from './run-in-process.ts';

const { copyBase, refuses } = useBuiltProject();

const base = (address: string): Files => configuration(`${editions}base: ‸${address}\n`);
const lake = (context: string, type = '["schema:LakeBodyOfWater"]'): Files =>
  schema(`{
  "title": "Lake",
  "description": "A body of still water.",
  "x-label": { "es": "Lago", "pt": "Lago" },
  "x-plural": { "en": "Lakes", "es": "Lagos", "pt": "Lagos" },
  "x-jsonld-type": ${type},
  "x-jsonld-context": ${context},
  "type": "object",
  "allOf": [{ "$ref": "location.json" }],
  "properties": { "depth": { "$ref": "../values.json#/$defs/string", "title": "Depth" } }
}
`);

describe('a base', () => {
  refuses(
    [
      ['that is relative', 'demo/'],
      ['with a fragment', '"https://example.org/#a"'],
      ['with a query', '"https://example.org/?a=b"'],
      ['of another scheme', 'ftp://example.org/'],
      ['with a port that is none', 'https://example.org:99999/'],
      ['with segments of dots', 'https://example.org/a/../b/'],
      ['beyond ASCII', 'https://example.org/ñandú/'],
      ['with brackets, at which RDFa ends', '"https://example.org/a[b]/"'],
      ['with a percent sign that encodes nothing', 'https://example.org/%zz/'],
    ].map(([name = '', address = '']) => [name, base(address), 'configuration-is-valid']),
  );

  test('without a slash at its end gets one', async () => {
    const folder = copyBase();
    writeMarked(folder, configuration(`${editions}base: https://example.org/demo\n`));
    const { code, out } = await runInProcess(folder, 'build', '--reporter', 'json');
    expect({ code, findings: JSON.parse(out).findings }).toEqual({ code: 0, findings: [] });
  });
});

describe('ids that are one address after normalisation', () => {
  const names = '  name: { en: A, es: B, pt: C }\n';
  refuses([
    ['by case', records(`place:lima:\n${names}‸place:Lima:\n${names}`), 'entity-id-is-well-formed'],
    ['by Unicode', records(`‸"place:lima\u0301":\n${names}`), 'entity-id-is-well-formed'],
    ['by percent signs', records(`‸"place:l%69ma":\n${names}`), 'entity-id-is-well-formed'],
  ]);
});

describe('a character that no form of the data can hold:', () => {
  const text = (words: string) => chile(`  description: { en: ‸"a ${words} b", es: a, pt: b }\n`);
  const said = (title: string) => frontMatter(head.replace(/(?<=title: ).*/, `‸"${title}"`));
  refuses([
    ['half of one in a record', text('\\uD800'), 'value-has-the-right-type'],
    ['a control in a record', text('\\u0001'), 'value-has-the-right-type'],
    ['U+0000 in a record', text('\\0'), 'value-has-the-right-type'],
    ['none at all in a record', text('\\uFFFE'), 'value-has-the-right-type'],
    ['half of one in the front matter', said('A \\uDC00 border'), 'front-matter-is-well-formed'],
    ['a control in the front matter', said('A \\u0002 border'), 'front-matter-is-well-formed'],
    ['a control in the text', body('[Peru](country:peru) ‸\u0001 is.'), 'characters-are-visible'],
  ]);

  test('characters beyond the first plane are whole', async () => {
    const folder = copyBase();
    writeMarked(folder, chile('  description: { en: "a 🏔 b", es: "a\\tb", pt: "\\U0001F3D4" }\n'));
    const { code } = await runInProcess(folder, 'build');
    expect(code).toBe(0);
  });
});

describe('a context that a schema brings along,', () => {
  const remote = '"https://example.org/context.jsonld"';
  refuses(
    (
      [
        ['by its address', lake(`‸${remote}`)],
        ['by several addresses', lake(`‸[${remote}]`)],
        ['by @import', lake(`{ "@import": ‸${remote} }`)],
        ['within a term', lake(`{ "depth": { "@id": "schema:depth", "@context": ‸${remote} } }`)],
        ['that turns a property around', lake('{ "depth": { "@reverse": ‸"schema:depth" } }')],
        ['that makes a property a keyword', lake('{ "depth": ‸"@type" }')],
        ['with an address that is none', lake('{ "depth": ‸"https://example.org/a b" }')],
        ['with a prefix that is not known', lake('{ "depth": { "@id": ‸"lake:depth" } }')],
        [
          'with a container that is none',
          lake('{ "depth": { "@id": "schema:depth", "@container": ‸"@bag" } }'),
        ],
        ['with a class that is no address', lake('{}', '[‸"https://example.org/a b"]')],
      ] as const
    ).map(([name, files]) => [name, files, 'schema-annotation-is-valid']),
  );
});

describe('an address elsewhere', () => {
  refuses([
    ['with a blank', chile('  sameAs: [‸"https://example.org/a b"]\n'), 'value-has-the-right-type'],
    ['with angle brackets', chile('  sameAs: [‸"https://example.org/<a>"]\n'), 'value-has-the-right-type'],
    ['that is relative', chile('  sameAs: [‸"/a"]\n'), 'value-has-the-right-type'],
  ]);
});
