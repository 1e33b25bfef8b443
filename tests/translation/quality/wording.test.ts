import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../pipeline/model.ts';
import { splitSentences } from '../../../pipeline/rules/quality/split-sentences.ts';
import { contextOf, habitsOf, judge, judgeAll, pairOf, pointedAt } from './pair-of.ts';

type Rule = Diagnostic['rule'];

/** Rules that compare: a text beside itself has nothing that its source has not. */
const comparing: Rule[] = [
  'brackets-are-balanced',
  'characters-are-visible',
  'characters-are-whole',
  'end-punctuation-agrees',
  'inverted-marks-open-what-they-close',
  'letters-are-not-tripled',
  'letters-are-of-one-script',
  'quotation-marks-are-paired',
  'quotation-marks-fit-language',
  'quotations-are-kept',
  'sentence-count-agrees',
  'start-of-segment-agrees',
  'translators-notes-are-removed',
  'words-are-not-doubled',
];
const all: Rule[] = [
  ...comparing,
  'capitals-fit-language',
  'heading-capitals-fit-language',
  'language-is-the-editions',
  'length-is-in-proportion',
  'punctuation-is-in-order',
  'spacing-is-clean',
  'translation-differs-from-source',
  'translation-is-consistent',
  'translations-are-distinct',
];

const portuguese = contextOf(['en', 'pt']);

/** [source, translation, words pointed at], in Spanish unless a context says otherwise. */
type Case = [source: string, target: string, pointed: string[], context?: typeof portuguese];

