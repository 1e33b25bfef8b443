import { CsvError, parse } from 'csv-parse/sync';
import type { Diagnostic, SourceFile, Staged } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import type { Instance, InstanceObject } from '../values/json-schema/instance.ts';
import { ExactNumber } from '../values/json-schema/instance.ts';
import type { LocatedValue } from './located-value.ts';
import { type PlaceOffsets, placeInText } from './place-in-text.ts';
import { readJsonText } from './read-json-text.ts';

/** A table: the places of its header and its rows, whose cells are texts until a schema says what they are. */
export interface CsvTable {
  /** By name the place of a column's name; the first of a name, and none without one. */
  columns: Map<string, CsvCell>;
  place: PlaceOffsets;
  rows: CsvRow[];
}

export interface CsvRow {
  /** As findings call it: "data/rows.csv:12". */
  name: string;
  cells: Map<string, CsvCell>;
  start: number;
}

interface CsvCell {
  text: string;
  start: number;
  end: number;
}

const separators = [',', ';', '\t'];

/**
 * Reads a table whose first row names the columns. The separator is the one of comma, semicolon and tab that the first row has most of,
 * or what a first line "sep=;" says, as Excel writes it.
 * Findings: csv-is-well-formed. Rows with more cells or fewer than the header are left out.
 */
export function readCsvRows({ path, text }: SourceFile): Staged<CsvTable> {
  const place = placeInText(path, text);
  const diagnostics: Diagnostic[] = [];
  const table: CsvTable = { columns: new Map(), place, rows: [] };
  const named = /^sep=(.)\r?\n/.exec(text);
  const begin = named?.[0].length ?? 0;
  const separator = path.endsWith('.tsv') ? '\t' : (named?.[1] ?? guessSeparator(text));
  const refuse = (start: number, end: number, values: Diagnostic['values']) =>
    diagnostics.push(diagnose('csv-is-well-formed', place(start, end), values));

  const { records, mistake } = readRecords(text, begin, separator);
  const [header = [], ...rows] = records;
  header.forEach((cell, index) => {
    if (cell.text === '') refuse(cell.start, cell.end, { context: 'unnamed', number: index + 1 });
    else if (table.columns.has(cell.text))
      refuse(cell.start, cell.end, { context: 'doubled', found: cell.text });
    else table.columns.set(cell.text, cell);
  });
  if (records.length === 0 && !mistake) refuse(0, 0, { context: 'empty' });
  for (const cells of rows) {
    const [start, end] = [cells[0]?.start ?? 0, cells.at(-1)?.end ?? 0];
    if (cells.length !== header.length) {
      const from = cells[header.length]?.start ?? end;
      refuse(from, end, { context: 'cells', expected: header.length, found: cells.length });
      continue;
    }
    const name = `${path}:${place(start, start).start.line}`;
    const named = header.flatMap((column, index): [string, CsvCell][] => {
      const cell = cells[index];
      return cell && table.columns.get(column.text) === column ? [[column.text, cell]] : [];
    });
    table.rows.push({ name, cells: new Map(named), start });
  }
  if (mistake) refuse(mistake.start, mistake.end, { context: mistake.context });
  return { value: table, diagnostics };
}

/** A row as an instance; an empty cell is no member. `typesOf` tells what a schema allows in a column; undefined is anything. */
export function readCsvRow(
  { name, cells, start }: CsvRow,
  { columns, place }: CsvTable,
  typesOf: (column: string) => ReadonlySet<string> | undefined,
): LocatedValue {
  const value = Object.create(null) as InstanceObject;
  for (const [column, { text }] of cells) {
    const types = typesOf(column);
    const read = readCell(text, types);
    if (read !== undefined) value[column] = read;
  }
  const whole = place(start, start);
  const placeOf = (cell: CsvCell | undefined) => (cell ? place(cell.start, cell.end) : whole);
  return {
    name,
    value,
    locate: ([column]) => (column === undefined ? whole : placeOf(cells.get(column))),
    locateKey: (_, column) => placeOf(columns.get(column)),
  };
}

function readCell(text: string, types: ReadonlySet<string> | undefined): Instance | undefined {
  if (text === '') return types?.has('null') && !types.has('string') ? null : undefined;
  if (types?.has('boolean') && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (types?.has('number') || types?.has('integer')) {
    const value = /^-?[\d.]/.test(text) ? readJsonText(text).root?.value : undefined;
    if (typeof value === 'number' || value instanceof ExactNumber) return value;
  }
  if ((types?.has('array') && text.startsWith('[')) || (types?.has('object') && text.startsWith('{'))) {
    const { root } = readJsonText(text);
    if (root) return root.value;
  }
  return text;
}

interface CsvRecords {
  records: CsvCell[][];
  mistake: { context: string; start: number; end: number } | undefined;
}

/** Rows with the offsets of their cells; lines without anything are left out. */
function readRecords(text: string, begin: number, delimiter: string): CsvRecords {
  const records: CsvCell[][] = [];
  let at = begin;
  let cells: { text: string; isQuoted: boolean }[] = [];
  const locate = (): void => {
    const located = cells.map(({ text: content, isQuoted }): CsvCell => {
      const length = isQuoted ? content.length + 2 + content.split('"').length - 1 : content.length;
      const start = at;
      at += length + delimiter.length;
      return { text: content, start, end: start + length };
    });
    at -= delimiter.length;
    at += text.startsWith('\r\n', at) ? 2 : at < text.length ? 1 : 0;
    if (located.length > 1 || located[0]?.text !== '') records.push(located);
    cells = [];
  };
  try {
    parse(text.slice(begin), {
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      cast: (content, { quoting }) => {
        cells.push({ text: content, isQuoted: quoting });
        return content;
      },
      on_record: () => {
        locate();
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = text.slice(at).search(/[\r\n]|$/);
    return { records, mistake: { context: 'quote', start: at, end: at + line } };
  }
  return { records, mistake: undefined };
}

/** Of the first row outside of quotation marks. */
function guessSeparator(text: string): string {
  const head = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 100_000))?.[0] ?? '';
  const bare = head.replace(/"(?:[^"]|"")*"/g, '');
  const count = (separator: string) => bare.split(separator).length;
  return separators.reduce((best, each) => (count(each) > count(best) ? each : best));
}
