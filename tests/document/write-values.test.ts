import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, Property } from '../../pipeline/model.ts';
import { readCanonical } from '../../pipeline/values/read-canonical.ts';
import {
  editions,
  outcome,
  propertyOf,
  propertyOfKind,
  readerOf,
  type Tag,
  vocabulary,
  writerOf,
} from './sample.ts';

const shown = (text: string) => text.replaceAll('\u00a0', '␣');

describe('what the pipeline writes', () => {
  test.each<[Json, Property, Record<Tag, string>]>([
    [
      { value: '1528', unit: 'km' },
      propertyOf('border#length'),
      { 'en-US': '1,528␣km', 'es-PE': '1,528␣km', 'es-EC': '1.528␣km', 'pt-BR': '1.528␣km' },
    ],
    [
      { value: '28220764', unit: 'inhabitant' },
      propertyOf('country#population'),
      {
        'en-US': '28,220,764␣inhabitants',
        'es-PE': '28,220,764␣habitantes',
        'es-EC': '28.220.764␣habitantes',
        'pt-BR': '28.220.764␣habitantes',
      },
    ],
    [
      { value: '1', unit: 'year' },
      propertyOf('agreement#duration'),
      { 'en-US': '1␣year', 'es-PE': '1␣año', 'es-EC': '1␣año', 'pt-BR': '1␣ano' },
    ],
    [
      { value: '54.41', unit: '%' },
      propertyOf('place#areaShare'),
      { 'en-US': '54.41%', 'es-PE': '54.41%', 'es-EC': '54,41%', 'pt-BR': '54,41%' },
    ],
    [
      { value: '5000000', unit: 'inhabitant', qualifier: 'almost' },
      propertyOf('country#population'),
      {
        'en-US': 'almost 5,000,000␣inhabitants',
        'es-PE': 'casi 5,000,000␣habitantes',
        'es-EC': 'casi 5.000.000␣habitantes',
        'pt-BR': 'quase 5.000.000␣habitantes',
      },
    ],
    [
      '1234',
      propertyOfKind('integer'),
      { 'en-US': '1,234', 'es-PE': '1,234', 'es-EC': '1.234', 'pt-BR': '1.234' },
    ],
    [
      '757.766',
      propertyOfKind('decimal'),
      { 'en-US': '757.7660', 'es-PE': '757.7660', 'es-EC': '757,7660', 'pt-BR': '757,7660' },
    ],
    [
      '1998-10-26',
      propertyOfKind('date'),
      {
        'en-US': 'October 26, 1998',
        'es-PE': '26 de octubre de 1998',
        'es-EC': '26 de octubre de 1998',
        'pt-BR': '26 de outubro de 1998',
      },
    ],
    [
      '1999-05-01',
      propertyOfKind('date'),
      {
        'en-US': 'May 1, 1999',
        'es-PE': '1 de mayo de 1999',
        'es-EC': '1 de mayo de 1999',
        'pt-BR': '1º de maio de 1999',
      },
    ],
    [
      '2010-06',
      propertyOfKind('date'),
      { 'en-US': 'June 2010', 'es-PE': 'junio de 2010', 'es-EC': 'junio de 2010', 'pt-BR': 'junho de 2010' },
    ],
    ['2008', propertyOfKind('date'), { 'en-US': '2008', 'es-PE': '2008', 'es-EC': '2008', 'pt-BR': '2008' }],
    [
      '2004/2008',
      propertyOfKind('period'),
      { 'en-US': '2004–2008', 'es-PE': '2004–2008', 'es-EC': '2004–2008', 'pt-BR': '2004–2008' },
    ],
    [
      { en: 'Andean Community', es: 'Comunidad Andina', pt: 'Comunidade Andina' },
      propertyOf('org#name'),
      {
        'en-US': 'Andean Community',
        'es-PE': 'Comunidad Andina',
        'es-EC': 'Comunidad Andina',
        'pt-BR': 'Comunidade Andina',
      },
    ],
    [true, propertyOfKind('boolean'), { 'en-US': 'yes', 'es-PE': 'sí', 'es-EC': 'sí', 'pt-BR': 'sim' }],
  ])('%j', (value, property, expected) => {
    for (const tag of editions) expect(shown(writerOf(tag).write(value, property))).toBe(expected[tag]);
  });

  test('lists have the conjunction of the language, entities their label', () => {
    const label = (id: string) => id.toUpperCase();
    const party = propertyOf('agreement#party');
    expect(writerOf('en-US').write(['country:pe', 'country:ec', 'country:br'], party, { label })).toBe(
      'COUNTRY:PE, COUNTRY:EC, and COUNTRY:BR',
    );
    expect(writerOf('pt-BR').write(['country:pe', 'country:ec'], party)).toBe('country:pe e country:ec');
    expect(writerOf('es-PE').write({ en: ['a'], es: ['b', 'c'] }, propertyOf('org#alternateName'))).toBe(
      'b y c',
    );
    expect(writerOf('es-PE').write({ en: 'a' }, propertyOf('org#name'))).toBe('');
    expect(writerOf('es-PE').write(null, propertyOf('org#name'))).toBe('');
  });

  test('codes have their label', () => {
    const status = propertyOf('agreement#status');
    const [code = '', labels] = [...status.codes][0] ?? [];
    expect(writerOf('pt-BR').write(code, status)).toBe(labels?.pt);
    expect(writerOf('pt-BR').write('unheard-of', status)).toBe('unheard-of');
  });
});