const cases: [Rule, Case[]][] = [
  [
    'brackets-are-balanced',
    [
      ['One (two).', 'Uno (dos.', ['(']],
      ['One (two).', 'Uno dos).', [')']],
      ['One ([two](boat:a)).', 'Uno [(dos](boat:a).', ['(']],
      ['a) One, b) two.', 'a) Uno, b) dos.', []],
      ['One :) two.', 'Uno :) dos.', []],
      ['See [a](boat:a) (b [c]).', 'Ver [a](boat:a) (b [c)].', [')', '(']],
    ],
  ],
  [
    'capitals-fit-language',
    [
      ['On Monday, in May.', 'El Lunes, en Mayo.', ['Lunes', 'Mayo']],
      ['It is Monday. Tuesday is next.', 'Es lunes. Martes es el siguiente.', []],
      ['The [Peruvian](boat:a) coast.', 'La costa [Peruana](boat:a).', ['Peruana']],
      ['The Bank of Peru.', 'El Banco Central Peruano.', []],
      ['The Peruvian NGOs.', 'Las ONGs peruanas.', []],
      ['The Coast.', 'La COsta.', ['COsta']],
      ['The coast is long.', 'LA COSTA ES LARGA.', ['LA COSTA ES LARGA.']],
      ['In October.', 'Em Outubro.', ['Outubro'], portuguese],
      ['En octubre, los peruanos.', 'In october, the Peruvians.', ['october'], contextOf(['es', 'en'])],
    ],
  ],
  [
    'characters-are-visible',
    [
      ['One two.', 'Uno\u200B dos.', ['\u200B']],
      ['One two.', 'Uno\u202E dos\u2069.', ['\u202E', '\u2069']],
      ['One two.', 'Uno\u00A0dos.', []],
      ['One\u00AD two.', 'Uno\u00AD dos.', []],
      ['One.', 'م\u200Cا', [], contextOf(['en', 'ar'])],
    ],
  ],
  [
    'characters-are-whole',
    [
      ['The region.', 'La regiÃ³n.', ['Ã³']],
      ['The “region”.', 'La â€œregión.', ['â€œ']],
      ['The region.', 'La regi\uFFFDn, la regi?n.', ['\uFFFD', '?']],
      ['The region.', 'La regi\u006F\u0301n.', ['\u006F\u0301']],
      ['NO.', 'NÃO, AMANHÃ”.', [], portuguese],
      ['See https://a.example/?q=a?b.', 'Ver https://a.example/?q=a?b.', []],
    ],
  ],
  [
    'end-punctuation-agrees',
    [
      ['One.', 'Uno', ['o']],
      ['One', 'Uno.', ['.']],
      ['One:', 'Uno;', [';']],
      ['One?', '¿Uno?', []],
      ['One?!', '¿Uno?', ['?']],
      ['One…', 'Uno...', []],
      ['He said “one.”', 'Dijo “uno”.', []],
      ['One.[^a]', 'Uno[^a].', []],
      ['(One.)', '(Uno).', []],
      ['Sea, river, etc.', 'Mar, río, entre otros', []],
    ],
  ],
  [
    'inverted-marks-open-what-they-close',
    [
      ['Is it?', 'Es?', ['?']],
      ['Is it?', '¿Es.', ['¿']],
      ['Is it?!', '¿¡Es!?', []],
      ['It is (?).', 'Es (?).', []],
      ['Is it? Is it not?', '¿Es? No es?', ['?']],
      ['Is it?', '¿É?', ['¿'], portuguese],
    ],
  ],
  [
    'language-is-the-editions',
    [
      [
        'One. They walked along the river to the old bridge of the town.',
        'Uno. They walked along the river to the old bridge of the town.',
        ['They walked along the river to the old bridge of the town'],
      ],
      ['The boat of the lake.', 'El barco of the lake.', ['of the']],
      ['The boat “of the lake”.', 'El barco “of the lake”.', []],
      ['The boat *of the lake*.', 'El barco *of the lake*.', []],
      ['The boat crossed the lake.', 'El barco The Queen cruzó el lago.', []],
    ],
  ],
  [
    'length-is-in-proportion',
    [
      ['One.', 'El número uno.', []],
      ['One and two and three and four and five and six.', 'Uno.', ['Uno.']],
    ],
  ],
  [
    'letters-are-not-tripled',
    [
      ['The well.', 'El pozzzo.', ['pozzzo']],
      ['In the XIII century.', 'En el siglo XIII.', []],
      ['Aaah!', 'Aaah!', []],
    ],
  ],
  [
    'letters-are-of-one-script',
    [
      ['One.', 'Un\u043E.', ['\u043E']],
      ['The α rays.', 'Los rayos α.', []],
    ],
  ],
  [
    'punctuation-is-in-order',
    [
      ['He said “one.”', 'Dijo “uno.”', ['.”']],
      ['He said “S.A.”', 'Dijo “S. A.”', []],
      ['One, two.', 'Uno,, dos..', [',,', '..']],
      ['One... two.', 'Uno... dos.', []],
      [':::name stays.', ':::name queda.', []],
      ['He said “one.”', 'Disse “um.”', [], portuguese],
    ],
  ],
  [
    'quotation-marks-are-paired',
    [
      ['“One” two.', '“Uno dos.', ['“']],
      ['“One” two.', 'Uno” dos.', ['”']],
      ['“One” two.', '«Uno” dos.', ['”', '«']],
      ['“One” two.', '"Uno dos.', ['"']],
      ['The tourists’ guide.', 'La guía d’Anjou.', []],
      ['It is 5\' 10" tall.', 'Mide 5\' 10".', []],
      ['“One ‘two’”.', '«Uno “dos”».', []],
    ],
  ],
  [
    'quotation-marks-fit-language',
    [
      ['“One”.', '"Uno".', ['"', '"']],
      ['“One”.', "'Uno'.", ["'", "'"]],
      ['"One".', '"Uno".', []],
      ['“One”.', '«Uno».', []],
      ['The years of 1990.', "Los años '90.", []],
    ],
  ],
  [
    'quotations-are-kept',
    [
      ['“One” two.', 'Uno dos.', ['Uno dos.']],
      ['One two.', '“Uno” dos.', []],
      ['One “two three”.', 'Uno dos tres (“one”).', ['Uno dos tres (“one”).']],
      [
        'They said that the lake is deep and that the boat is old.',
        'Dijeron: “El lago es profundo. La barca es muy vieja”.',
        ['“El lago es profundo. La barca es muy vieja”'],
      ],
      ['“One” two.', '*Uno* dos.', []],
    ],
  ],
  [
    'sentence-count-agrees',
    [
      [
        'The boat is old. The lake is deep. It is cold.',
        'El barco es viejo. Hace frío.',
        ['El barco es viejo. Hace frío.'],
      ],
      ['The boat is old. The lake is deep.', 'El barco es viejo y el lago es hondo.', []],
      ['Mr. Pérez left. It rained.', 'El Sr. Pérez se fue. Llovió.', []],
      [
        'The lake lies between two lands. The level of the water changes with the rains, which fall from December to March and fill the rivers that run down the range. The boats leave at six from the old pier below the church and the market.',
        'El lago está entre dos países. El nivel del agua cambia mucho con las lluvias, que caen allí de diciembre a marzo y llenan los ríos que bajan de toda la sierra. Los barcos salen a las seis del viejo muelle bajo la iglesia y el mercado. Vuelven tarde por la noche.',
        [
          'El lago está entre dos países. El nivel del agua cambia mucho con las lluvias, que caen allí de diciembre a marzo y llenan los ríos que bajan de toda la sierra. Los barcos salen a las seis del viejo muelle bajo la iglesia y el mercado. Vuelven tarde por la noche.',
        ],
      ],
      [
        'The lake lies between two lands. The level of the water changes with the rains, which fall from December to March and fill the rivers that run down the range. The boats leave at six from the old pier below the church and the market. They come back late at night.',
        'El lago está entre dos países. El nivel del agua cambia mucho con las lluvias, que caen allí de diciembre a marzo y llenan los ríos que bajan de toda la sierra. Los barcos salen a las seis del viejo muelle bajo la iglesia y el mercado. Vuelven tarde por la noche.',
        [],
      ],
      [
        'The lake lies between two lands. The level of the water changes with the rains, which fall from December to March and fill the rivers that run down the range. The boats leave at six from the old pier below the church and the market.',
        'El lago está entre dos países. El nivel del agua cambia mucho con las lluvias, que caen allí de diciembre a marzo. Llenan los ríos que bajan de toda la sierra. Los barcos salen a las seis del viejo muelle bajo la iglesia y el mercado.',
        [],
      ],
      [
        'The lake lies between two lands. The level of the water changes with the rains, which fall from December to March and fill the rivers that run down the range. The boats leave at six from the old pier below the church and the market. They come back late at night.',
        'El lago está entre dos países. El nivel del agua cambia mucho con las lluvias, que caen allí de diciembre a marzo y llenan los ríos que bajan de toda la sierra. Los barcos salen a las seis del viejo muelle bajo la iglesia y el mercado.',
        [
          'El lago está entre dos países. El nivel del agua cambia mucho con las lluvias, que caen allí de diciembre a marzo y llenan los ríos que bajan de toda la sierra. Los barcos salen a las seis del viejo muelle bajo la iglesia y el mercado.',
        ],
      ],
    ],
  ],
  [
    'spacing-is-clean',
    [
      ['One, two.', 'Uno , dos.', [' ,']],
      ['One, two.', 'Uno,dos.', [',']],
      ['One (two).', 'Uno ( dos ).', [' )', '( ']],
      ['One two.', ' Uno  dos.', [' ', '  ']],
      ['One [two](boat:a) three.', 'Uno[dos](boat:a) tres.', ['Uno[dos']],
      ['One [two](boat:a) three.', 'Uno [dos](boat:a)y tres.', ['dos](boat:a)y']],
      ['One [boat](boat:a).', 'Los [barco](boat:a)s.', []],
      ['Some 70% and 15 km.', 'Un 70 % y 15km.', [' %', 'km']],
      ['At 10:30, ISSN:1, urn:lex.', 'A las 10:30, ISSN:1, urn:lex.', []],
      ['Write to a.b@c.example.', 'Escriba a a.b@c.example.', []],
      ['The .NET framework …', 'El marco .NET …', []],
      ['One; two!', 'Un ; deux !', [], contextOf(['en', 'fr'], {}, () => ({ spaceBefore: [';', '!'] }))],
    ],
  ],
  [
    'start-of-segment-agrees',
    [
      ['One.', 'uno.', ['uno']],
      ['one.', 'Uno.', ['Uno']],
      ['one.', '[Yavarí](boat:yavari).', []],
      ['one.', 'IIRSA, uno.', []],
      ['– One.', 'Uno.', ['U']],
      ['“One”.', 'Uno.', []],
      ['¿Uno?', 'One?', [], contextOf(['es', 'en'])],
    ],
  ],
  [
    'translation-differs-from-source',
    [
      ['The boat.', 'The boat.', ['The boat.']],
      ['CAN 2008.', 'CAN 2008.', []],
      [
        'Titicaca',
        'Titicaca',
        [],
        contextOf(['en', 'es'], { 'lake:a': { en: 'Lake Titicaca', es: 'Lago Titicaca' } }),
      ],
      ['Total', 'Total', []],
      ['[30 m](boat:a#length)', '[30 m](boat:a#length)', []],
      ['Vapor do rio', 'Vapor do rio', [], contextOf(['es', 'pt'])],
    ],
  ],
  [
    'translators-notes-are-removed',
    [
      ['One.', 'Uno [TODO].', ['TODO']],
      ['One.', 'Uno (N. del T.: dos).', ['N. del T.']],
      ['One.', 'Uno (N.doT.: dois).', ['N.doT.'], portuguese],
      ['One.', 'Uno ??? [?] (sic).', ['[?]', '???', '(sic)']],
      ['One [sic].', 'Uno [sic].', []],
      ['The whole is a note.', 'Todo es una nota.', []],
    ],
  ],
  [
    'words-are-not-doubled',
    [
      ['Of the lake.', 'Del del lago.', ['del']],
      ['The [lake](lake:a).', 'El lago [lago](lake:a).', ['lago']],
      ['Of the lake.', 'Del lago del lago.', ['del lago']],
      ['The Walla Walla.', 'El Walla Walla.', []],
      ['One. One more.', 'Uno. Uno más.', []],
      ['They gave us.', 'Nos nos dieron.', []],
    ],
  ],
];

