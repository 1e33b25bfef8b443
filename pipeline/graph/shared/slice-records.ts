import type { EntityId, SourceFile } from '../../model.ts';

/** The part of a file of records that one record is, from its id to the next. */
export interface RecordSlice {
  id: EntityId;
  file: SourceFile;
  /** Offsets in the file, in UTF-16 code units; the end is the first that is no longer in it. */
  start: number;
  end: number;
  /** Lines of the file before it. */
  lines: number;
}

/** The id of a record at the margin, plain or in quotation marks. */
const head = /^(?:([A-Za-z]\w*:[\w.-]+)|"([A-Za-z]\w*:[\w.-]+)"|'([A-Za-z]\w*:[\w.-]+)')[ \t]*:(?=[ \t\r]|$)/;

/**
 * Cuts a file of records at its margin, without reading the YAML between: each record can be read when it is asked for. What stands at the
 * margin is an id, a comment or nothing; a file that has anything else there is not cut, and undefined is returned.
 */
export function sliceRecords(file: SourceFile): RecordSlice[] | undefined {
  const { text } = file;
  const slices: RecordSlice[] = [];
  let lines = 0;
  for (let at = 0; at < text.length; lines += 1) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next + 1;
    const first = text.charCodeAt(at);
    // A blank, a tab, a line break and a comment belong to the record before.
    if (first !== 0x20 && first !== 0x09 && first !== 0x0a && first !== 0x0d && first !== 0x23) {
      const [, plain, double, single] = head.exec(text.slice(at, next < 0 ? undefined : next)) ?? [];
      const id = plain ?? double ?? single;
      if (id === undefined) return undefined;
      const before = slices.at(-1);
      if (before) before.end = at;
      slices.push({ id, file, start: at, end: text.length, lines });
    }
    at = end;
  }
  return slices;
}
