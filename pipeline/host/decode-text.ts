import { isUtf8 } from 'node:buffer';
import type { Location } from '../model.ts';

/** The text of a file, or the place of the first byte that is not UTF-8. */
export type Decoded = { text: string } | { invalid: Location; byte: string };

const lineFeed = 0x0a;

/** Decodes strictly: nothing is replaced by U+FFFD. A byte order mark is taken off. */
export function decodeText(path: string, bytes: Buffer): Decoded {
  if (isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes) };
  let line = 1;
  let start = 0;
  for (;;) {
    const next = bytes.indexOf(lineFeed, start);
    const end = next < 0 ? bytes.length : next;
    const content = bytes.subarray(start, end);
    if (!isUtf8(content)) {
      const valid = validPrefix(content);
      const column = content.toString('utf8', 0, valid).length + 1;
      return {
        invalid: { path, start: { line, column }, end: { line, column: column + 1 } },
        byte: (content[valid] ?? 0).toString(16).toUpperCase().padStart(2, '0'),
      };
    }
    if (next < 0) throw new Error('A text whose lines are all UTF-8 is UTF-8');
    line += 1;
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