for (const [rule, list] of cases) {
  describe(rule, () => {
    test.each(list)('%s → %s', (source, target, pointed, context) => {
      expect(pointedAt(rule, pairOf(source, target), context).sort()).toEqual([...pointed].sort());
    });
  });
}

describe('a whole edition', () => {
  const english = [
    'The boats of the lake were built on the coast and carried over the mountains.',
    'It has been so for a hundred years, and nobody remembers another way of travelling.',
    'The port lies on the western shore, below the town.',
    'Every week a boat leaves for the islands in the morning, and comes back at night.',
  ];
  const spanish = [
    'Los barcos del lago se construyeron en la costa y fueron llevados por encima de las montañas.',
    'Así ha sido durante cien años, y nadie recuerda otra manera de viajar.',
    'El puerto está en la orilla occidental, debajo de la ciudad.',
    'Cada semana sale por la mañana un barco hacia las islas, y vuelve por la noche.',
  ];
  const two = (texts: string[], index: number): string =>
    `${texts[index]} ${texts[(index + 1) % texts.length]}`;
  const pairs = english.map((_, index) =>
    pairOf(two(english, index), two(spanish, index), 'paragraph', index),
  );

  test('in the language of another edition is one finding, not one a segment', () => {
    expect(
      judge('language-is-the-editions', pairs, contextOf(['en', 'pt'])).map(({ values }) => values),
    ).toEqual([{ context: 'edition', expected: 'pt', found: 'es' }]);
    expect(judge('language-is-the-editions', pairs, contextOf(['en', 'es']))).toEqual([]);
  });

  test('in a language that the detector does not know is not judged', () => {
    expect(judge('language-is-the-editions', pairs, contextOf(['en', 'qu']))).toEqual([]);
  });

  test('has one translation for the same words, and two for different ones', () => {
    const headings = (...texts: [string, string][]) =>
      texts.map(([source, target], index) => pairOf(source, target, 'heading', index));
    const context = contextOf(['en', 'es']);
    expect(
      judge('translation-is-consistent', headings(['Lake', 'Lago'], ['lake.', 'Laguna.']), context),
    ).toHaveLength(1);
    expect(
      judge('translation-is-consistent', headings(['Lake', 'Lago'], ['lake.', 'lago.']), context),
    ).toEqual([]);
    expect(
      judge('translations-are-distinct', headings(['Lake', 'Lago'], ['River', 'lago']), context),
    ).toHaveLength(1);
    expect(judge('translations-are-distinct', headings(['12 m', '12 m'], ['12 m', '12 m']), context)).toEqual(
      [],
    );
  });

  test('has headings as its language writes them, names aside', () => {
    const context = contextOf(['en', 'es'], { 'lake:a': { es: 'Red Andina de Ciudades' } });
    const headings = [
      pairOf('The boats of the lake', 'Los Barcos Del Lago', 'heading', 0),
      pairOf('The cities in the network', 'La Red Andina de Ciudades', 'heading', 1),
      pairOf('The Andean Network of Cities', 'La Liga Andina de Ciudades', 'heading', 2),
      pairOf('A long way', 'Un largo camino', 'heading', 3),
    ];
    expect(
      judge('heading-capitals-fit-language', headings, context).map(({ values }) => values.found),
    ).toEqual(['Los Barcos Del Lago']);
  });
});

