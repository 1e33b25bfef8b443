import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likelyNames } from '../../pipeline/rules/likely-names.ts';
import { canonicalDecimal, canonicalInteger } from '../../pipeline/values/decimal.ts';
import {
  dateExists,
  earliestDay,
  latestDay,
  looksLikeDate,
  looksLikePeriod,
} from '../../pipeline/values/edtf.ts';
import {
  compare,
  divide,
  multiply,
  parseFraction,
  subtract,
  sum,
  writeFraction,
} from '../../pipeline/values/fraction.ts';

describe('decimals', () => {
  test.each([
    ['54.10', '54.1'],
    ['+007', '7'],
    ['-0.0', '0'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['12345678901234567890', '12345678901234567890'],
    ['1e3', undefined],
    ['1,5', undefined],
    ['.', undefined],
    ['', undefined],
    ['--1', undefined],
  ])('%s → %s', (text, expected) => {
    expect(canonicalDecimal(text)).toBe(expected);
  });

  test('integers have no point', () => {
    expect(canonicalInteger('204')).toBe('204');
    expect(canonicalInteger('204.0')).toBeUndefined();
  });

  test('a canonical form is its own, and the same number', () => {
    const decimals = fc.tuple(fc.bigInt(), fc.nat({ max: 12 })).map(([digits, scale]) => {
      const sign = digits < 0n ? '-' : '';
      const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
      return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
    });
    fc.assert(
      fc.property(decimals, (text) => {
        const canonical = canonicalDecimal(text) ?? '';
        const [left, right] = [parseFraction(text), parseFraction(canonical)];
        expect(canonicalDecimal(canonical)).toBe(canonical);
        expect(left && right && compare(left, right)).toBe(0);
      }),
    );
  });
});

describe('fractions', () => {
  const read = (text: string) => parseFraction(text) ?? { numerator: 0n, denominator: 1n };
  test('are exact where floats are not', () => {
    expect(writeFraction(sum(read('0.1'), read('0.2')), 20)).toBe('0.3');
    expect(writeFraction(multiply(read('1e-7'), read('1e7')), 3)).toBe('1');
  });
  test('round half away from zero', () => {
    expect(writeFraction(read('2.345'), 2)).toBe('2.35');
    expect(writeFraction(read('-2.345'), 2)).toBe('-2.35');
    expect(writeFraction(read('-0.001'), 2)).toBe('0');
  });
  test('divide by what is not zero', () => {
    expect(divide(read('1'), read('0'))).toBeUndefined();
    const third = divide(read('-1'), read('-3'));
    expect(third && writeFraction(third, 4)).toBe('0.3333');
    expect(compare(subtract(read('1'), read('2')), read('-1'))).toBe(0);
  });
  test('do not read what would fill the memory', () => {
    expect(parseFraction('1e999999999')).toBeUndefined();
  });
});

describe('dates', () => {
  test('have the form of a day, a month or a year', () => {
    expect(['1998-10-26', '1998-10', '1998'].every(looksLikeDate)).toBe(true);
    expect(['98', '1998-1', '26/10/1998', '1998-10-26T10:00'].some(looksLikeDate)).toBe(false);
    expect(looksLikePeriod('2004/2008')).toBe(true);
    expect(looksLikePeriod('2004/2008/2010')).toBe(false);
  });
  test('exist or not', () => {
    expect(['2000-02-29', '1999-12-31', '1999-04'].every(dateExists)).toBe(true);
    expect(
      ['1900-02-29', '2001-02-29', '1999-04-31', '1999-13', '1999-00', '1999-01-00'].some(dateExists),
    ).toBe(false);
  });
  test('cover days', () => {
    expect([earliestDay('2004/2008'), latestDay('2004/2008')]).toEqual(['2004-01-01', '2008-12-31']);
    expect([earliestDay('2000-02'), latestDay('2000-02')]).toEqual(['2000-02-01', '2000-02-29']);
  });
});

test('likely names', () => {
  expect(likelyNames('lenght', ['length', 'area', 'lastMarker'])).toEqual(['length']);
  expect(likelyNames('x', ['length', 'area'])).toEqual([]);
  expect(likelyNames('org:cam', ['org:can', 'org:caf', 'country:peru'])).toEqual(['org:caf', 'org:can']);
});
