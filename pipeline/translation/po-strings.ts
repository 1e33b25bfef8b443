import type { TextRange } from '../model.ts';

import type { QuotedRun } from './po-positions.ts';

/** What stands in quotation marks on one line. */
export interface QuotedText {
  value: string;
  /** `value` of each run counts from the beginning of this text. */
  runs: QuotedRun[];
  /** 0-based column after the first opening quotation mark; undefined where there is none. */
  inside: number | undefined;
  /** 0-based range of columns that cannot be read. */
  broken: TextRange | undefined;
}

const simpleEscapes: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '"': '"',
  '\\': '\\',
};

/**
 * Reads the quoted strings of a line, one after another, as gettext does.
 *
 * @param line without its line end
 * @param from 0-based column to begin at
 * @param place 1-based number of the line, and the file offset of its column 0
 */
export function readQuotedText(
  line: string,
  from: number,
  place: { line: number; offset: number },
): QuotedText {
  const result: QuotedText = { value: '', runs: [], inside: undefined, broken: undefined };
  const take = (value: string, column: number, raw: number): void => {
    result.runs.push({
      value: result.value.length,
      point: { line: place.line, column: column + 1, offset: place.offset + column },
      length: value.length,
      raw,
    });
    result.value += value;
  };
  let column = skipSpace(line, from);
  while (column < line.length && !result.broken) {
    if (line[column] !== '"') {
      result.broken = { start: column, end: line.length };
      break;
    }
    const open = column;
    column += 1;
    result.inside ??= column;
    while (column < line.length && line[column] !== '"') {
      if (line[column] === '\\') {
        const sequence = readEscape(line, column);
        if (!sequence) {
          result.broken = { start: column, end: Math.min(column + 2, line.length) };
          return result;
        }
        take(sequence.value, column, sequence.length);
        column += sequence.length;
      } else {
        const end = plainEnd(line, column);
        take(line.slice(column, end), column, end - column);
        column = end;
      }
    }
    if (column >= line.length) result.broken = { start: open, end: line.length };
    column = skipSpace(line, column + 1);
  }
  return result;
}

function skipSpace(line: string, column: number): number {
  let end = column;
  while (line[end] === ' ' || line[end] === '\t') end += 1;
  return end;
}

function plainEnd(line: string, column: number): number {
  let end = column;
  while (end < line.length && line[end] !== '"' && line[end] !== '\\') end += 1;
  return end;
}

/** Control sequences of C, of which gettext knows these. */
function readEscape(line: string, column: number): { value: string; length: number } | undefined {
  const sign = line[column + 1] ?? '';
  const simple = Object.hasOwn(simpleEscapes, sign) ? simpleEscapes[sign] : undefined;
  if (simple !== undefined) return { value: simple, length: 2 };
  const number = /^\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2}))/.exec(line.slice(column, column + 4));
  if (!number) return undefined;
  const code = number[1] ? Number.parseInt(number[1], 8) : Number.parseInt(number[2] ?? '', 16);
  return { value: String.fromCharCode(code), length: number[0].length };
}
