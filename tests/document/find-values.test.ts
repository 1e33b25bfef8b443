import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EditionWords, editionWords } from '../edition-words.ts';
import { vocabulary } from '../translation/demo.ts';
import { cldr } from '../values/edition.ts';

function finderOf(tag: string): EditionWords['findValues'] {
  return editionWords(tag, vocabulary, { cldr }).findValues;
}

/** Each value as "reading", "reading unit", "month 5"; a foreign reading behind "or". */
function read(tag: string, text: string): string[] {
  return finderOf(tag)(text).map(({ value, foreign, units: [unit], relation }) => {
    const number = [value, ...(foreign === undefined ? [] : [`or ${foreign}`])].join(' ');
    return `${relation === undefined ? '' : `${relation} `}${number}${unit === undefined ? '' : ` ${unit}`}`;
  });
}

describe('figures', () => {
  test.each([
    ['en-US', '1,528.5 km and 54.1%', ['1528.5 km', '54.1 %']],
    ['pt-BR', '1.528,5 km e 54,1%', ['1528.5 km', '54.1 %']],
    ['es-PE', '1,528.5 km y 54.1 por ciento', ['1528.5 km', '54.1 %']],
    ['pt-BR', 'são 1,528 km', ['1.528 or 1528 km']],
    ['pt-BR', 'são 70.5 km', [' or 70.5 km']],
    ['en-US', 'US$ 1.5 million, 5 €', ['1500000 USD', '5 EUR']],
    ['es-PE', 'US$ 5 mil millones', ['5000000000 USD']],
    [
      'en-US',
      'from 10 to 15 km in 1995–98 (at −5 or 20-30)',
      ['10', '15 km', '1995', '1998', '-5', '20', '30'],
    ],
    ['es-PE', 'el 1.º y la 3ª, n.º 27867, artículo 5.', ['1', '3', '27867', '5']],
    ['en-US', 'the 19th and the 1990s, 2009a', ['19', '1990', '2009']],
    ['en-US', 'version 1.2.3', ['1.2.3']],
    ['ar-EG', 'طول ١٬٥٢٨٫٥ كم', ['1528.5']],
  ])('%s: %s', (tag, text, values) => {
    expect(read(tag, text)).toEqual(values);
  });

  test('any number that a locale writes is read as that number', () => {
    const finders = ['en-US', 'pt-BR', 'es-PE', 'es-EC', 'de-CH', 'fr-FR', 'hi-IN'].map((tag) => {
      const format = new Intl.NumberFormat(tag, { useGrouping: 'always', maximumFractionDigits: 2 });
      return { find: finderOf(tag), format };
    });
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, cents) => {
          const number = whole + Math.sign(whole || 1) * (cents / 100);
          for (const { find, format } of finders) {
            const written = format.format(number);
            const found = find(`x ${written}, y`);
            expect(found).toHaveLength(1);
            const readings = [found[0]?.value, found[0]?.foreign].map(Number);
            expect(readings, written).toContain(Number(number.toFixed(2)));
          }
        },
      ),
    );
  });
});

describe('words', () => {
  test.each([
    ['en-US', 'twenty-five of two hundred and six, the third', ['25', '206', '3']],
    ['es-PE', 'treinta y cinco de dos mil doscientos, el tercer', ['35', '2200', '3']],
    ['pt-BR', 'vinte e três de cento e dez, terceira', ['23', '110', '3']],
    ['es-PE', 'el siglo XIX, los años noventa', ['19', '1990']],
    ['en-US', 'in the nineties I saw A. C. Doyle', ['1990']],
    ['en-US', 'two and three in the twenty-first century', ['2', '3', '21']],
    ['es-PE', 'cinco kilómetros', ['5 km']],
  ])('%s: %s', (tag, text, values) => {
    expect(read(tag, text)).toEqual(values);
  });

  test('small words say nothing on their own, figures do', () => {
    expect(finderOf('en-US')('two of 3, three').map(({ isCertain }) => isCertain)).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('months', () => {
  test.each([
    ['en-US', 'May 13, 1999; 12/05/2019', ['month 5', '13', '1999', 'month 12', '5', '2019']],
    ['pt-BR', '13 de maio de 1999; 12/05/2019', ['13', 'month 5', '1999', '12', 'month 5', '2019']],
    ['es-PE', 'setiembre de 1998, septiembre de 1999', ['month 9', '1998', 'month 9', '1999']],
    ['en-US', 'it may be in May; 2019-05-12', ['month 5', '2019', 'month 5', '12']],
    ['es-PE', 'Julio vino en julio', ['month 7']],
    ['fr-FR', 'le 5 août 1998', ['5', 'month 8', '1998']],
  ])('%s: %s', (tag, text, values) => {
    expect(read(tag, text)).toEqual(values);
  });

  test('a name is no date: Rio de Janeiro', () => {
    const [month] = finderOf('pt-BR')('no Rio de Janeiro em 1942');
    expect(month).toMatchObject({ form: 'month', isCertain: false });
  });
});

test('any text has values that stand in it, in order, none over another', () => {
  const finders = ['en-US', 'es-PE', 'pt-BR'].map(finderOf);
  const part = fc.constantFrom(
    'mil',
    'XIX',
    '1.5',
    ' ',
    ',',
    '-',
    'May',
    'maio',
    '5',
    '%',
    'and',
    'e',
    'İ',
    'US$',
    'km',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      for (const find of finders) {
        let end = 0;
        for (const value of find(text)) {
          expect(value.start).toBeGreaterThanOrEqual(end);
          expect(value.end).toBeGreaterThan(value.start);
          expect(value.end).toBeLessThanOrEqual(text.length);
          end = value.end;
        }
      }
    }),
  );
});
