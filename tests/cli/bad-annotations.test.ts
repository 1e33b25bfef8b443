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
import { expectFinding, writeMarked } from './expect-finding.ts';
import { readTree } from './read-tree.ts';
import { runInProcess } from './run-in-process.ts';

const { copyBase, refuses } = useBuiltProject();
const digits = '9'.repeat(400);

describe('an id that is none', () => {
  test.each(['../etc/passwd', 'la paz', 'Lima', 'лима', 'ñuñoa', 'la_paz', '-lima', ''])(
    '%j',
    async (slug) => {
      await expectFinding(copyBase(), body(`See ‸[here](<place:${slug}>).`), 'entity-id-is-well-formed');
      await expectFinding(
        copyBase(),
        records(`‸"place:${slug}":\n  isoCode: X\n`),
        'entity-id-is-well-formed',
      );
    },
  );
  refuses([
    ['with a space, which ends the link', body('See ‸[here](place:la paz).'), 'link-is-well-formed'],
    ['whose type is in capitals', body('See ‸[here](Country:peru).'), 'entity-type-is-known'],
    ['without a type', records('‸chile:\n  isoCode: CL\n'), 'entity-id-is-well-formed'],
    ['in a relation', chile('  capital: ‸../santiago\n'), 'value-has-the-right-type'],
  ]);
});

describe('code', () => {
  test('an annotation inside code stays code', async () => {
    const folder = copyBase();
    const code = '`[1,600 km](border:ec-pe#length)`\n\n```md\n[1,700 km](border:ec-pe#lenght)\n```\n';
    writeMarked(folder, {
      ...configuration('editions: { en: en-US }\n'),
      ...body(`[1,528 km](border:ec-pe#length), not ${code}`),
    });
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    const built = readTree(path.join(folder, 'dist'));
    expect(built.get('en/demo.md')).toContain(
      `[1,528 km](demo-register.md#border-ec-pe--length), not ${code}`,
    );
    expect(built.get('data/demo.jsonld')).toContain('"1528"');
    expect(built.get('data/demo.jsonld')).not.toMatch(/"1[67]00"/);
  });
});

describe('a link in a link', () => {
  refuses([
    ['both annotations', body('[The border of [Peru](country:peru)‸](border:ec-pe)'), 'links-do-not-nest'],
    [
      'an annotation in an ordinary link',
      body('[The border of [Peru](country:peru)‸](https://example.org/)'),
      'links-do-not-nest',
    ],
  ]);
});

describe('a value that overflows', () => {
  refuses([
    ['a quantity in the text', body(`‸[${digits} km](border:ec-pe#length)`), 'value-is-in-range'],
    ['an integer in the text', body(`‸[${digits}](border:ec-pe#protectedAreaCount)`), 'value-is-in-range'],
    ['a scale word', body(`‸[9${'0'.repeat(40)} million km](border:ec-pe#length)`), 'value-is-in-range'],
    ['a title with an exponent', body('‸[endless](border:ec-pe#length "1e999 km")'), 'title-is-canonical'],
    ['infinity in a record', chile('  area: ‸.inf\n'), 'value-has-the-right-type'],
    ['no number in a record', chile('  area: ‸.nan\n'), 'value-has-the-right-type'],
    ['a year in the text', body('‸[99999](border:ec-pe#lastMarker)'), 'value-is-readable'],
    [
      'a year in a record',
      records('border:x:\n  between: [country:peru, country:ecuador]\n  lastMarker: ‸"99999"\n'),
      'value-has-the-right-type',
    ],
  ]);

  test('a number that a computer’s integer cannot hold is published digit by digit', async () => {
    const folder = copyBase();
    writeMarked(folder, chile('  regionCount: 9007199254740993\n  area: 0.12345678901234567890123\n'));
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    const data = readTree(path.join(folder, 'dist')).get('data/demo.jsonld');
    expect(data).toContain('"9007199254740993"');
    expect(data).toContain('"0.12345678901234567890123"');
  });
});

