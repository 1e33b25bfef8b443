const figures: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
const numeral = /^(?=[ivxlcdm])m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i;

/** The number that Roman figures are, in capitals or small letters; undefined where the text is none. */
export function readRoman(text: string): number | undefined {
  if (!numeral.test(text)) return undefined;
  const values = [...text.toLowerCase()].map((letter) => figures[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
