import type { TextRange } from '../../model.ts';

/** A field of an entry: its value without the braces or quotation marks around it, macros put in, LaTeX as it stands. */
export interface BiblatexField extends TextRange {
  value: string;
}

/** An entry as the file has it; the range is that from "@" to the end of its key. */
export interface BiblatexEntry extends TextRange {
  /** In small letters: "article". */
  type: string;
  key: string;
  /** By name in small letters. */
  fields: Map<string, BiblatexField>;
}

/** What cannot be read, and where. */
export interface BiblatexMistake extends TextRange {
  problem: 'entry' | 'brace' | 'macro' | 'twice';
  /** What stands there; '' where something is missing. */
  found: string;
}

export interface ScannedBiblatex {
  entries: BiblatexEntry[];
  mistakes: BiblatexMistake[];
}

/** An entry begins at the beginning of a line; what is not closed before the next is a mistake of its own. */
const entryLine = /^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]/gm;

/**
 * Cuts a file of BibTeX or BibLaTeX into entries and fields with their places, `@string` put in, comments left out.
 * Parsers at hand give no places and stop at the first mistake; here a mistake costs the one entry that has it.
 *
 * @param known macros that need no `@string`: months
 */
export function scanBiblatex(text: string, known: ReadonlyMap<string, string>): ScannedBiblatex {
  const scanned: ScannedBiblatex = { entries: [], mistakes: [] };
  const macros = new Map(known);
  const starts = [...text.matchAll(entryLine)].map(({ index }) => index);
  const bounds = [0, ...starts, text.length];
  bounds.slice(1).forEach((end, index) => {
    const cursor: Cursor = { text, at: bounds[index] ?? 0, end, macros, scanned };
    while (findEntry(cursor)) if (!readEntry(cursor)) break;
  });
  return scanned;
}

interface Cursor {
  text: string;
  at: number;
  /** The next entry begins here. */
  end: number;
  macros: Map<string, string>;
  scanned: ScannedBiblatex;
}

