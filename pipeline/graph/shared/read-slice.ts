import type { Diagnostic, RecordEntry, Staged, Vocabulary } from '../../model.ts';
import { readRecords } from '../records.ts';
import { movePlace } from './move-place.ts';
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
        location: movePlace(record.location, slice),
        locate: (at) => movePlace(locate(at), slice),
        ...(locateKey && { locateKey: (at: string) => movePlace(locateKey(at), slice) }),
        isShared: true,
      };
    }),
    diagnostics: read.diagnostics.map(
      (finding): Diagnostic => ({
        ...finding,
        location: movePlace(finding.location, slice),
        related: finding.related.map((other) => ({ ...other, location: movePlace(other.location, slice) })),
      }),
    ),
  };
}
