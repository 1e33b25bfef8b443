import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readVocabulary } from '../../pipeline/graph/schema.ts';
import type { Property } from '../../pipeline/model.ts';
import { createWordCounter } from '../../pipeline/text/create-word-counter.ts';
import { textDirection } from '../../pipeline/text/text-direction.ts';
import { editionWords } from '../edition-words.ts';
import { borderSchemas, builtinSchemas } from '../graph/builtin-schemas.ts';
import { namedKind } from '../named-kind.ts';

const { value: vocabulary } = readVocabulary(builtinSchemas(), borderSchemas(), 'https://example.org/');

function property(kind: string): Property {
  const none = { many: false, range: [], codes: new Map(), units: [], label: {}, description: '', iri: '' };
  return { name: 'x', kind: namedKind(kind), parts: new Map(), follows: undefined, csl: undefined, ...none };
}

/** By the words of a project alone; none unless given. */
function words(tag: string, own: Record<string, unknown> = {}) {
  const { reader, writer } = editionWords(tag, vocabulary, { own });
  return {
    read: (text: string, kind: string) => {
      const result = reader.read(text, property(kind));
      return result.ok ? result.value : result.rule;
    },
    write: (value: string, kind: string) => writer.write(value, property(kind)),
  };
}

const tags = [
  'fr-FR',
  'fr-CA',
  'qu-PE',
  'ar-EG',
  'ar-MA',
  'ar-SA',
  'fa-IR',
  'he-IL',
  'de-CH',
  'ru-RU',
  'eu-ES',
  'th-TH',
  'ja-JP',
];

describe.each(tags)('what is written in %s is read again', (tag) => {
  const { read, write } = words(tag);

  test('numbers', () => {
    const digits = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map(String);
    const fraction = fc.option(
      fc.integer({ min: 1, max: 99_999 }).map((number) => String(number).replace(/0+$/, '')),
    );
    fc.assert(
      fc.property(digits, fraction, (whole, decimals) => {
        // The reader drops the zero that the writer adds to tell a decimal from thousands.
        const number = decimals === null ? whole : `${whole === '0' ? '1' : whole}.${decimals}`;
        expect(read(write(number, 'decimal'), 'decimal')).toBe(number);
      }),
    );
  });

  test('dates and periods', () => {
    const date = fc
      .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
    fc.assert(
      fc.property(date, fc.constantFrom(10, 7, 4), (day, length) => {
        const cut = day.slice(0, length);
        expect(read(write(cut, 'date'), 'date')).toBe(cut);
      }),
    );
    expect(read(write('1998-10/1999-05', 'period'), 'period')).toBe('1998-10/1999-05');
  });
});

describe('figures of a language of its own', () => {
  const { read, write } = words('ar-EG');

  test.each([
    ['١٬٥٢٨', '1528'],
    ['٥٤٫٤١', '54.41'],
    ['؜-٥', '-5'],
    ['1,528', '1528'],
    ['54.41', '54.41'],
  ])('%s is %s', (text, number) => expect(read(text, 'decimal')).toBe(number));

  test('are not mixed with Western separators, which could be either', () => {
    expect(read('١,٥٢٨', 'decimal')).toBe('value-is-readable');
  });

  test('stand in dates and years too', () => {
    expect(write('1999', 'date')).toBe('١٩٩٩');
    expect(read('١٣/٠٥/١٩٩٩', 'date')).toBe('1999-05-13');
    expect(read('١٩٩٨–٢٠٠٤', 'period')).toBe('1998/2004');
  });

  test('are no figures of a language that has none', () => {
    expect(words('en-US').read('١٬٥٢٨', 'decimal')).toBe('value-is-readable');
    expect(words('ar-MA').read('1.528', 'integer')).toBe('1528');
  });
});

test('dates are Gregorian, whatever calendar a region keeps', () => {
  expect(words('ar-SA').write('1999-05-13', 'date')).toBe('١٣ مايو ١٩٩٩');
  expect(words('th-TH').write('1999-05', 'date')).toContain('1999');
});

test('dates are read in the order of the language, and as people write them', () => {
  const { read } = words('fr-FR');
  expect(read('1er mai 1999', 'date')).toBe('1999-05-01');
  expect(read('13  Mai 1999', 'date')).toBe('1999-05-13');
  expect(read('mai', 'date')).toBe('value-is-readable');
  expect(read('32 mai 1999', 'date')).toBe('date-exists');
});

test('words of dates that are no whole set are as if they were not there', () => {
  const dates = { months: ['one', 'two'], day: '{{day}}', month: '' };
  expect(words('fr-FR', { dates }).write('1999-05-13', 'date')).toBe('13 mai 1999');
});

test.each([
  ['hyphens', '{{day}}-{{month}}-{{year}}', '13-m5-1999'],
  ['a part twice', '{{day}} {{month}} {{year}} ({{day}})', '13 m5 1999 (13)'],
])('a project’s own pattern of dates may have %s', (_, day, written) => {
  const months = Array.from({ length: 12 }, (__, index) => `m${index + 1}`);
  const { read, write } = words('qu-PE', { dates: { months, day, month: '{{month}} {{year}}' } });
  expect(write('1999-05-13', 'date')).toBe(written);
  expect(read(written, 'date')).toBe('1999-05-13');
});

test('a unit may have a symbol and no other forms', () => {
  const quantity = vocabulary.types.get('border')?.properties.get('length');
  const { reader } = editionWords('fr-FR', vocabulary, { own: { units: { km: { symbol: 'km' } } } });
  expect(quantity && reader.read('45 km', quantity)).toMatchObject({ ok: true, value: { unit: 'km' } });
});

test('a qualifier that the language has no words for is not lost', () => {
  const quantity = vocabulary.types.get('border')?.properties.get('length');
  const { writer } = editionWords('fr-FR', vocabulary);
  const value = { value: '45', unit: 'km', qualifier: 'approximately' };
  expect(quantity && writer.write(value, quantity)).toBe('45\u00a0km (approximately)');
});

test('scripts have a direction', () => {
  expect(['ar-MA', 'he-IL', 'fa-IR', 'ur-PK', 'dv-MV', 'ckb-IQ'].map(textDirection)).toEqual(
    Array(6).fill('rtl'),
  );
  expect(['en', 'qu-PE', 'az-Latn-AZ', 'ff-SN', 'ja-JP'].map(textDirection)).toEqual(Array(5).fill('ltr'));
});

test('words are counted as Unicode divides them', () => {
  expect(createWordCounter('en')('It’s 1,528 km — a lot; isn’t it?')).toBe(7);
  expect(createWordCounter('en')(' … ')).toBe(0);
});
