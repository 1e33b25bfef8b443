import { describe, expect, test } from 'vitest';
import type { Diagnostic, LanguageHabits } from '../../pipeline/model.ts';
import { glossaryOf } from './glossary-demo.ts';
import { contextOf, habitsOf, judge, pairOf } from './quality/pair-of.ts';

const glossary = glossaryOf({
  'country:peru': {
    name: { en: 'Peru', es: 'Perú', pt: 'Peru' },
    otherForm: { en: ['Peruvian'], es: ['peruano'], pt: ['peruano'] },
  },
  'country:ecuador': {
    name: { en: 'Ecuador', es: 'Ecuador', pt: 'Equador' },
    otherForm: { en: ['Ecuadorian'], es: ['ecuatoriano'], pt: ['equatoriano'] },
  },
  'border:ec-pe': {
    name: { en: 'Ecuador–Peru border', es: 'Frontera Ecuador-Perú', pt: 'Fronteira Equador-Peru' },
  },
  'fund:idb': {
    name: {
      en: 'Inter-American Development Bank',
      es: 'Banco Interamericano de Desarrollo',
      pt: 'Banco Interamericano de Desenvolvimento',
    },
    acronym: { en: 'IDB', es: 'BID', pt: 'BID' },
  },
  'place:latin-america': { name: { en: 'Latin America', es: 'América Latina', pt: 'América Latina' } },
  'concept:physical-connection': {
    name: { en: 'Physical connection', es: 'Conexión física', pt: 'Conexão física' },
  },
  'concept:border-zone': {
    name: { en: 'Border zone', es: 'Zona de frontera', pt: 'Zona de fronteira' },
    avoidedTerm: { es: ['franja fronteriza'] },
  },
});

function findings(
  rule: Diagnostic['rule'],
  source: string,
  target: string,
  language = 'es',
  habits: LanguageHabits = {},
): Diagnostic[] {
  const own = (code: string): LanguageHabits => ({ ...habitsOf(code), ...(code === language ? habits : {}) });
  const context = { ...contextOf(['en', language], {}, own), glossary };
  return judge(rule, [pairOf(source, target)], context);
}

/** What is found, and what should be there. */
function said(...given: Parameters<typeof findings>): string[] {
  return findings(...given).map(({ values }) => `${values.found ?? values.term}: ${values.expected}`);
}

