import type { Diagnostic, EntityId, RecordEntry, SourceFile, Staged, Vocabulary } from '../../model.ts';
import { addTo } from '../../values/add-to.ts';
import { readRecords } from '../records.ts';
import { readSlice } from './read-slice.ts';
import type { RecordSlice } from './slice-records.ts';

type Reads = () => Staged<RecordEntry[]>;

/** Where the records of files are, by the entities that they are of. */
interface RecordIndex {
  /** Takes in the records of a file that was read whole, with what was found in it. */
  hold: (records: readonly RecordEntry[], found: readonly Diagnostic[]) => void;
  /** Takes in a file in its parts, which are read when somebody asks. */
  cut: (slices: readonly RecordSlice[], file: SourceFile, vocabulary: Vocabulary) => void;
  readersOf: (id: EntityId) => readonly Reads[];
  /** The entity whose record is the last that begins before a line of a file or at it. */
  idAt: (path: string, line: number) => EntityId | undefined;
  /** Sorted. */
  ids: () => EntityId[];
}

export function createIndex(): RecordIndex {
  const readers = new Map<EntityId, Reads[]>();
  const heads = new Map<string, (readonly [line: number, id: EntityId])[]>();
  const idAt: RecordIndex['idAt'] = (path, line) =>
    heads.get(path)?.findLast(([start]) => start <= line)?.[1];
  return {
    idAt,
    readersOf: (id) => readers.get(id) ?? [],
    ids: () => [...readers.keys()].sort(),
    hold(records, found) {
      const own = records.map((entry) => [firstLine(entry), entry] as const).sort(([a], [b]) => a - b);
      for (const [line, { id, location }] of own) addTo(heads, location.path, [line, id] as const);
      const byId = new Map<EntityId, Diagnostic[]>();
      for (const finding of found) {
        const { path, start } = finding.location;
        addTo(byId, idAt(path, start.line) ?? '', finding);
      }
      for (const [, entry] of own) {
        const value: RecordEntry[] = [{ ...entry, isShared: true }];
        addTo(readers, entry.id, () => ({ value, diagnostics: byId.get(entry.id) ?? [] }));
      }
    },
    cut(slices, file, vocabulary) {
      let ofWhole: Diagnostic[] | undefined;
      for (const slice of slices) {
        addTo(heads, file.path, [slice.lines + 1, slice.id] as const);
        addTo(readers, slice.id, () => {
          const read = readSlice(slice, vocabulary);
          if (!read.diagnostics.some(({ rule }) => rule === 'yaml-is-well-formed')) return read;
          // Of a file that is no YAML the reader of the whole file tells, as of a publication's.
          ofWhole ??= readRecords([file], vocabulary).diagnostics;
          return { value: read.value, diagnostics: ofWhole };
        });
      }
    },
  };
}

/** Where an entry begins: in a bibliography its key need not come first. */
function firstLine({ location, properties, locate }: RecordEntry): number {
  const lines = Object.keys(properties).map((name) => locate(name).start.line);
  return Math.min(location.start.line, ...lines);
}
