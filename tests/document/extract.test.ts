import { describe, expect, test } from 'vitest';
import { extract } from '../../pipeline/text/extract.ts';
import { extractFrom, readerOf, slice, sourceEdition, vocabulary } from './sample.ts';

/** Findings of a text, with what they point at. */
function findings(text: string): [rule: string, at: string][] {
  const { diagnostics } = extractFrom(text);
  return diagnostics.map(({ rule, location }) => [rule, slice(text, location)]);
}

describe('a link is a statement', () => {
  test('in all the forms of the annotation table', () => {
    const text = [
      'The [Andean Community](org:can) and [1,528 km](border:ec-pe#length),',
      '[almost five million](network:abimsenop#populationServed "5000000"),',
      '[October 26, 1998](agreement:brasilia-act#date), [June 2010](agreement:other#date),',
      'signed by [Ecuador](agreement:brasilia-act#party "country:ecuador"),',
      '[Andean *Community*](org:can#name), [](border:ec-pe#length), [2008](hub:andean#population.period),',
      '[Kahhat, 2007](work:kahhat-2007 "p. 255").\n',
    ].join('\n');
    const { value, diagnostics } = extractFrom(text);
    expect(diagnostics).toEqual([]);
    expect(
      value.mentions.map(({ entity, words, locator, order }) => [entity, words, locator, order]),
    ).toEqual([
      ['org:can', 'Andean Community', undefined, 0],
      ['country:ecuador', 'Ecuador', undefined, 5],
      ['work:kahhat-2007', 'Kahhat, 2007', 'p. 255', 9],
    ]);
    expect(value.statements.map(({ entity, path, kind, value }) => [entity, path, kind, value])).toEqual([
      ['border:ec-pe', 'length', 'quantity', { value: '1528', unit: 'km' }],
      ['network:abimsenop', 'populationServed', 'quantity', { value: '5000000', unit: 'inhabitant' }],
      ['agreement:brasilia-act', 'date', 'date', '1998-10-26'],
      ['agreement:other', 'date', 'date', '2010-06'],
      ['agreement:brasilia-act', 'party', 'entity', 'country:ecuador'],
      ['org:can', 'name', 'text', 'Andean Community'],
      ['hub:andean', 'population.period', 'period', '2008'],
    ]);
    expect(value.blanks).toMatchObject([{ entity: 'border:ec-pe', path: 'length', words: '', order: 7 }]);
    expect(
      slice(
        text,
        value.statements[0]?.location ?? {
          path: '',
          start: { line: 1, column: 1 },
          end: { line: 1, column: 1 },
        },
      ),
    ).toBe('[1,528 km](border:ec-pe#length)');
  });

  test('wherever inline Markdown may stand', () => {
    const link = '[CAN](org:can)';
    const text = `---\ntitle: About ${link}\n---\n\n## ${link}\n\n*${link}*[^1]\n\n[^1]: ${link}\n\n- ${link}\n\n> ${link}\n\n:::box[${link}]\n${link}\n:::\n\n| ${link} |\n| - |\n| **${link}** |\n`;
    const { value, diagnostics } = extractFrom(text);
    expect(diagnostics).toEqual([]);
    expect(value.mentions.map(({ segment }) => segment)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('but in code it stays code', () => {
    const { value, diagnostics } = extractFrom(
      '`[CAN](org:can)`\n\n```\n[x](plaec:peru)\n```\n\n    [x](plaec:peru)\n',
    );
    expect([value.mentions, diagnostics]).toEqual([[], []]);
  });

  test('ordinary links say nothing', () => {
    const { value, diagnostics } = extractFrom(
      '[a](https://example.org "t") <https://org.example> [b](#s-x) ![c](peru.png)\n',
    );
    expect([value.mentions, value.statements, diagnostics]).toEqual([[], [], []]);
  });
});

describe('mistakes', () => {
  test.each([
    ['[x](plaec:peru)', 'entity-type-is-known'],
    ['![x](country:peru)', 'link-is-well-formed'],
    ['<country:peru>', 'link-is-inline'],
    ['[x](border:ec-pe#lenght)', 'property-is-known'],
    ['[x](country:Perú)', 'entity-id-is-well-formed'],
    ['[x](<country:la paz>)', 'entity-id-is-well-formed'],
    ['[757.766 km²](hub:andean#area)', 'value-is-unambiguous'],
    ['[1.528,5 km](border:ec-pe#length)', 'number-fits-locale'],
    ['[about 5 km](border:ec-pe#length)', 'value-is-readable'],
    ['[04.02.1999](agreement:a#date)', 'value-is-unambiguous'],
    ['[February 30, 1999](agreement:a#date)', 'date-exists'],
    ['[5 furlongs](border:ec-pe#length)', 'unit-is-known'],
    ['[Ecuador](agreement:a#party)', 'relation-names-its-object'],
    ['[Ecuador](agreement:a#party "Ecuador")', 'title-is-canonical'],
    ['[Ecuador](agreement:a#party "contry:ecuador")', 'entity-type-is-known'],
    ['[Ecuador](agreement:a#party "country:Ecuador")', 'entity-id-is-well-formed'],
    ['[Ecuador](agreement:a#party "https://example.org")', 'title-is-canonical'],
    ['[a few](border:ec-pe#length "1,528 km")', 'title-is-canonical'],
    ['[then](agreement:a#date "1999-02-30")', 'date-exists'],
    ['[CAN](org:can "Andean Community")', 'mention-has-no-title'],
    ['[1,528 km](border:ec-pe#length "1529 km")', 'words-agree-with-title'],
    ['[June 2010](agreement:a#date "2010-07-01")', 'words-agree-with-title'],
    ['[five](place:x#districtCount "6")', 'words-agree-with-title'],
  ])('%s breaks %s', (link, rule) => {
    expect(findings(`Text ${link} text.\n`)).toEqual([[rule, link]]);
  });

  test.each([
    '[1.528 thousand km](border:ec-pe#length "1528 km")',
    '[almost 1,530 km](border:ec-pe#length "1528 km")',
    '[1,528](border:ec-pe#length "1528")',
    '[June 2010](agreement:a#date "2010-06-01")',
    '[signed](agreement:a#status "signed")',
    '[757.766 km²](hub:andean#area "757766 km2")',
    '[CAN](org:can#name "Andean Community")',
  ])('%s is right, for its title says what its words cannot', (link) => {
    expect(findings(`Text ${link} text.\n`)).toEqual([]);
  });

  test('a link around a link, and links that stayed text', () => {
    expect(findings('See [the [Andean Community](org:can) today](org:can-today) now.\n')).toEqual([
      ['links-do-not-nest', '](org:can-today)'],
    ]);
    expect(findings('See [La Paz](city:la paz).\n')).toEqual([]);
    expect(findings('See [La Paz](place:la paz).\n')).toEqual([
      ['link-is-well-formed', '[La Paz](place:la paz)'],
    ]);
    expect(findings('See [x](country:peru "open).\n')).toMatchObject([
      ['link-is-well-formed', expect.any(String)],
    ]);
    expect(findings('See \\[x\\](country:peru)\n')).toMatchObject([
      ['link-is-well-formed', expect.any(String)],
    ]);
  });

  test('a value with a mistake is left out, a mention is kept', () => {
    const { value } = extractFrom('[757.766 km²](hub:andean#area) [CAN](org:can "x") [a](plaec:peru)\n');
    expect(value.statements).toEqual([]);
    expect(value.mentions).toMatchObject([{ entity: 'org:can', order: 1 }]);
  });

  test('what is quoted in a finding is short', () => {
    const { diagnostics } = extractFrom(`[${'very '.repeat(500)}long](border:ec-pe#length)\n`);
    expect(String(diagnostics[0]?.values.found).length).toBeLessThan(100);
  });
});

test('a segment in another language says no values, and is not reported twice', () => {
  const text =
    '[1,528 km](border:ec-pe#length) [x](plaec:y) [CAN](org:can) [CAN](org:can#name "CAN") [few](place:x#districtCount "6") [](border:ec-pe#length)\n';
  const edition = sourceEdition(text);
  const untranslated = {
    ...edition,
    isSource: false,
    segments: edition.segments.map((segment) => ({ ...segment, state: 'untranslated' as const })),
  };
  const { value, diagnostics } = extract(untranslated, vocabulary, readerOf('es-EC'));
  expect(diagnostics).toEqual([]);
  expect(value.statements.map(({ value }) => value)).toEqual([{ value: '6', unit: '1' }]);
  expect(value.mentions).toHaveLength(1);
  expect(value.blanks).toHaveLength(1);
});
