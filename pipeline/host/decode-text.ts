import { isUtf8 } from 'node:buffer';
import type { Location } from '../model.ts';

/** The text of a file, or the place of the first byte that is not UTF-8. */
export type Decoded = { text: string; hasMark: boolean } | { invalid: Location; byte: string };

const lineFeed = 0x0a;

/**
 * Decodes strictly: nothing is replaced by U+FFFD. A byte order mark is taken off. NUL is no part of any text: it tells of
 * UTF-16 without a mark, or of what is no text at all.
 */
export function decodeText(path: string, bytes: Buffer): Decoded {
  const zero = bytes.indexOf(0);
  const wrong = isUtf8(bytes) ? zero : findInvalid(bytes);
  if (wrong < 0) {
    const text = bytes.toString('utf8');
    const hasMark = text.startsWith('\uFEFF');
    return { text: hasMark ? text.slice(1) : text, hasMark };
  }
  const lineStart = wrong === 0 ? 0 : bytes.lastIndexOf(lineFeed, wrong - 1) + 1;
  const line = bytes.subarray(0, lineStart).filter((byte) => byte === lineFeed).length + 1;
  const column = bytes.toString('utf8', lineStart, wrong).length + 1;
  return {
    invalid: { path, start: { line, column }, end: { line, column: column + 1 } },
    byte: (bytes[wrong] ?? 0).toString(16).toUpperCase().padStart(2, '0'),
  };
}

/** Offset of the first byte that is not UTF-8, in a text that has one. */
function findInvalid(bytes: Buffer): number {
  let start = 0;
  for (;;) {
    const next = bytes.indexOf(lineFeed, start);
    const content = bytes.subarray(start, next < 0 ? bytes.length : next);
    if (!isUtf8(content)) return start + validPrefix(content);
    if (next < 0) throw new Error('A text whose lines are all UTF-8 is UTF-8');
    start = next + 1;
  }
}

/** Number of bytes before the first that is not UTF-8. */
function validPrefix(bytes: Buffer): number {
  // Decoding puts U+FFFD there, which encodes to other bytes; up to three of these can be the same.
  const again = Buffer.from(bytes.toString('utf8'));
  const differs = bytes.findIndex((byte, index) => byte !== again[index]);
  let valid = differs < 0 ? bytes.length : differs;
  while (!isUtf8(bytes.subarray(0, valid))) valid -= 1;
  return valid;
}
