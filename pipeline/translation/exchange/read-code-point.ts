/** The character with a number in hexadecimal digits; U+FFFD where there is none. */
export function readCodePoint(hex: string): string {
  const point = /^[0-9A-Fa-f]{1,6}$/.test(hex) ? Number.parseInt(hex, 16) : 0xfffd;
  return point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
}
