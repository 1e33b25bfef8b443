import type { TripleLine } from '../linked/push/read-triple-line.ts';

const lineFeed = 0x0a;
/** Longest line, in bytes: what is longer is no triple. */
const lineMax = 64 * 2 ** 20;

/** A line with a triple, and the bytes from its beginning to that of the next. */
export interface PlacedLine extends TripleLine {
  start: number;
  end: number;
}

/** A line that is none: what is said instead of a graph. */
export class NoTriple extends Error {
  readonly line: number;
  readonly found: string;

  constructor(line: number, found: string) {
    super(`line ${line}`);
    this.line = line;
    this.found = found;
  }
}

/**
 * Reads N-Triples or N-Quads as they come, in the memory of one piece of them: the triples of each.
 * @throws NoTriple
 */
export async function* readTriples(
  pieces: AsyncIterable<Uint8Array>,
  read: (line: string) => TripleLine | undefined | null,
): AsyncGenerator<PlacedLine[]> {
  let rest = Buffer.alloc(0);
  let [number, offset] = [1, 0];
  const readLine = (bytes: Buffer, length: number): PlacedLine | undefined => {
    const text = bytes.toString('utf8').replace(/\r$/, '');
    const line = read(text);
    if (line === null) throw new NoTriple(number, text);
    const placed = line && { ...line, start: offset, end: offset + length };
    offset += length;
    number += 1;
    return placed;
  };
  for await (const piece of pieces) {
    const own = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    const bytes = rest.length > 0 ? Buffer.concat([rest, own]) : own;
    const lines: PlacedLine[] = [];
    let start = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
      const line = readLine(bytes.subarray(start, end), end + 1 - start);
      if (line) lines.push(line);
      start = end + 1;
    }
    // A copy, for what it was cut from may be large.
    rest = Buffer.from(bytes.subarray(start));
    if (rest.length > lineMax) throw new NoTriple(number, rest.toString('utf8', 0, 1000));
    yield lines;
  }
  const last = rest.length > 0 ? readLine(rest, rest.length) : undefined;
  if (last) yield [last];
}