describe('mention-uses-a-known-name', () => {
  const both = '[Peru](country:peru) and [Ecuador](country:ecuador) met.';

  test.each([
    ['es', 'Se reunieron el [Ecuador](country:ecuador) y el [Perú](country:peru).'],
    ['pt', 'Encontraram-se os governos [do Equador](country:ecuador) e [peruano](country:peru).'],
  ])('names in any order and form pass (%s)', (language, target) => {
    expect(said('mention-uses-a-known-name', both, target, language)).toEqual([]);
  });

  test('swapped names are both found, with the entity that the words name', () => {
    const target = 'El [Ecuador](country:peru) y el [Perú](country:ecuador) se reunieron.';
    const found = findings('mention-uses-a-known-name', both, target);
    expect(found.map(({ values }) => [values.context, values.entity, values.other, values.expected])).toEqual(
      [
        ['swapped', 'country:peru', 'country:ecuador', 'Perú'],
        ['swapped', 'country:ecuador', 'country:peru', 'Ecuador'],
      ],
    );
  });

  test('a name that stayed in the source’s language is found', () => {
    const target = 'O [Peru](country:peru) e o [Ecuador](country:ecuador) reuniram-se.';
    expect(said('mention-uses-a-known-name', both, target, 'pt')).toEqual(['Ecuador: Equador']);
  });

  test('the words of a relation are a name of its object', () => {
    const source = 'signed by [Ecuador](agreement:a#party "country:ecuador")';
    const target = 'firmado por [Perú](agreement:a#party "country:ecuador")';
    expect(said('mention-uses-a-known-name', source, target)).toEqual(['Perú: Ecuador']);
  });

  test('words of the author’s own stay free, and are no name of something else', () => {
    const source = 'This [country](country:peru) is [linked](concept:physical-connection).';
    expect(
      said(
        'mention-uses-a-known-name',
        source,
        'Esta [nación](country:peru) está [unida](concept:physical-connection).',
      ),
    ).toEqual([]);
    expect(
      said(
        'mention-uses-a-known-name',
        source,
        'El [Ecuador](country:peru) está [unido](concept:physical-connection).',
      ),
    ).toEqual(['Ecuador: Perú']);
  });

  test('one of two mentions may be free where one of two is in the source', () => {
    const source = '[Peru](country:peru) needs [its own](country:peru) plan.';
    expect(
      said(
        'mention-uses-a-known-name',
        source,
        '[El país](country:peru) necesita un plan [peruano](country:peru).',
      ),
    ).toEqual([]);
    expect(
      said(
        'mention-uses-a-known-name',
        source,
        '[El país](country:peru) necesita un plan [propio](country:peru).',
      ),
    ).toEqual(['El país: Perú']);
  });

  test('a name of another entity in the source asks for that name', () => {
    const source = 'The borders with Peru and [Ecuador](border:ec-pe) are long.';
    expect(
      said(
        'mention-uses-a-known-name',
        source,
        'As fronteiras com o Peru e o [Equador](border:ec-pe) são longas.',
        'pt',
      ),
    ).toEqual([]);
    expect(
      said(
        'mention-uses-a-known-name',
        source,
        'As fronteiras com o Peru e o [Chile](border:ec-pe) são longas.',
        'pt',
      ),
    ).toEqual(['Chile: Equador']);
  });

  describe('where a text speaks of an entity by a word of its names', () => {
    test.each([
      [
        'part of a name',
        'the [Bank](fund:idb) says',
        'según [Patagonia](fund:idb)',
        ['Patagonia: Banco Interamericano de Desarrollo'],
      ],
      [
        'of a region',
        'in [America](place:latin-america)',
        'en la [Amazonia Norte](place:latin-america)',
        ['Amazonia Norte: América Latina'],
      ],
      [
        'two names of a border',
        'between [Ecuador and Peru](border:ec-pe)',
        'entre [Chile y Brasil](border:ec-pe)',
        ['Chile y Brasil: Frontera Ecuador-Perú'],
      ],
      [
        'beside a right one',
        'the [Bank](fund:idb), the [IDB](fund:idb)',
        'según [Patagonia](fund:idb), el [BID](fund:idb)',
        ['Patagonia: Banco Interamericano de Desarrollo'],
      ],
      [
        'in the source',
        'in [Patagonia](country:peru) as well',
        'también en el [Perú](country:peru)',
        ['Patagonia: Perú'],
      ],
      [
        'behind a semicolon',
        'so; [Bank](fund:idb) or not',
        'así; [Patagonia](fund:idb) o no',
        ['Patagonia: Banco Interamericano de Desarrollo'],
      ],
      [
        'in the source, beside part of a name',
        'as [Patagonia](fund:idb) says',
        'según el [Banco](fund:idb)',
        ['Patagonia: Banco'],
      ],
    ])('a name that has none of them is found: %s', (_, source, target, found) => {
      expect(said('mention-uses-a-known-name', source, target)).toEqual(found);
    });

    test.each([
      ['another part', 'the [Bank](fund:idb) says', 'según el [Interamericano](fund:idb)'],
      ['an acronym', 'the [Bank](fund:idb) says', 'según el [BID](fund:idb)'],
      ['an acronym that no record has', 'the [Bank](fund:idb) says', 'según el [BIDES](fund:idb)'],
      ['a common noun', 'the [Bank](fund:idb) says', 'según la [entidad](fund:idb)'],
      ['a common noun at the beginning', 'The [Bank](fund:idb) says.', '[Entidad](fund:idb) que dice.'],
      [
        'a common noun behind a full stop',
        'So. The [Bank](fund:idb) says.',
        'Así. [Funcionarios](fund:idb) lo dicen.',
      ],
      ['an inflected form', 'the [Americas](place:latin-america)', 'los [Americanos](place:latin-america)'],
      ['the same name in both', 'in [Patagonia](country:peru)', 'en [Patagonia](country:peru)'],
      ['names of its own in both', 'in [Inca Land](country:peru)', 'en el [Reino Inca](country:peru)'],
      ['a noun of the source’s own', 'the [country](country:peru) says', 'según el [Perú](country:peru)'],
      [
        'a noun at the beginning of the source',
        'Neighbors. [Members](fund:idb) say',
        'según el [Banco](fund:idb)',
      ],
    ])('but not: %s', (_, source, target) => {
      expect(said('mention-uses-a-known-name', source, target)).toEqual([]);
    });
  });

  test('common nouns that have got to each other’s links are found', () => {
    const source = 'It is [linked](concept:physical-connection) across [the zone](concept:border-zone).';
    const target = (first: string, second: string) =>
      `Está en la [${first}](concept:physical-connection) a través de la [${second}](concept:border-zone).`;
    expect(said('mention-uses-a-known-name', source, target('zona de frontera', 'conexión física'))).toEqual([
      'zona de frontera: Conexión física',
      'conexión física: Zona de frontera',
    ]);
    expect(said('mention-uses-a-known-name', source, target('conexión física', 'zona de frontera'))).toEqual(
      [],
    );
    expect(said('mention-uses-a-known-name', source, target('zona de frontera', 'zona de frontera'))).toEqual(
      [],
    );
  });
});

