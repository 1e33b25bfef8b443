import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../pipeline/model.ts';
import {
  builtinVocabulary,
  editionsOf,
  merge,
  placeOf,
  places,
  recordsOf,
  type Said,
  stateGraph,
} from './sample-graph.ts';

const base = `
border:ec-pe:
  name: {en: Border, es: Frontera, pt: Fronteira}
  between: [country:ecuador, country:peru]
country:ecuador:
  name: {en: Ecuador, es: Ecuador, pt: Equador}
country:peru:
  name: {en: Peru, es: Perú, pt: Peru}
`;
const km = (value: string) => ({ value, unit: 'km' });
const length = (said: Partial<Said> & { value: Said['value'] }): Said => ({
  entity: 'border:ec-pe',
  path: 'length',
  kind: 'quantity',
  ...said,
});

describe('statements and records become entities', () => {
  test('with the origin of every value', () => {
    const texts = editionsOf([length({ value: km('1528') }), length({ language: 'es', value: km('1528') })]);
    const { value, diagnostics } = merge(base, texts);
    expect(diagnostics).toEqual([]);
    const border = value.entities.get('border:ec-pe');
    expect(border?.properties.length).toEqual(km('1528'));
    expect(border?.origins.get('length')).toEqual([
      { source: 'statement', location: placeOf('en', 0), language: 'en', segment: 0 },
      { source: 'statement', location: placeOf('es', 0), language: 'es', segment: 0 },
    ]);
    expect(border?.origins.get('between/1')?.[0]).toMatchObject({
      source: 'record',
      location: { start: { line: 4 } },
    });
    expect([...value.entities.keys()]).toEqual(['border:ec-pe', 'country:ecuador', 'country:peru']);
  });

  test('deep: the record gives the period, the prose the value, a path a part', () => {
    const yaml = `${base}  population: {period: 2008}\n`;
    const { value, diagnostics } = merge(
      yaml,
      editionsOf(
        [
          {
            entity: 'country:peru',
            path: 'population',
            kind: 'quantity',
            value: { value: '29', unit: 'inhabitant' },
          },
          { entity: 'country:peru', path: 'population.qualifier', kind: 'code', value: 'almost', order: 1 },
        ],
        ['border:ec-pe'],
      ),
    );
    expect(diagnostics).toEqual([]);
    expect(value.entities.get('country:peru')?.properties.population).toEqual({
      value: '29',
      unit: 'inhabitant',
      period: '2008',
      qualifier: 'almost',
    });
    expect(
      value.entities
        .get('country:peru')
        ?.origins.get('population')
        ?.map(({ source }) => source),
    ).toEqual(['record', 'statement', 'statement']);
  });

  test('texts are the words of each edition', () => {
    const name = { entity: 'place:tumbes', path: 'name', kind: 'text' as const };
    const texts = editionsOf([
      { ...name, value: 'Tumbes' },
      { ...name, language: 'es', value: 'Tumbes (es)' },
      { ...name, language: 'pt', value: 'Tumbes (pt)' },
    ]);
    const { value, diagnostics } = merge('', texts);
    expect(diagnostics).toEqual([]);
    expect(value.entities.get('place:tumbes')?.properties.name).toEqual({
      en: 'Tumbes',
      es: 'Tumbes (es)',
      pt: 'Tumbes (pt)',
    });
    expect(value.facts).toMatchObject([
      { subject: 'place:tumbes', value: { en: 'Tumbes', es: 'Tumbes (es)', pt: 'Tumbes (pt)' } },
    ]);
  });

  test('values of many add up without doubles', () => {
    const party = { entity: 'agreement:a', path: 'party', kind: 'entity' as const };
    const yaml = `${base}agreement:a:\n  name: {und: A}\n  party: country:peru\n`;
    const texts = editionsOf(
      [
        { ...party, value: 'country:ecuador' },
        { ...party, value: 'country:peru', order: 1 },
        { ...party, value: 'country:ecuador', language: 'es' },
      ],
      ['border:ec-pe'],
    );
    const { value, diagnostics } = merge(yaml, texts);
    expect(diagnostics).toEqual([]);
    expect(value.entities.get('agreement:a')?.properties).toEqual({
      name: { en: 'A', es: 'A', pt: 'A' },
      party: ['country:peru', 'country:ecuador'],
    });
    expect(
      value.entities
        .get('agreement:a')
        ?.origins.get('party/0')
        ?.map(({ source }) => source),
    ).toEqual(['record', 'statement']);
  });

  test('facts keep the words of every language, also where a translation changes the order', () => {
    const texts = editionsOf(
      [
        { entity: 'agreement:a', path: 'party', kind: 'entity', value: 'country:peru', order: 0 },
        { entity: 'agreement:a', path: 'party', kind: 'entity', value: 'country:ecuador', order: 1 },
        {
          entity: 'agreement:a',
          path: 'party',
          kind: 'entity',
          value: 'country:ecuador',
          order: 0,
          language: 'es',
        },
        {
          entity: 'agreement:a',
          path: 'party',
          kind: 'entity',
          value: 'country:peru',
          order: 1,
          language: 'es',
        },
      ],
      ['border:ec-pe'],
    );
    const { value } = merge(`${base}agreement:a:\n  name: {und: A}\n`, texts);
    expect(value.facts.map(({ value: fact, words }) => [fact, words])).toEqual([
      ['country:peru', { en: 'country:peru', es: 'country:peru' }],
      ['country:ecuador', { en: 'country:ecuador', es: 'country:ecuador' }],
    ]);
  });
});

