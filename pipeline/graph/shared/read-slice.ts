import type { Diagnostic, Location, RecordEntry, Staged, Vocabulary } from '../../model.ts';
import { readRecords } from '../records.ts';
import type { RecordSlice } from './slice-records.ts';

/** Reads one record of a file, with its places in that file. Findings: those of readRecords. */
export function readSlice(slice: RecordSlice, vocabulary: Vocabulary): Staged<RecordEntry[]> {
  const { path, text } = slice.file;
  const read = readRecords([{ path, text: text.slice(slice.start, slice.end) }], vocabulary);
  return {
    value: read.value.map((record): RecordEntry => {
      const { locate, locateKey } = record;
      return {
        ...record,
        location: move(record.location, slice),
        locate: (at) => move(locate(at), slice),
        ...(locateKey && { locateKey: (at: string) => move(locateKey(at), slice) }),
        isShared: true,
      };
    }),
    diagnostics: read.diagnostics.map(
      (finding): Diagnostic => ({
        ...finding,
        location: move(finding.location, slice),
        related: finding.related.map((other) => ({ ...other, location: move(other.location, slice) })),
      }),
    ),
  };
}

function move({ path, start, end }: Location, { start: offset, lines }: RecordSlice): Location {
  const point = (at: Location['start']): Location['start'] => ({
    ...at,
    line: at.line + lines,
    offset: at.offset === undefined ? undefined : at.offset + offset,
  });
  return { path, start: point(start), end: point(end) };
}
