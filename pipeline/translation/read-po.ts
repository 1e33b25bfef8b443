import type { SourceFile, Staged } from '../model.ts';
import { checkCharset, findDuplicates } from './check-po.ts';
import type { PoFile } from './po-file.ts';
import { finishEntry, type PoLine, startReading } from './po-reading.ts';
import { readPoLine } from './read-po-line.ts';

/**
 * Reads a PO file line by line. One broken entry spoils no other: it is kept as text, marked unreadable, and
 * reported. The entries of both sides of a merge conflict are read; the first of two with one key counts.
 *
 * gettext-parser, which writes our PO files, does not serve for reading: it knows no positions, stops at the
 * first fault, loses the second of two entries with one msgid, and sorts msgids that are numbers.
 */
export function readPo(file: SourceFile): Staged<PoFile> {
  const reading = startReading(file.path);
  for (const line of linesOf(file.text)) readPoLine(line, reading);
  const { draft, entries, diagnostics } = reading;
  const trailer = draft.body.length === 0 ? [...draft.comments, ...draft.previous] : [];
  finishEntry(reading);
  diagnostics.push(...findDuplicates(entries, diagnostics), ...checkCharset(file, entries));
  const eol = file.text.includes('\r\n') ? '\r\n' : '\n';
  return { value: { path: file.path, entries, trailer, eol }, diagnostics };
}

/** Lines end with LF or CRLF; a byte order mark is no part of the first one. */
function* linesOf(text: string): Generator<PoLine> {
  let offset = text.startsWith('\uFEFF') ? 1 : 0;
  for (let line = 1; offset < text.length; line += 1) {
    const newline = text.indexOf('\n', offset);
    const end = newline < 0 ? text.length : newline;
    const hasReturn = text[end - 1] === '\r';
    yield { text: text.slice(offset, hasReturn ? end - 1 : end), line, offset };
    offset = end + 1;
  }
}
