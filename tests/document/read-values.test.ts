import { describe, expect, test } from 'vitest';
import type { Property } from '../../pipeline/model.ts';
import { outcome, propertyOf, propertyOfKind, readerOf, type Tag } from './sample.ts';

const length = propertyOf('border#length');
const area = propertyOf('hub#area');
const decimal = propertyOfKind('decimal');
const integer = propertyOfKind('integer');
const date = propertyOfKind('date');
const period = propertyOfKind('period');

function read(tag: Tag, text: string, property: Property): unknown {
  return outcome(readerOf(tag).read(text, property));
}

describe('numbers and quantities', () => {
  test.each<[Tag, string, string]>([
    ['en-US', '1,528 km', '1528'],
    ['es-PE', '1,528 km', '1528'],
    ['es-EC', '1.528 km', '1528'],
    ['pt-BR', '1.528 km', '1528'],
    ['en-US', '1528 km', '1528'],
    ['en-US', '1,528\u00a0kilometers', '1528'],
    ['es-PE', '1 528 kilómetros', '1528'],
    ['es-EC', '1\u2009528\u00a0km', '1528'],
    ['pt-BR', '1\u202f528 quilômetros', '1528'],
    ['en-US', '1,528.5 km', '1528.5'],
    ['pt-BR', '1.528,5 km', '1528.5'],
    ['pt-BR', '1528,5 km', '1528.5'],
    ['en-US', '1.5 thousand km', '1500'],
    ['en-US', 'five kilometres', '5'],
    ['es-PE', 'cinco kilómetros', '5'],
    ['pt-BR', 'vinte quilômetros', '20'],
    ['en-US', '−5 km', '-5'],
    ['en-US', '1,528', '1528'],
    ['es-PE', '2 mil km', '2000'],
    ['es-PE', 'mil kilómetros', '1000'],
  ])('%s reads "%s" as %s km', (tag, text, value) => {
    expect(read(tag, text, length)).toEqual({ value, unit: 'km' });
  });

  test.each<[Tag, string, string, string, string]>([
    ['en-US', '28,220,764 inhabitants', 'country#population', '28220764', 'inhabitant'],
    ['en-US', '16.4 million', 'country#population', '16400000', 'inhabitant'],
    ['es-PE', '2 millones de habitantes', 'country#population', '2000000', 'inhabitant'],
    ['es-EC', 'un millón de habitantes', 'country#population', '1000000', 'inhabitant'],
    ['es-EC', '1,5 millones de habitantes', 'country#population', '1500000', 'inhabitant'],
    ['es-PE', '16 mil millones', 'country#population', '16000000000', 'inhabitant'],
    ['pt-BR', '16,4 milhões de habitantes', 'country#population', '16400000', 'inhabitant'],
    ['en-US', '54.41%', 'place#areaShare', '54.41', '%'],
    ['es-EC', '54,41 %', 'place#areaShare', '54.41', '%'],
    ['pt-BR', '54,41 por cento', 'place#areaShare', '54.41', '%'],
    ['en-US', '2,556,393 km²', 'hub#area', '2556393', 'km2'],
    ['es-PE', '2,556,393 kilómetros cuadrados', 'hub#area', '2556393', 'km2'],
    ['en-US', '21.25 inhabitants per km²', 'hub#populationDensity', '21.25', 'inhabitants/km2'],
  ])('%s reads "%s" as %s', (tag, text, address, value, unit) => {
    expect(read(tag, text, propertyOf(address))).toEqual({ value, unit });
  });

  test('money stands before or after its number', () => {
    const money = propertyOfKind('quantity', { units: ['USD'] });
    expect(read('en-US', 'US$ 5 million', money)).toEqual({ value: '5000000', unit: 'USD' });
    expect(read('en-US', 'US$5,000', money)).toEqual({ value: '5000', unit: 'USD' });
    expect(read('es-EC', '5 millones de dólares', money)).toEqual({ value: '5000000', unit: 'USD' });
  });

  test.each<[Tag, string, string, string]>([
    ['en-US', '757.766', '757766', '757.766'],
    ['es-PE', '1.234', '1234', '1.234'],
    ['es-EC', '1,234', '1234', '1.234'],
    ['pt-BR', '757,766', '757766', '757.766'],
    ['en-US', '-1.500', '-1500', '-1.5'],
  ])('%s does not guess what "%s" is', (tag, found, first, second) => {
    expect(read(tag, found, decimal)).toEqual({ rule: 'value-is-unambiguous', found, first, second });
    expect(read(tag, found, integer)).toEqual({ rule: 'value-is-unambiguous', found, first, second });
    expect(read(tag, `${found} km²`, area)).toEqual({ rule: 'value-is-unambiguous', found, first, second });
  });

  test.each<[Tag, string, string, string]>([
    ['es-PE', '1.000 millones', '1000000000', '1000000'],
    ['pt-BR', '1,234 mil', '1234000', '1234'],
  ])('%s counts the scale of "%s" into both readings', (tag, found, first, second) => {
    expect(read(tag, found, integer)).toMatchObject({ rule: 'value-is-unambiguous', first, second });
  });

  test('readings offered for a title name a unit that is not the assumed one', () => {
    expect(read('en-US', '1.528 m²', area)).toMatchObject({ first: '1528 m2', second: '1.528 m2' });
    expect(read('en-US', '1,5 m²', area)).toMatchObject({ reading: '1.5 m2' });
    expect(read('es-EC', '1.5 millones de habitantes', propertyOf('country#population'))).toMatchObject({
      rule: 'number-fits-locale',
      reading: '1500000',
    });
  });

  test('no reading is offered where the words behind a number are not understood', () => {
    expect(read('es-EC', '1.5 million', integer)).toMatchObject({ rule: 'value-is-readable' });
    expect(read('pt-BR', '1,234 millones de km', length)).toMatchObject({ rule: 'unit-is-known' });
  });

  test.each<[Tag, string, string]>([
    ['en-US', '0,125', '0.125'],
    ['pt-BR', '0.125', '0.125'],
  ])('%s takes no zero of "%s" for thousands', (tag, found, reading) => {
    expect(read(tag, found, decimal)).toMatchObject({ rule: 'number-fits-locale', reading });
  });

  test('scales grow, and none stands twice', () => {
    expect(read('es-PE', 'mil millones', integer)).toBe('1000000000');
    for (const found of ['5 mil mil', '5 millones mil']) {
      expect(read('es-PE', found, integer)).toMatchObject({ rule: 'value-is-readable' });
    }
  });

  test('letters with marks may be typed in two ways', () => {
    expect(read('pt-BR', 'março de 1999'.normalize('NFD'), date)).toBe('1999-03');
  });

  test('a thousand that can be read in one way is no question', () => {
    expect(read('en-US', '0.125', decimal)).toBe('0.125');
    expect(read('en-US', '1234.567', decimal)).toBe('1234.567');
    expect(read('pt-BR', '757.766', integer)).toBe('757766');
  });

  test.each<[Tag, string, string, string]>([
    ['en-US', '54,41', '54.41', 'pt-BR'],
    ['en-US', '1.528,5', '1528.5', 'pt-BR'],
    ['en-US', '1.234.567', '1234567', 'pt-BR'],
    ['es-EC', '54.41', '54.41', 'en-US'],
    ['pt-BR', '1,528.5', '1528.5', 'en-US'],
  ])('%s tells how another locale reads "%s"', (tag, found, reading, other) => {
    expect(read(tag, found, decimal)).toEqual({ rule: 'number-fits-locale', found, tag, reading, other });
  });

  test.each([
    '1,52,8',
    '1,,528',
    ',5',
    '5.',
    '1.2.3',
    '12,3456',
    '--5',
    'five dozen',
    'about 5',
    '5 or 6',
    '⅓',
  ])('"%s" is not a number', (text) => {
    expect(read('en-US', text, decimal)).toMatchObject({
      rule: expect.stringMatching(/^(value-is-readable|number-fits-locale)$/),
    });
  });

  test('groups are all of one kind', () => {
    expect(read('en-US', '1,528 300', decimal)).toMatchObject({ rule: 'value-is-readable' });
  });

  test('an integer has no decimals', () => {
    expect(read('en-US', '5.5', integer)).toMatchObject({ rule: 'value-is-readable', context: 'integer' });
    expect(read('en-US', '1.5 million', integer)).toBe('1500000');
    expect(read('en-US', 'twenty', integer)).toBe('20');
    expect(read('es-PE', 'Veinte', integer)).toBe('20');
  });

  test('figures beyond what floating point holds stay exact, and absurd ones are refused', () => {
    expect(read('en-US', '12345678901234567890.123', decimal)).toBe('12345678901234567890.123');
    expect(read('en-US', '9'.repeat(41), decimal)).toMatchObject({ rule: 'value-is-in-range', limit: 40 });
    expect(read('en-US', `${'9'.repeat(39)} million`, decimal)).toMatchObject({ rule: 'value-is-in-range' });
  });

  test('a unit is one that the property may have', () => {
    expect(read('en-US', '5 furlongs', length)).toMatchObject({ rule: 'unit-is-known', found: 'furlongs' });
    expect(read('en-US', '5 kilometer', length)).toEqual({ value: '5', unit: 'km' });
    expect(read('en-US', '5 kilomters', length)).toMatchObject({
      likely: expect.stringContaining('kilometers'),
    });
    expect(read('en-US', '5 inhabitants', length)).toMatchObject({
      rule: 'unit-is-known',
      found: 'inhabitants',
    });
    expect(read('en-US', 'the whole border', length)).toMatchObject({
      rule: 'value-is-readable',
      context: 'quantity',
    });
  });
});

