import { expect, test } from 'vitest';
import { readEditions, readRegisters } from './published.ts';

/** "y" before the sound of an i, "o" before that of an o, where Spanish has "e" and "u". */
const unheard = /(?<![\p{L}\p{N}])(?:y \[?(?:i|hi(?![ae]))|o \[?h?o)\p{L}+/giu;

test('the Spanish conjunctions change with the name behind them, linked or not', () => {
  const texts = [...readEditions(), ...readRegisters()].filter(({ language }) => language === 'es');
  expect(texts).toHaveLength(2);
  expect(texts.flatMap(({ markdown }) => markdown.match(unheard) ?? [])).toEqual([]);
  expect('[Centro](#a) y [Instituto](#b), o [Otros](#c), y hielo'.match(unheard)).toEqual([
    'y [Instituto',
    'o [Otros',
  ]);
  expect(texts.some(({ markdown }) => / e \[?(?:I|Hi)/.test(markdown))).toBe(true);
});