describe('a property of the wrong type', () => {
  refuses([
    [
      'a word for a number, in the text',
      body('‸[many](border:ec-pe#protectedAreaCount)'),
      'value-is-readable',
    ],
    ['another unit, in the text', body('‸[1,528 kg](border:ec-pe#length)'), 'unit-is-known'],
    [
      'another type of entity, in the text',
      body('‸[itself](border:ec-pe#between "border:ec-pe")'),
      'reference-type-is-allowed',
    ],
    ['a relation without an object', body('‸[somebody](border:ec-pe#between)'), 'relation-names-its-object'],
    ['a string for texts', records('country:chile:\n  name: ‸Chile\n'), 'value-has-the-right-type'],
    ['a word for a number', chile('  countryCount: ‸many\n'), 'value-has-the-right-type'],
    ['a list for one quantity', chile('  area: ‸[1, 2]\n'), 'value-has-the-right-type'],
    ['another unit', chile('  area: ‸756102 kg\n'), 'unit-is-known'],
    ['a mapping for a list', chile('  memberOf: ‸{ org: can }\n'), 'value-has-the-right-type'],
    ['another type of entity', chile('  capital: ‸border:ec-pe\n'), 'reference-type-is-allowed'],
    ['an entity that nobody knows', chile('  capital: ‸place:santiago\n'), 'reference-resolves'],
    [
      'a word for a list, in the front matter',
      frontMatter(`${head}keywords: ‸border\n`),
      'front-matter-is-well-formed',
    ],
  ]);
});

test.each(['the other', '@none', '', '__proto__', 'constructor'])(
  'a text in the language %j is refused',
  async (language) => {
    const folder = copyBase();
    writeMarked(folder, records(`country:chile:\n  name: { en: A, es: A, pt: A, "${language}": A }\n`));
    const { code, out, err } = await runInProcess(folder, 'build', '--reporter', 'json');
    expect({ code, err }).toEqual({ code: 1, err: 'dist was left as it was.\n' });
    const place = { path: 'source/demo/entities/more.yaml', severity: 'error' };
    expect(JSON.parse(out)).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining(place)]),
    });
  },
);

describe('a date that does not exist', () => {
  const border = (date: string) =>
    records(`border:x:\n  between: [country:peru, country:ecuador]\n  lastMarker: ${date}\n`);
  refuses([
    ['in the text', body('‸[February 30, 1999](border:ec-pe#lastMarker)'), 'date-exists'],
    ['a leap day in a common year', body('‸[February 29, 1900](border:ec-pe#lastMarker)'), 'date-exists'],
    ['in a title', body('‸[then](border:ec-pe#lastMarker "1999-02-30")'), 'date-exists'],
    ['in a translation', catalog('el [13 de mayo de 1999]', 'el ‸[31 de abril de 1999]'), 'date-exists'],
    ['in a record', border('‸1999-02-30'), 'date-exists'],
    ['a month', border('‸"1999-13"'), 'date-exists'],
    ['in the front matter', frontMatter(`${head}date: ‸1999-02-30\n`), 'date-exists'],
  ]);
});

describe('a translation', () => {
  const peru = 'El [Perú](country:peru) y';
  const length = '[1,528 km](border:ec-pe#length)';
  refuses([
    ['that drops a mention', catalog(`"${peru}`, '"‸El Perú y'), 'mentions-agree-across-editions'],
    [
      'that drops a statement',
      catalog(
        `"${peru} el [Ecuador](country:ecuador) comparten una "\n"frontera de ${length}`,
        `"‸${peru} el [Ecuador](country:ecuador) comparten una "\n"frontera de 1,528 km`,
      ),
      'mentions-agree-across-editions',
    ],
    [
      'that doubles a mention',
      catalog(peru, `${peru} ‸[Perú](country:peru) y`),
      'mentions-agree-across-editions',
    ],
    ['that doubles a statement', catalog(length, `${length} ‸${length}`), 'mentions-agree-across-editions'],
    ['that renames a link', catalog(peru, 'El ‸[Perú](country:chile) y'), 'link-target-is-kept'],
    ['that misspells a type', catalog(peru, 'El ‸[Perú](contry:peru) y'), 'entity-type-is-known'],
    ['that drops a property', catalog(length, '‸[1,528 km](border:ec-pe)'), 'link-target-is-kept'],
    ['that misspells a property', catalog(length, '‸[1,528 km](border:ec-pe#lenght)'), 'property-is-known'],
    [
      'that states another value',
      catalog(length, '‸[1,582 km](border:ec-pe#length)'),
      'statement-agrees-across-editions',
    ],
    [
      'that writes the number of another country',
      catalog(length, '‸[1.528,0 km](border:ec-pe#length)'),
      'number-fits-locale',
    ],
    [
      'that adds a link',
      catalog('"La frontera"', '"‸[La frontera](https://example.org/)"'),
      'inline-markup-agrees-across-editions',
    ],
    ['that adds a paragraph', catalog('"La frontera"', '"La‸\\n\\nfrontera"'), 'translation-stays-inline'],
    ['that adds HTML', catalog('"La frontera"', '"La ‸<b>frontera</b>"'), 'translation-stays-inline'],
  ]);
});