describe('dates and periods', () => {
  test.each<[Tag, string, string]>([
    ['en-US', 'October 26, 1998', '1998-10-26'],
    ['en-US', '26 October 1998', '1998-10-26'],
    ['en-US', 'June 2010', '2010-06'],
    ['en-US', '2008', '2008'],
    ['en-US', '1998-10-26', '1998-10-26'],
    ['es-PE', '26 de octubre de 1998', '1998-10-26'],
    ['es-PE', '12 de setiembre de 2001', '2001-09-12'],
    ['es-EC', 'junio de 2010', '2010-06'],
    ['es-EC', '1.º de mayo del 2001', '2001-05-01'],
    ['pt-BR', '26 de outubro de 1998', '1998-10-26'],
    ['pt-BR', '1º de maio de 1999', '1999-05-01'],
    ['pt-BR', 'março de 1999', '1999-03'],
    ['es-PE', '26/10/1998', '1998-10-26'],
    ['en-US', '10/26/1998', '1998-10-26'],
    ['es-PE', '05.05.1999', '1999-05-05'],
    ['es-PE', '10/1998', '1998-10'],
  ])('%s reads "%s" as %s', (tag, text, value) => {
    expect(read(tag, text, date)).toBe(value);
    expect(read(tag, text, period)).toBe(value);
  });

  test.each<[Tag, string, string]>([
    ['es-PE', '04.02.1999', '1999-02-04'],
    ['pt-BR', '12/8/2016', '2016-08-12'],
    ['es-EC', '1-2-2003', '2003-02-01'],
    ['es-PE', '5 set. 2008', '2008-09-05'],
    ['es-PE', '5 de sept. de 2008', '2008-09-05'],
    ['pt-BR', '5 de out. de 2008', '2008-10-05'],
    ['en-US', 'Sept. 14, 2006', '2006-09-14'],
    ['en-US', 'July 8, 0009', '0009-07-08'],
    ['es-PE', '8 de julio de 0999', '0999-07-08'],
    ['pt-BR', '8 de julho de 0009', '0009-07-08'],
    ['pt-BR', 'julho de 0072', '0072-07'],
    ['en-US', '28-29 May 2005', '2005-05-28/2005-05-29'],
    ['en-US', 'May-June 2005', '2005-05/2005-06'],
    ['es-PE', '28-29 de mayo de 2005', '2005-05-28/2005-05-29'],
    ['pt-BR', '28 de maio-2 de junho de 2005', '2005-05-28/2005-06-02'],
  ])('%s “%s” is %s', (tag, text, value) => {
    expect(read(tag, text, value.includes('/') ? period : date)).toBe(value);
  });

  test.each<[Tag, string, string]>([
    ['en-US', '28-29 May 2005', '2005-05-28/2005-05-29'],
    ['es-PE', '2004–2008', '2004/2008'],
    ['pt-BR', 'de maio a junho de 2005', '2005-05/2005-06'],
  ])('where one date should stand, %s “%s” is told to be a period', (tag, found, value) => {
    expect(read(tag, found, date)).toMatchObject({
      rule: 'value-is-readable',
      context: 'day',
      found,
      period: value,
    });
  });

  test('a date in figures is not guessed', () => {
    expect(read('en-US', '04.02.1999', date)).toEqual({
      rule: 'value-is-unambiguous',
      found: '04.02.1999',
      first: '1999-02-04',
      second: '1999-04-02',
    });
  });

  test.each<[Tag, string]>([
    ['en-US', 'February 30, 1998'],
    ['es-PE', '30 de febrero de 1998'],
    ['pt-BR', '31 de abril de 1998'],
    ['en-US', '1998-02-29'],
    ['en-US', '1998-13'],
    ['es-PE', '31/02/1998'],
    ['es-PE', '45/13/1998'],
    ['es-PE', '0000'],
  ])('%s says that "%s" does not exist', (tag, found) => {
    expect(read(tag, found, date)).toEqual({ rule: 'date-exists', found });
    expect(read(tag, found, period)).toEqual({ rule: 'date-exists', found });
  });

  test.each([
    'tomorrow',
    'May 1',
    'October 26, 98',
    'in June 2010',
    'Monday',
    '12:30',
    'the year 2008',
    '26.10.98',
  ])('"%s" is no date by itself', (text) => {
    expect(read('en-US', text, date)).toMatchObject({ rule: 'value-is-readable', context: 'date' });
  });

  test.each<[Tag, string, string]>([
    ['en-US', '2004–2008', '2004/2008'],
    ['en-US', '2004-2008', '2004/2008'],
    ['en-US', '2004 – 2008', '2004/2008'],
    ['en-US', 'from 2004 to 2008', '2004/2008'],
    ['en-US', 'between 2004 and 2008', '2004/2008'],
    ['es-PE', 'de 2004 a 2008', '2004/2008'],
    ['es-PE', 'entre 2004 y 2008', '2004/2008'],
    ['pt-BR', 'de 2004 a 2008', '2004/2008'],
    ['en-US', '2004–08', '2004/2008'],
    ['en-US', 'October–December 1998', '1998-10/1998-12'],
    ['en-US', 'May 1–5, 1999', '1999-05-01/1999-05-05'],
    ['es-EC', 'del 1 al 5 de mayo de 1999', '1999-05-01/1999-05-05'],
    ['pt-BR', 'de outubro a dezembro de 1998', '1998-10/1998-12'],
  ])('%s reads "%s" as %s', (tag, text, value) => {
    expect(read(tag, text, period)).toBe(value);
  });

  test('a period goes forwards, and its ends exist', () => {
    expect(read('en-US', '2008–2004', period)).toMatchObject({
      rule: 'period-is-in-order',
      start: '2008',
      end: '2004',
    });
    expect(read('en-US', '2004-02-30 – 2005', period)).toMatchObject({ rule: 'date-exists' });
    expect(read('en-US', '2001-04', period)).toMatchObject({ first: '2001-04', second: '2001/2004' });
    expect(read('en-US', 'the nineties', period)).toMatchObject({
      rule: 'value-is-readable',
      context: 'period',
    });
  });
});

