import { describe, expect, test } from 'vitest';
import { ignoringCase } from '../../pipeline/values/ignoring-case.ts';

/** Every character of the basic plane that has a case, and some that have none. */
const characters = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).filter(
  (one) => one.toLowerCase() !== one.toUpperCase() || /[\p{M}\p{N}\s_–(-]/u.test(one),
);
const every = characters.join('');

function matched(pattern: RegExp): string {
  return every.match(pattern)?.join('') ?? '';
}

describe('a pattern that ignores case', () => {
  test.each(
    Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code)).filter((one) =>
      /[\p{L}]/u.test(one),
    ),
  )('reads the letter %s in all its cases', (letter) => {
    expect(matched(ignoringCase(letter, 'g'))).toBe(matched(new RegExp(letter, 'giu')));
    expect(matched(ignoringCase(`[^${letter}_]`, 'g'))).toBe(matched(new RegExp(`[^${letter}_]`, 'giu')));
  });

  test.each([
    ...[
      '\\p{L}',
      '[^\\p{L}]',
      '\\P{L}',
      '\\p{M}',
      '[^\\p{M}]',
      '[\\p{L}\\p{M}]',
      '[^\\p{L}\\p{M}\\p{N}]',
      '\\p{Lu}',
      '[^\\p{Ll}]',
    ],
    ...[
      '\\p{N}',
      '\\p{Nd}',
      '[\\p{L}\\p{Nd}.,:/]',
      '\\w',
      '\\W',
      '[^\\w]',
      '\\s',
      '\\S',
      '\\d',
      '[a-z]',
      '[^A-F]',
      '[0-9]',
      '[--/]',
    ],
    ...[
      '[α-ω]',
      'σ',
      'ж',
      '\\u0041',
      '\\x6b',
      '\\u{212a}',
      '[§-µ]',
      '[Z-_]',
      '[–-―]',
      '.',
      '[^]',
      '\\(',
      '[\\-]',
      '[\\]s]',
    ],
  ])('reads %s as the flag does', (source) => {
    expect(matched(ignoringCase(source, 'g'))).toBe(matched(new RegExp(source, 'giu')));
  });

  test.each([
    ['(?<!\\p{L})(?:Año|SS|kilómetros)(?!\\p{L})', 'El AÑO, 3 KILÓMETROS, ſs y los años'],
    ['^(?<unit>[\\s-]\\p{L}+)?[\\s-](?:y medio|y media)(?<scale>\\s\\p{L}+){0,1}', ' Kilo Y MEDIA Km'],
    ['(?<=\\d\\s?[°º])(?:long\\.|lat\\.)\\b', '13° LAT.x 4ºLong. '],
    ['(\\p{L})\\1\\1', 'aAa bbB ccd'],
    ['(?<one>k)\\k<one>', 'Kk'],
    ['[\\s,]?\\s?(?:p\\.?\\s?m\\.?|horas)(?![\\p{L}\\p{Nd}])', '3 P.M. 4 HORAS 5 pma'],
    ['', ''],
  ])('finds with %s the same in "%s"', (source, text) => {
    const found = (pattern: RegExp) =>
      [...text.matchAll(pattern)].map((one) => [...one, one.index, one.groups]);
    expect(found(ignoringCase(source, 'g'))).toEqual(found(new RegExp(source, 'giu')));
    expect(ignoringCase(source).test(text)).toBe(new RegExp(source, 'iu').test(text));
  });

  test('has no flag where each letter is written in its cases, and has it where another script has some', () => {
    expect(ignoringCase('(?:año|mes)\\s\\p{L}', 'g').flags).toBe('gu');
    expect(ignoringCase('год').flags).toBe('iu');
  });

  test('refuses what is no pattern, as the flag does', () => {
    expect(() => ignoringCase('(a')).toThrow(SyntaxError);
  });
});
