import type { TextRange } from '../../model.ts';

/** A line of a record, with those that continue it. */
export interface RisLine extends TextRange {
  value: string;
}

/** A record, from its TY; the range is that of this line. */
export interface RisRecord extends TextRange {
  type: string;
  /** By tag, without TY and ER; what has no value is no line. */
  lines: Map<string, RisLine[]>;
}

/** A line that belongs to no record, or one that begins a record where another has not ended. */
export interface RisMistake extends TextRange {
  problem: 'outside' | 'open';
  found: string;
}

/** "AU  - Soto, Eva": two letters or figures, two spaces, a hyphen; some programs write one space. */
const tagForm = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/;

/** Cuts a file of RIS (https://en.wikipedia.org/wiki/RIS_(file_format)) into records and their lines, with their places. */
export function scanRis(text: string): { records: RisRecord[]; mistakes: RisMistake[] } {
  const records: RisRecord[] = [];
  const mistakes: RisMistake[] = [];
  let record: RisRecord | undefined;
  let last: RisLine | undefined;
  for (const { 0: whole, index: start } of text.matchAll(/[^\r\n]+/g)) {
    const line = whole.trimEnd();
    const range = { start, end: start + line.length };
    const [, tag, written = ''] = tagForm.exec(line.trimStart()) ?? [];
    const value = written.trim();
    if (tag === 'TY') {
      if (record) mistakes.push({ problem: 'open', found: line, ...range });
      record = { type: value.toUpperCase(), lines: new Map(), ...range };
      records.push(record);
      last = undefined;
    } else if (tag === 'ER') {
      if (!record) mistakes.push({ problem: 'outside', found: line, ...range });
      record = undefined;
      last = undefined;
    } else if (line === '') {
      // Between records.
    } else if (!record) {
      mistakes.push({ problem: 'outside', found: line, ...range });
    } else if (tag === undefined) {
      if (last) {
        last.value = `${last.value} ${line.trim()}`;
        last.end = range.end;
      } else mistakes.push({ problem: 'outside', found: line, ...range });
    } else {
      last = undefined;
      if (value === '') continue;
      last = { value, ...range };
      record.lines.set(tag, [...(record.lines.get(tag) ?? []), last]);
    }
  }
  const [first] = records.slice(-1);
  if (record && first) mistakes.push({ problem: 'open', found: '', start: first.start, end: first.end });
  return { records, mistakes };
}