describe('other kinds', () => {
  const status = propertyOf('agreement#status');

  test('a code is read by its label in the language', () => {
    expect(read('en-US', 'signed', status)).toBe('signed');
    const [code, label] = [...status.codes][0] ?? ['', {}];
    expect(read('es-PE', label.es ?? '', status)).toBe(code);
    expect(read('en-US', 'sined', status)).toMatchObject({ rule: 'code-is-known', likely: 'signed' });
  });

  test('texts and strings are the words, yes and no are words', () => {
    expect(read('es-PE', ' Comunidad\n Andina ', propertyOf('org#name'))).toBe('Comunidad Andina');
    expect(read('en-US', '057-2001-PCM', propertyOf('law#number'))).toBe('057-2001-PCM');
    expect(read('es-PE', 'Sí', propertyOfKind('boolean'))).toBe(true);
    expect(read('es-PE', 'yes', propertyOfKind('boolean'))).toMatchObject({ rule: 'value-is-readable' });
    expect(read('en-US', 'https://ror.org/04mh6t995', propertyOfKind('iri'))).toBe(
      'https://ror.org/04mh6t995',
    );
    expect(read('en-US', 'ror.org', propertyOfKind('iri'))).toMatchObject({ rule: 'value-is-readable' });
  });

  test('an entity is named by the title, never by the words', () => {
    expect(read('en-US', 'Ecuador', propertyOf('agreement#party'))).toMatchObject({
      rule: 'relation-names-its-object',
    });
  });
});
