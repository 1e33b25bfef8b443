import { closeSync, openSync, readSync } from 'node:fs';
import type { FileLine } from '../files/file-sources.ts';
import { diagnose } from '../rules/diagnose.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import { decodeText } from './decode-text.ts';
import { unreadable } from './walk-folder.ts';

/** Bytes that are read at a time. */
const chunkSize = 256 * 1024;
/** Longest line that is read, in bytes. */
const lineMax = 16 * 1024 * 1024;
const lineFeed = 0x0a;

/**
 * Reads a file of UTF-8 line by line, LF or CRLF, in as much memory as its longest line takes. A line that is not UTF-8 is told and
 * passed by; after one that is too long nothing more is read.
 */
export function* readLines(full: string, path: string): Generator<FileLine> {
  let file: number;
  try {
    file = openSync(full, 'r');
  } catch (error) {
    yield { number: 1, unread: unreadable(path, error) };
    return;
  }
  try {
    let [rest, number] = [Buffer.alloc(0), 1];
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkSize);
      const length = readSync(file, chunk, 0, chunkSize, null);
      const bytes = Buffer.concat([rest, chunk.subarray(0, length)]);
      let start = 0;
      for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
        yield decodeLine(bytes.subarray(start, end), number, path);
        [start, number] = [end + 1, number + 1];
      }
      rest = bytes.subarray(start);
      if (length === 0) {
        if (rest.length > 0) yield decodeLine(rest, number, path);
        return;
      }
      if (rest.length > lineMax) {
        const at = { line: number, column: 1 };
        const values = { path, size: Math.ceil(rest.length / 1024 / 1024), limit: lineMax / 1024 / 1024 };
        const location = { ...startOfFile(path), start: at, end: at };
        yield { number, unread: diagnose('file-size-is-bounded', location, { ...values, context: 'line' }) };
        return;
      }
    }
  } catch (error) {
    yield { number: 1, unread: unreadable(path, error) };
  } finally {
    closeSync(file);
  }
}

function decodeLine(bytes: Buffer, number: number, path: string): FileLine {
  const decoded = decodeText(path, bytes);
  if ('text' in decoded) return { number, text: decoded.text.replace(/\r$/, '') };
  const { invalid, byte } = decoded;
  const [start, end] = [invalid.start, invalid.end].map((point) => ({ ...point, line: number }));
  const location = { path, start: start ?? invalid.start, end: end ?? invalid.end };
  return { number, unread: diagnose('file-is-utf8', location, { path, byte }) };
}
