import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../pipeline/values/kinds.ts';
import { editionOf } from './edition.ts';

describe('times are read as their language writes them:', () => {
  test.each([
    ['en-US', '2:45 p.m.', '14:45'],
    ['en-US', '2:45 PM', '14:45'],
    ['en-US', '2.45pm', '14:45'],
    ['en-US', '14:45', '14:45'],
    ['en-US', '2 p.m.', '14:00'],
    ['en-US', '12 p.m.', '12:00'],
    ['en-US', '12:30 a.m.', '00:30'],
    ['en-US', 'noon', '12:00'],
    ['en-US', 'midnight', '00:00'],
    ['en-US', '4:20 in the afternoon', '16:20'],
    ['en-US', "9 o'clock in the morning", '09:00'],
    ['en-US', '9 at night', '21:00'],
    ['en-US', '14:45:30', '14:45:30'],
    ['en-US', '14:45:00', '14:45'],
    ['en-US', '14:45 UTC', '14:45Z'],
    ['en-US', '2:45 p.m. (UTC−5)', '14:45-05:00'],
    ['en-US', 'October 26, 1998, 2:45 p.m.', '1998-10-26T14:45'],
    ['en-US', 'October 26, 1998, at 2:45 p.m.', '1998-10-26T14:45'],
    ['en-US', '2:45 p.m. on October 26, 1998', '1998-10-26T14:45'],
    ['en-US', '1998-10-26 14:45', '1998-10-26T14:45'],
    ['en-US', '1998-10-26T14:45-05:00', '1998-10-26T14:45-05:00'],
    ['es-PE', '14h45', '14:45'],
    ['es-PE', 'las 2:45 p. m.', '14:45'],
    ['es-PE', 'a las 4:20 de la mañana', '04:20'],
    ['es-PE', '9 de la noche', '21:00'],
    ['es-PE', '15 horas', '15:00'],
    ['es-PE', '22', '22:00'],
    ['es-PE', 'las 22', '22:00'],
    ['es-PE', 'las diez de la noche', '22:00'],
    ['es-PE', 'nueve y media de la mañana', '09:30'],
    ['es-PE', 'una menos cuarto de la tarde', '12:45'],
    ['en-US', 'half past ten at night', '22:30'],
    ['en-US', 'six in the morning', '06:00'],
    ['es-PE', 'mediodía', '12:00'],
    ['es-PE', '26 de octubre de 1998 a las 14:45', '1998-10-26T14:45'],
    ['es-PE', '14:45 del 26 de octubre de 1998', '1998-10-26T14:45'],
    ['pt-BR', '14h45', '14:45'],
    ['pt-BR', '14h45min', '14:45'],
    ['pt-BR', '14h', '14:00'],
    ['pt-BR', '13', '13:00'],
    ['pt-BR', 'três da tarde', '15:00'],
    ['pt-BR', 'às 2h45 da tarde', '14:45'],
    ['pt-BR', 'meia-noite', '00:00'],
    ['pt-BR', '26 de outubro de 1998, às 14h45', '1998-10-26T14:45'],
    ['fr-FR', '14h45', '14:45'],
    ['de-DE', '14:45', '14:45'],
  ])('%s: %s', (tag, words, time) => expect(editionOf(tag, 'time').read(words)).toBe(time));
});

describe('a time is one value in every language:', () => {
  test.each([
    ['en-US', '3 p.m.', 'es-BO', '15:00'],
    ['pt-BR', '14:00', 'en-US', '2 p.m.'],
    ['en-US', '4:20 pm', 'es-BO', '4:20 de la tarde'],
    ['pt-BR', '14h45', 'en-US', '2:45 p.m.'],
  ])('%s %s, %s %s', (tag, words, other, translated) =>
    expect(editionOf(other, 'time').read(translated)).toBe(editionOf(tag, 'time').read(words)),
  );

  test('and the morning is not the afternoon', () =>
    expect(editionOf('es-BO', 'time').read('4:20 de la mañana')).not.toBe(
      editionOf('en-US', 'time').read('4:20 pm'),
    ));
});

describe('what no clock shows, or is no time, is refused:', () => {
  test.each([
    ['25:00', 'time-exists'],
    ['24:00', 'time-exists'],
    ['14:60', 'time-exists'],
    ['14:45:61', 'time-exists'],
    ['13:00 a.m.', 'time-exists'],
    ['0:30 p.m.', 'time-exists'],
    ['February 30, 1998, 2:45 p.m.', 'date-exists'],
    ['10/11/1998 14:45', 'value-is-unambiguous'],
    ['14', 'value-is-readable'],
    ['14 km', 'value-is-readable'],
    ['in the afternoon', 'value-is-readable'],
    ['October 1998, 2:45 p.m.', 'value-is-readable'],
  ])('%s', (words, rule) => expect(editionOf('en-US', 'time').read(words)).toMatchObject({ rule }));

  test('and an hour that may be of both halves of the day is not guessed', () =>
    expect(editionOf('es-PE', 'time').read('9')).toMatchObject({
      rule: 'value-is-unambiguous',
      first: '09:00',
      second: '21:00',
    }));
});

describe('what is written is read back', () => {
  const two = (max: number) => fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, '0'));
  const clock = fc
    .tuple(two(23), two(59), fc.option(two(59)))
    .map(([hour, minute, second]) =>
      second === null || second === '00' ? `${hour}:${minute}` : `${hour}:${minute}:${second}`,
    );
  const day = fc
    .date({ min: new Date('1500-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((date) => `${date.toISOString().slice(0, 10)}T`);
  const zone = fc.constantFrom('', 'Z', '-05:00', '+05:30');
  test.each(['en-US', 'es-PE', 'pt-BR', 'fr-FR', 'de-DE'])('%s', (tag) => {
    const { read, write } = editionOf(tag, 'time');
    fc.assert(
      fc.property(fc.option(day), clock, zone, (date, time, difference) => {
        const value = `${date ?? ''}${time}${difference}`;
        expect(read(write(value))).toBe(value);
      }),
    );
  });
});

test('a title may tell the day, the seconds and the difference from universal time besides', () => {
  const agrees = (words: string, title: string) => kinds.get('time')?.agrees?.(words, title, new Map());
  expect(agrees('14:45', '1998-10-26T14:45:30-05:00')).toBe(true);
  expect(agrees('14:45', '14:46')).toBe(false);
  expect(agrees('1998-10-26T14:45', '14:45')).toBe(false);
});