describe('what disagrees is told with both places', () => {
  test('statement and record', () => {
    const { value, diagnostics } = merge(
      base.replace('  between', '  length: 1529\n  between'),
      editionsOf([length({ value: km('1528') })]),
    );
    expect(diagnostics).toMatchObject([
      {
        rule: 'statement-agrees-with-record',
        location: placeOf('en', 0),
        values: { entity: 'border:ec-pe', property: 'length', expected: '1529 km', found: '1528 km' },
        related: [{ role: 'record', location: { path: 'source/demo/entities/a.yaml', start: { line: 4 } } }],
      },
    ]);
    expect(value.entities.get('border:ec-pe')?.properties.length).toEqual(km('1529'));
  });

  test('two statements', () => {
    const { diagnostics } = merge(
      base,
      editionsOf([length({ value: km('1528') }), length({ value: km('1529'), segment: 3 })]),
    );
    expect(diagnostics).toMatchObject([
      {
        rule: 'statements-agree',
        location: placeOf('en', 3),
        related: [{ role: 'statement', location: placeOf('en', 0) }],
      },
    ]);
  });

  test('the same size in another unit agrees, and so does a zero more', () => {
    const texts = editionsOf([
      length({ value: km('1528') }),
      length({ value: { value: '1528000', unit: 'm' }, segment: 3 }),
    ]);
    expect(merge(base, texts).diagnostics).toEqual([]);
  });

  test('a part', () => {
    const yaml = `${base}  population: {value: 29, period: 2008}\n`;
    const said: Said = { entity: 'country:peru', path: 'population.period', kind: 'period', value: '2007' };
    expect(merge(yaml, editionsOf([said], ['border:ec-pe'])).diagnostics).toMatchObject([
      {
        rule: 'statement-agrees-with-record',
        values: { property: 'population.period', expected: '2008', found: '2007' },
      },
    ]);
  });

  test('a text in one language', () => {
    const said: Said = {
      language: 'es',
      entity: 'country:peru',
      path: 'name',
      kind: 'text',
      value: 'el Perú',
    };
    expect(merge(base, editionsOf([said], ['border:ec-pe'])).diagnostics).toMatchObject([
      {
        rule: 'statement-agrees-with-record',
        location: placeOf('es', 0),
        values: { property: 'name.es', expected: 'Perú' },
      },
    ]);
  });

  test('a translation of the same segment is left to the parity check; elsewhere it is not', () => {
    const same = editionsOf([length({ value: km('1528') }), length({ language: 'es', value: km('1529') })]);
    expect(merge(base, same).diagnostics).toEqual([]);
    const other = editionsOf([
      length({ value: km('1528') }),
      length({ language: 'es', value: km('1529'), segment: 4 }),
    ]);
    expect(merge(base, other).diagnostics).toMatchObject([
      { rule: 'statements-agree', location: placeOf('es', 4) },
    ]);
  });
});