describe('sentences', () => {
  test.each([
    ['es', 'El Sr. Pérez vio a J. L. Rhi. Luego, p. ej., se fue.', 2],
    ['pt', 'O art. 5 da Lei nº. 10 vale. Ver p. 3.', 2],
    ['en', 'Mr. Smith of the U.S. left (see p. 3). He returned.\uFFFC It rained.', 3],
  ])('%s: %s', (language, text, count) => {
    expect(splitSentences(text, language, habitsOf(language))).toHaveLength(count);
  });
});

describe('laws', () => {
  const piece = fc.constantFrom(
    'La',
    'la',
    'de',
    'río',
    'Río',
    'CAN',
    'PEru',
    'Octubre',
    ' ',
    '  ',
    ',',
    '.',
    '...',
    '…',
    '?',
    '!',
    '¿',
    '¡',
    '(',
    ')',
    '[',
    ']',
    '“',
    '”',
    '«',
    '»',
    '"',
    "'",
    '’',
    '–',
    '%',
    '70',
    '15km',
    '\u200B',
    '\u00AD',
    '\uFFFD',
    'Ã³',
    '\u043E',
    'TODO',
    '???',
    '[x](boat:a)',
    '*é*',
    '[^a]',
    '`c`',
    '\\',
    '&amp;',
    ':',
    ';',
    '\u{1F600}',
    '\uD800',
  );
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

  test('what the source does too is no finding', () => {
    fc.assert(
      fc.property(text, (words) => {
        const context = contextOf(['es', 'es']);
        const found = judgeAll([pairOf(words, words)], context);
        expect(found.filter(({ rule }) => comparing.includes(rule))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('no rule fails on any text, and what it finds is in the text', () => {
    fc.assert(
      fc.property(text, text, (source, target) => {
        const pair = pairOf(source, target);
        for (const { location } of judgeAll([pair], contextOf(['en', 'es']))) {
          expect(location.end.offset ?? 0).toBeLessThanOrEqual(target.length);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a language without habits is judged by what is wrong in every language only', () => {
    const none = contextOf(['en', 'xx'], {}, () => ({}));
    const pair = pairOf('In May, “one.” Is it?', 'May "unu”. Esti?');
    const silent = all.filter((rule) => judge(rule, [pair], none).length === 0);
    expect(silent).toContain('capitals-fit-language');
    expect(silent).toContain('quotation-marks-fit-language');
    expect(silent).toContain('inverted-marks-open-what-they-close');
    expect(silent).toContain('length-is-in-proportion');
  });
});