const figures = fc.stringMatching(/^(0|[1-9]\d{0,19})$/);
const integer = fc
  .tuple(fc.boolean(), figures)
  .map(([minus, text]) => (minus && text !== '0' ? `-${text}` : text));
const decimal = fc
  .tuple(integer, fc.stringMatching(/^(\d{0,7}[1-9])?$/))
  .map(([whole, fraction]) => (fraction === '' ? whole : `${whole}.${fraction}`));
const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const date = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length));
const period = fc.tuple(date, date).map(([a, b]) => (a.slice(0, 4) < b.slice(0, 4) ? `${a}/${b}` : a));
const unit = fc.constantFrom(...vocabulary.units.keys());

describe.each(editions)('%s', (tag) => {
  const [reader, writer] = [readerOf(tag), writerOf(tag)];
  const readsBack = (value: Json, property: Property): void => {
    expect(outcome(reader.read(writer.write(value, property), property))).toEqual(value);
  };

  test('reads back what it writes', () => {
    fc.assert(fc.property(integer, (value) => readsBack(value, propertyOfKind('integer'))));
    fc.assert(
      fc.property(decimal, (value) => readsBack(value, propertyOfKind('decimal'))),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(date, (value) => readsBack(value, propertyOfKind('date'))),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(period, (value) => readsBack(value, propertyOfKind('period'))),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(decimal, unit, (value, unit) =>
        readsBack({ value, unit }, propertyOfKind('quantity', { units: [unit] })),
      ),
      { numRuns: 300 },
    );
  });

  test('reads back every code of the schemas', () => {
    for (const type of vocabulary.types.values()) {
      for (const property of type.properties.values()) {
        const labels = [...property.codes.values()].map((label) => label[tag.slice(0, 2)]);
        if (String(property.kind) !== 'code' || new Set(labels).size < labels.length) continue;
        for (const code of property.codes.keys()) readsBack(code, property);
      }
    }
  });
});

test('titles are the canonical form itself', () => {
  const read = (text: string, property: Property) => outcome(readCanonical(text, property, vocabulary));
  fc.assert(fc.property(integer, (value) => void expect(read(value, propertyOfKind('integer'))).toBe(value)));
  fc.assert(fc.property(decimal, (value) => void expect(read(value, propertyOfKind('decimal'))).toBe(value)));
  fc.assert(fc.property(period, (value) => void expect(read(value, propertyOfKind('period'))).toBe(value)));
  fc.assert(
    fc.property(decimal, unit, (value, unit) => {
      expect(read(`${value} ${unit}`, propertyOfKind('quantity'))).toEqual({ value, unit });
    }),
  );
  expect(read('28%', propertyOf('place#areaShare'))).toEqual({ value: '28', unit: '%' });
  expect(read('5000000', propertyOf('country#population'))).toEqual({ value: '5000000', unit: 'inhabitant' });
  expect(read('5 km', propertyOf('country#population'))).toMatchObject({
    rule: 'unit-is-known',
    found: 'km',
  });
  expect(read('true', propertyOfKind('boolean'))).toBe(true);
  expect(read('note:x#y', propertyOfKind('target'))).toBe('note:x#y');
  for (const text of ['1,528', '5e3', 'five', '', '+']) {
    expect(read(text, propertyOfKind('decimal'))).toMatchObject({ rule: 'title-is-canonical' });
  }
  expect(read('2008/2004', propertyOfKind('period'))).toMatchObject({ rule: 'period-is-in-order' });
  expect(read('9'.repeat(41), propertyOfKind('integer'))).toMatchObject({ rule: 'value-is-in-range' });
});
