import type { Diagnostic, SourceFile, Staged } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { checkCharset, findDuplicates } from './check-po.ts';
import {
  closeDraft,
  hasField,
  isComplete,
  keywordLine,
  newDraft,
  newField,
  startsEntry,
} from './po-draft.ts';
import type { PoEntry, PoFile } from './po-file.ts';
import { rangeOnLine } from './po-positions.ts';
import { readQuotedText } from './po-strings.ts';

/** A line without its end; `line` counts from 1, `offset` is that of its first character in the file. */
interface PoLine {
  text: string;
  line: number;
  offset: number;
}

const conflictMarker = /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/;

/**
 * Reads a PO file line by line. One broken entry spoils no other: it is kept as text, marked unreadable, and
 * reported. The entries of both sides of a merge conflict are read; the first of two with one key counts.
 *
 * gettext-parser, which writes our PO files, does not serve for reading: it knows no positions, stops at the
 * first fault, loses the second of two entries with one msgid, and sorts msgids that are numbers.
 */
export function readPo(file: SourceFile): Staged<PoFile> {
  const diagnostics: Diagnostic[] = [];
  const entries: PoEntry[] = [];
  let draft = newDraft();
  let inConflict = false;
  /** The entry before or after a marker of a merge conflict may be torn: the marker is its finding. */
  let isBesideMarker = false;

  for (const line of linesOf(file.text)) {
    if (line.text.trim() === '') {
      if (!inConflict && draft.body.length === 0) isBesideMarker = false;
      continue;
    }
    if (conflictMarker.test(line.text)) readMarker(line);
    else if (/^\s*#(?!~(?!\|))/.test(line.text)) readComment(line);
    else readStrings(line);
  }
  const trailer = draft.body.length === 0 ? [...draft.comments, ...draft.previous] : [];
  finish();
  diagnostics.push(...findDuplicates(entries, diagnostics), ...checkCharset(file, entries));
  const eol = file.text.includes('\r\n') ? '\r\n' : '\n';
  return { value: { path: file.path, entries, trailer, eol }, diagnostics };

  function readMarker(line: PoLine): void {
    isBesideMarker = inConflict || line.text.startsWith('<');
    finish();
    isBesideMarker = inConflict || line.text.startsWith('<');
    if (line.text.startsWith('<')) {
      const location = rangeOnLine(file.path, line, 0, line.text.length);
      diagnostics.push(diagnose('catalog-is-merged', location, { found: line.text.trim() }));
      inConflict = true;
    } else if (!inConflict) {
      draft.body.push(line.text);
      report(line);
      finish();
    }
    if (line.text.startsWith('>')) inConflict = false;
  }

  function readComment(line: PoLine): void {
    if (isComplete(draft) || draft.broken) finish();
    const comment = line.text.trimStart();
    if (/^#~?\|/.test(comment)) draft.previous.push(comment);
    else draft.comments.push(comment);
    const remark = /^\s*#[ \t]+(?=\S)/.exec(line.text);
    if (!remark) return;
    const location = rangeOnLine(file.path, line, remark[0].length, line.text.trimEnd().length);
    draft.remarks.push({ text: line.text.slice(remark[0].length).trim(), location });
  }

  /** A keyword, strings, or both, of an entry that is in use or, after "#~", obsolete. */
  function readStrings(line: PoLine): void {
    const [mark = ''] = /^\s*(?:#~)?[ \t]*/.exec(line.text) ?? [];
    const column = mark.length;
    const obsolete = mark.includes('#');
    if (column === line.text.length) return;
    const keyword = keywordLine.exec(line.text.slice(column))?.[1];
    if (keyword && startsEntry(draft, keyword, obsolete)) finish();
    draft.obsolete = obsolete;
    draft.first ??= line;
    draft.body.push(line.text.trimStart());

    if (!keyword && line.text[column] !== '"') {
      report(line, column);
      return;
    }
    const strings = readQuotedText(line.text, column + (keyword?.length ?? 0), line);
    const field = keyword ? newField(keyword, line, strings.inside ?? column) : draft.fields.at(-1);
    if (keyword === 'msgid_plural') draft.plural = true;
    const isRepeated = keyword === 'msgstr' && hasField(draft, 'msgstr');
    const isIncomplete = !field || (keyword !== undefined && strings.inside === undefined);
    if (strings.broken) report(line, strings.broken.start, strings.broken.end);
    else if (keyword === 'msgid_plural') report(line, column, undefined, { context: 'plural' });
    else if (isIncomplete || isRepeated) report(line, column);
    if (!field) return;
    if (keyword) draft.fields.push(field);
    for (const run of strings.runs) field.runs.push({ ...run, value: run.value + field.value.length });
    field.value += strings.value;
  }

  function finish(): void {
    if (draft.body.length === 0) return;
    const isWhole = hasField(draft, 'msgid') && (hasField(draft, 'msgstr') || draft.plural);
    if (!draft.broken && draft.first && !isWhole) report(draft.first);
    entries.push(closeDraft(draft, file.path));
    draft = newDraft();
    isBesideMarker = false;
  }

  /** @param column 0-based, as `end`: what is wrong on the line */
  function report(line: PoLine, column = 0, end = line.text.length, values: Diagnostic['values'] = {}): void {
    draft.broken = true;
    if (isBesideMarker) return;
    const location = rangeOnLine(file.path, line, column, end);
    const found = line.text.slice(column, end).trim();
    diagnostics.push(diagnose('catalog-is-well-formed', location, { ...values, found }));
  }
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