describe('HTML', () => {
  refuses([
    ['in a paragraph', body('A ‸<b>long</b> border.'), 'html-is-allowed'],
    ['as a block', body('A\n\n‸<script>alert(1)</script>'), 'html-is-allowed'],
    ['in a footnote', body('A[^1]\n\n[^1]: ‸<i>b</i>'), 'html-is-allowed'],
    ['in the title', frontMatter(head.replace('Two', '‸<b>Two</b>')), 'html-is-allowed'],
  ]);

  test('comes through where it is allowed', async () => {
    const folder = copyBase();
    writeMarked(folder, {
      ...configuration('editions: { en: en-US }\nallowHtml: true\n'),
      ...body('A <b>long</b> border.'),
    });
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    expect(readTree(path.join(folder, 'dist')).get('en/demo.md')).toContain('A <b>long</b> border.');
  });

  test('in a name is shown as text', async () => {
    const folder = copyBase();
    writeMarked(
      folder,
      records('country:chile:\n  name: { en: "<b>Chile</b>", es: "<b>Chile</b>", pt: "<b>Chile</b>" }\n'),
    );
    expect((await runInProcess(folder, 'build')).code).toBe(0);
    expect(readTree(path.join(folder, 'dist')).get('es/demo-register.md')).toContain('**\\<b>Chile\\</b>**');
  });
});

describe('__proto__', () => {
  refuses([
    ['as an id in the text', body('‸[x](country:__proto__)'), 'entity-id-is-well-formed'],
    ['as a property in the text', body('‸[x](country:peru#__proto__)'), 'property-is-known'],
    ['as an id of a record', records('‸country:__proto__:\n  isoCode: X\n'), 'entity-id-is-well-formed'],
    ['as a record', records('‸__proto__:\n  isoCode: X\n'), 'entity-id-is-well-formed'],
    ['as a type of a record', records('‸__proto__:x:\n  isoCode: X\n'), 'entity-id-is-well-formed'],
    ['as a property of a record', chile('  ‸__proto__: x\n'), 'property-is-known'],
    ['as a part of a value', chile('  area: { value: 1, ‸__proto__: x }\n'), 'property-is-known'],
    ['as a unit', chile('  area: ‸1 __proto__\n'), 'unit-is-known'],
    ['in the configuration', configuration(`${editions}‸__proto__: { base: x }\n`), 'configuration-is-valid'],
    ['as a rule', configuration(`${editions}rules: { ‸__proto__: off }\n`), 'configuration-is-valid'],
    ['as an edition', configuration('editions: { ‸__proto__: en-US }\n'), 'configuration-is-valid'],
    ['in the front matter', frontMatter(`${head}‸__proto__: x\n`), 'front-matter-is-well-formed'],
    ['in a schema', schema('{ "title": "Lake", "type": "object", ‸"__proto__": {} }'), 'schema-is-valid'],
    [
      'as a file name',
      { 'schemas/types/__proto__.json': '‸{ "title": "Lake", "type": "object" }' },
      'schema-annotation-is-valid',
    ],
    ['as an attribute', body('‸:::box[A]{__proto__=x}\nText.\n:::'), 'container-attribute-is-known'],
    [
      'in the bibliography',
      { 'source/demo/references.json': '[{ "id": ‸"__proto__", "type": "book", "title": "A" }]' },
      'entity-id-is-well-formed',
    ],
  ]);

  test('leaves objects as they were', () => {
    expect(({} as Record<string, unknown>).base).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