describe('what leads nowhere', () => {
  test('an id twice in two files', () => {
    const vocabulary = builtinVocabulary();
    const first = recordsOf('country:peru:\n  name: {und: Peru}\n', vocabulary, 'a.yaml');
    const second = recordsOf('country:peru:\n  isoCode: PE\n', vocabulary, 'b.yaml');
    const { diagnostics } = stateGraph(editionsOf([], ['country:peru']), [...second, ...first], vocabulary);
    expect(diagnostics).toMatchObject([
      {
        rule: 'entity-id-is-unique',
        location: { path: 'b.yaml' },
        related: [{ role: 'first', location: { path: 'a.yaml' } }],
      },
    ]);
  });

  test('a mention, a statement, a blank of an entity without a record', () => {
    const texts = editionsOf(
      [length({ value: km('1'), entity: 'border:ec-po' })],
      ['country:perú'.replace('ú', 'o')],
      [['place:lima', 'area']],
    );
    const { diagnostics, value } = merge(base, texts);
    expect(
      diagnostics
        .filter(({ rule }) => rule === 'entity-is-known')
        .map(({ values }) => [values.entity, values.likely]),
    ).toEqual([
      ['country:pero', 'country:peru'],
      ['border:ec-po', 'border:ec-pe'],
      ['place:lima', ''],
    ]);
    expect(value.mentions).toEqual([]);
  });

  test('an unknown entity is told once, at the source', () => {
    const said = length({ value: km('1'), entity: 'border:x' });
    const texts = editionsOf([said, { ...said, language: 'es' }, { ...said, language: 'pt' }]);
    expect(places(merge('', texts).diagnostics)).toEqual(['entity-is-known 1:1']);
  });

  test('references in records', () => {
    const yaml = `${base}  capital: place:lima\n  borders: [country:ecuador, border:ec-pe]\n`;
    const { diagnostics } = merge(yaml, editionsOf([], ['border:ec-pe']));
    expect(places(diagnostics)).toEqual(['reference-resolves 9:12', 'reference-type-is-allowed 10:30']);
    const range = diagnostics.find(({ rule }) => rule === 'reference-type-is-allowed');
    expect(range?.values.expected).toContain('country, ');
  });

  test('a record that nothing speaks of', () => {
    expect(places(merge(base).diagnostics)).toEqual(['record-is-used 2:1']);
  });

  test('a record without a name is of use when it speaks of something', () => {
    const yaml = 'note:n:\n  about: country:peru\n  reason: {und: x}\ncountry:peru:\n  name: {und: Peru}\n';
    expect(merge(yaml).diagnostics).toEqual([]);
    expect(places(merge('note:n:\n  reason: {und: x}\n').diagnostics)).toEqual(['record-is-used 1:1']);
  });

  test('a label or another text that a language lacks', () => {
    const yaml = 'country:peru:\n  name: {en: Peru, pt: Peru}\n  description: {es: País}\n';
    const { diagnostics } = merge(yaml, editionsOf([], ['country:peru']));
    expect(diagnostics.map(({ rule, values }) => [rule, values.languages])).toEqual([
      ['text-is-in-every-language', 'en, pt'],
      ['label-is-in-every-language', 'es'],
    ]);
  });

  test('a note about nothing', () => {
    const yaml = `${base}note:n:\n  about: [country:prue, country:peru#populaton, country:peru, country:peru#population.period]\n`;
    const { diagnostics, value } = merge(yaml, editionsOf([], ['border:ec-pe']));
    expect(diagnostics.map(({ rule, values }) => [rule, values.likely])).toEqual([
      ['note-target-is-known', 'country:peru'],
      ['note-target-is-known', 'country:peru#population'],
    ]);
    expect(value.notes.get('country:peru')).toEqual(['note:n']);
  });

  test('a link without words whose value nothing states', () => {
    const blanks: [string, string][] = [
      ['border:ec-pe', 'length'],
      ['country:peru', 'population'],
      ['country:peru', 'name'],
    ];
    const { diagnostics } = merge(`${base}  population: {period: 2008}\n`, editionsOf([], [], blanks));
    expect(diagnostics.map(({ rule, values }) => [rule, values.property])).toEqual([
      ['blank-has-a-value', 'length'],
      ['blank-has-a-value', 'population'],
    ]);
  });
});

test('law: the graph does not depend on the order of texts, annotations, records', () => {
  const vocabulary = builtinVocabulary();
  const records = recordsOf(
    `${base}  population: {period: 2008}\n  borders: [country:ecuador]\n`,
    vocabulary,
  );
  const texts = editionsOf(
    [
      length({ value: km('1528') }),
      length({ value: km('1529'), segment: 2 }),
      length({ value: km('1528'), language: 'es' }),
      { entity: 'country:peru', path: 'name', kind: 'text', value: 'Peru', segment: 3 },
      { entity: 'country:peru', path: 'alternateName', kind: 'text', value: 'The Peru', segment: 4 },
      {
        entity: 'country:peru',
        path: 'alternateName',
        kind: 'text',
        value: 'O Peru',
        segment: 4,
        language: 'pt',
      },
      { entity: 'country:peru', path: 'borders', kind: 'entity', value: 'country:chile', segment: 5 },
    ],
    ['country:peru', 'country:ecuador', 'place:nowhere'],
  );
  const expected = stateGraph(texts, records, vocabulary);
  const shuffle = <T>(items: T[]) => fc.shuffledSubarray(items, { minLength: items.length });
  const shuffledTexts = shuffle(texts).chain((order) =>
    fc.tuple(
      ...order.map((text) => shuffle(text.segments).map((segments): Edition => ({ ...text, segments }))),
    ),
  );
  fc.assert(
    fc.property(shuffledTexts, shuffle(records), (someTexts, someRecords) => {
      const found = stateGraph(someTexts, someRecords, vocabulary);
      expect(found).toEqual(expected);
      expect([...found.value.entities.keys()]).toEqual([...expected.value.entities.keys()]);
    }),
    { numRuns: 50 },
  );
});