describe('glossary-term-is-used and common-term-is-used', () => {
  test('a name in plain text is asked for, wherever the translation has it', () => {
    const source = 'The plans of Latin America grow.';
    expect(
      said('glossary-term-is-used', source, 'Crecen los planes de [América Latina](place:latin-america).'),
    ).toEqual([]);
    expect(said('glossary-term-is-used', source, 'Crecen los planes de América.')).toEqual([
      'Latin America: América Latina',
    ]);
  });

  test('linked and quoted names are left alone', () => {
    expect(
      said('glossary-term-is-used', 'The book “Peru today” of [Peru](country:peru)', 'El libro “Peru today”'),
    ).toEqual([]);
  });

  test('common nouns have a rule of their own, also at the beginning of a sentence', () => {
    const source = 'Border zones grow. Every border zone does.';
    expect(said('glossary-term-is-used', source, 'Todas crecen.')).toEqual([]);
    expect(said('common-term-is-used', source, 'Todas crecen.')).toEqual([
      'Border zones: Zona de frontera',
      'border zone: Zona de frontera',
    ]);
    expect(said('common-term-is-used', source, 'Crecen todas las zonas de frontera.')).toEqual([]);
  });
});

describe('avoided-term-is-absent', () => {
  test('words that a record avoids, in any number', () => {
    const target = 'Las [franjas fronterizas](concept:border-zone) crecen.';
    expect(said('avoided-term-is-absent', 'Border zones grow.', target)).toEqual([
      'franjas fronterizas: Zona de frontera',
    ]);
  });

  test('words that the project avoids, with or without others instead', () => {
    const habits = { avoidedTerms: { 'plan maestro': 'plan director', foco: '' } };
    const target = 'Los planes maestros tienen un foco; los planes no.';
    expect(said('avoided-term-is-absent', 'The master plans have a focus.', target, 'es', habits)).toEqual([
      'planes maestros: plan director',
      'foco: ',
    ]);
  });
});

describe('acronym-is-the-languages', () => {
  const source = 'The IDB pays.';

  test.each([
    ['Paga el BID.', []],
    ['Paga el Banco Interamericano de Desarrollo.', []],
    ['Paga el BID (en inglés, IDB).', []],
    ['Paga el IDB.', ['IDB: BID']],
    ['Paga el banco.', ['IDB: BID']],
  ])('%s', (target, expected) => {
    expect(said('acronym-is-the-languages', source, target)).toEqual(expected);
  });

  test('an acronym inside a link of other words counts too', () => {
    const linked = 'the [funds of the IDB](concept:border-zone)';
    expect(said('acronym-is-the-languages', linked, 'los [fondos](concept:border-zone)')).toEqual([
      'IDB: BID',
    ]);
    expect(said('acronym-is-the-languages', linked, 'los [fondos del BID](concept:border-zone)')).toEqual([]);
  });
});

test('a project without records, and a language without habits, have no finding', () => {
  const rules: Diagnostic['rule'][] = [
    'mention-uses-a-known-name',
    'glossary-term-is-used',
    'common-term-is-used',
    'avoided-term-is-absent',
    'acronym-is-the-languages',
  ];
  const context = { ...contextOf(['en', 'qu'], {}, () => ({})), glossary: glossaryOf({}) };
  const pair = pairOf('[Peru](country:peru) and the IDB.', '[Piruw](country:peru) IDB.');
  for (const rule of rules) expect(judge(rule, [pair], context)).toEqual([]);
});