/** Goes to the next "@" that begins an entry; what stands before is a comment. */
function findEntry(cursor: Cursor): boolean {
  const start = /@[ \t]*[A-Za-z]+\s*[{(]/g;
  start.lastIndex = cursor.at;
  const found = start.exec(cursor.text)?.index ?? cursor.end;
  cursor.at = Math.min(found, cursor.end);
  return found < cursor.end;
}

/** Reads the entry that begins here; false after a mistake that leaves its end unknown. */
function readEntry(cursor: Cursor): boolean {
  const start = cursor.at;
  const [opening = '', type = ''] = match(cursor, /@[ \t]*([A-Za-z]+)\s*[{(]/y) ?? [];
  const name = type.toLowerCase();
  const open = cursor.at - 1;
  if (name === 'comment' || name === 'preamble') {
    const close = findClose(cursor, open);
    if (close === undefined && name === 'preamble') return mistake(cursor, 'brace', open);
    // A comment may be a line of any form.
    cursor.at = close === undefined ? lineEnd(cursor, open) : close + 1;
    return true;
  }
  const closing = opening.endsWith('{') ? '}' : ')';
  if (name === 'string') return readMacro(cursor, closing);
  const [, key = ''] = match(cursor, /\s*([^,{}\s]*(?:[ \t]+[^,{}=\s]+)*)\s*(?:,|(?=[})]))/y) ?? [];
  if (key === '') return mistake(cursor, 'entry', cursor.at);
  const entry: BiblatexEntry = { type: name, key, fields: new Map(), start, end: cursor.at };
  const isClosed = readFields(cursor, entry, closing);
  if (isClosed) cursor.scanned.entries.push(entry);
  return isClosed;
}

function readMacro(cursor: Cursor, closing: string): boolean {
  const field = readField(cursor);
  if (!field) return false;
  cursor.macros.set(field.name, field.value);
  skipSpace(cursor);
  if (cursor.text[cursor.at] !== closing) return mistake(cursor, 'brace', cursor.at);
  cursor.at += 1;
  return true;
}

function readFields(cursor: Cursor, entry: BiblatexEntry, closing: string): boolean {
  for (;;) {
    skipSpace(cursor);
    if (cursor.at < cursor.end && cursor.text[cursor.at] === closing) {
      cursor.at += 1;
      return true;
    }
    const field = readField(cursor);
    if (!field) return false;
    const { name, ...rest } = field;
    if (entry.fields.has(name)) note(cursor, 'twice', rest.start, rest.start + name.length);
    else entry.fields.set(name, rest);
    skipSpace(cursor);
    if (cursor.at < cursor.end && cursor.text[cursor.at] === ',') cursor.at += 1;
    else if (cursor.text[cursor.at] !== closing || cursor.at >= cursor.end)
      return mistake(cursor, cursor.at >= cursor.end ? 'brace' : 'entry', cursor.at, entry);
  }
}

/** "name = value # value" with its place; undefined after a mistake. */
function readField(cursor: Cursor): (BiblatexField & { name: string }) | undefined {
  skipSpace(cursor);
  const start = cursor.at;
  const [, name] = match(cursor, /([^\s=,{}()"#%]+)\s*=/y) ?? [];
  if (name === undefined) {
    mistake(cursor, cursor.at >= cursor.end ? 'brace' : 'entry', start);
    return undefined;
  }
  const parts: string[] = [];
  do {
    skipSpace(cursor);
    const part = readPart(cursor);
    if (part === undefined) return undefined;
    parts.push(part);
    skipSpace(cursor);
  } while (match(cursor, /#/y));
  return { name: name.toLowerCase(), value: parts.join('').trim(), start, end: cursor.at };
}

function readPart(cursor: Cursor): string | undefined {
  const { text, at } = cursor;
  if (text[at] === '{') {
    const close = findClose(cursor, at);
    if (close === undefined) {
      mistake(cursor, 'brace', at);
      return undefined;
    }
    cursor.at = close + 1;
    return text.slice(at + 1, close);
  }
  if (text[at] === '"') {
    const close = findQuote(cursor, at);
    if (close === undefined) {
      mistake(cursor, 'brace', at);
      return undefined;
    }
    cursor.at = close + 1;
    return text.slice(at + 1, close);
  }
  const [word] = match(cursor, /[^\s,{}()"#=%]+/y) ?? [];
  if (word === undefined) {
    mistake(cursor, 'entry', at);
    return undefined;
  }
  if (/^-?\d+$/.test(word)) return word;
  const macro = cursor.macros.get(word.toLowerCase());
  if (macro === undefined) note(cursor, 'macro', at, at + word.length);
  return macro ?? word;
}

/** Offset of the brace that closes the one here; TeX counts each, also after a backslash. */
function findClose({ text, end }: Cursor, open: number): number | undefined {
  if (text[open] === '(') {
    const close = text.indexOf(')', open);
    return close < 0 || close >= end ? undefined : close;
  }
  const brace = /[{}]/g;
  brace.lastIndex = open;
  let depth = 0;
  for (let found = brace.exec(text); found && found.index < end; found = brace.exec(text)) {
    depth += found[0] === '{' ? 1 : -1;
    if (depth === 0) return found.index;
  }
  return undefined;
}

/** Offset of the quotation mark that ends the text that begins here: one that is in no braces. */
function findQuote({ text, end }: Cursor, open: number): number | undefined {
  let depth = 0;
  for (let at = open + 1; at < end; at++) {
    const sign = text[at];
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (sign === '"' && depth === 0) return at;
    else if (sign === '\\') at += 1;
  }
  return undefined;
}

/** White space, and comments of TeX, which end with their line. */
function skipSpace(cursor: Cursor): void {
  match(cursor, /(?:\s|%[^\n\r]*)*/y);
  cursor.at = Math.min(cursor.at, cursor.end);
}

function lineEnd({ text, end }: Cursor, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? end : Math.min(at, end);
}

/** What stands here, if it is of this form and ends before the next entry; the cursor goes behind it. */
function match(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  const here = new RegExp(pattern);
  here.lastIndex = cursor.at;
  const found = here.exec(cursor.text);
  if (!found || here.lastIndex > cursor.end) {
    if (!found) return undefined;
    // White space may reach into the next entry's line.
    if (found[0].trim() !== '' && found.index + found[0].trimEnd().length > cursor.end) return undefined;
  }
  cursor.at = Math.min(here.lastIndex, cursor.end);
  return found;
}

function note(cursor: Cursor, problem: BiblatexMistake['problem'], start: number, end: number): void {
  const found = cursor.text.slice(start, Math.min(end, cursor.end));
  cursor.scanned.mistakes.push({ problem, found, start, end });
}

/** Notes what makes the rest of an entry unreadable; it is looked for no further than the next entry. */
function mistake(cursor: Cursor, problem: 'entry' | 'brace', at: number, entry?: BiblatexEntry): false {
  const isOpen = problem === 'brace' && entry !== undefined;
  const start = isOpen ? entry.start : at;
  const end = isOpen ? entry.end : Math.min(at + 1, cursor.end);
  note(cursor, problem, start, end);
  return false;
}
