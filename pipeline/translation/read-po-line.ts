import { diagnose } from '../rules/diagnose.ts';
import { hasField, isComplete, keywordLine, newField, startsEntry } from './po-draft.ts';
import { rangeOnLine } from './po-positions.ts';
import { finishEntry, type PoLine, type PoReading, reportLine } from './po-reading.ts';
import { readQuotedText } from './po-strings.ts';

const conflictMarker = /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/;

/** Reads the next line of a PO file. */
export function readPoLine(line: PoLine, reading: PoReading): void {
  if (line.text.trim() === '') {
    if (!reading.inConflict && reading.draft.body.length === 0) reading.isBesideMarker = false;
  } else if (conflictMarker.test(line.text)) readMarker(line, reading);
  else if (/^\s*#(?!~(?!\|))/.test(line.text)) readComment(line, reading);
  else readStrings(line, reading);
}

function readMarker(line: PoLine, reading: PoReading): void {
  const isBeside = reading.inConflict || line.text.startsWith('<');
  reading.isBesideMarker = isBeside;
  finishEntry(reading);
  reading.isBesideMarker = isBeside;
  if (line.text.startsWith('<')) {
    const location = rangeOnLine(reading.path, line, 0, line.text.length);
    reading.diagnostics.push(diagnose('catalog-is-merged', location, { found: line.text.trim() }));
    reading.inConflict = true;
  } else if (!reading.inConflict) {
    reading.draft.body.push(line.text);
    reportLine(reading, line);
    finishEntry(reading);
  }
  if (line.text.startsWith('>')) reading.inConflict = false;
}

function readComment(line: PoLine, reading: PoReading): void {
  if (isComplete(reading.draft) || reading.draft.broken) finishEntry(reading);
  const { draft, path } = reading;
  const comment = line.text.trimStart();
  if (/^#~?\|/.test(comment)) draft.previous.push(comment);
  else draft.comments.push(comment);
  const remark = /^\s*#[ \t]+(?=\S)/.exec(line.text);
  if (!remark) return;
  const location = rangeOnLine(path, line, remark[0].length, line.text.trimEnd().length);
  draft.remarks.push({ text: line.text.slice(remark[0].length).trim(), location });
}

/** A keyword, strings, or both, of an entry that is in use or, after "#~", obsolete. */
function readStrings(line: PoLine, reading: PoReading): void {
  const [mark = ''] = /^\s*(?:#~)?[ \t]*/.exec(line.text) ?? [];
  const column = mark.length;
  const obsolete = mark.includes('#');
  if (column === line.text.length) return;
  const keyword = keywordLine.exec(line.text.slice(column))?.[1];
  if (keyword && startsEntry(reading.draft, keyword, obsolete)) finishEntry(reading);
  const { draft } = reading;
  draft.obsolete = obsolete;
  draft.first ??= line;
  draft.body.push(line.text.trimStart());

  if (!keyword && line.text[column] !== '"') {
    reportLine(reading, line, column);
    return;
  }
  const strings = readQuotedText(line.text, column + (keyword?.length ?? 0), line);
  const field = keyword ? newField(keyword, line, strings.inside ?? column) : draft.fields.at(-1);
  if (keyword === 'msgid_plural') draft.plural = true;
  const isRepeated = keyword === 'msgstr' && hasField(draft, 'msgstr');
  const isIncomplete = !field || (keyword !== undefined && strings.inside === undefined);
  if (strings.broken) reportLine(reading, line, strings.broken.start, strings.broken.end);
  else if (keyword === 'msgid_plural') reportLine(reading, line, column, undefined, { context: 'plural' });
  else if (isIncomplete || isRepeated) reportLine(reading, line, column);
  if (!field) return;
  if (keyword) draft.fields.push(field);
  for (const run of strings.runs) field.runs.push({ ...run, value: run.value + field.value.length });
  field.value += strings.value;
}
