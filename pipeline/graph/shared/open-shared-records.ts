import type {
  Diagnostic,
  EntityId,
  RecordEntry,
  RecordFiles,
  SourceFile,
  Staged,
  Vocabulary,
} from '../../model.ts';
import { addTo } from '../../values/add-to.ts';
import { parseEntityId } from '../../values/entity-id.ts';
import type { BibliographyFormats } from '../bibliography/load-formats.ts';
import { readBibliography } from '../bibliography.ts';
import type { RecordComment } from '../read-record-comments.ts';
import { type Register, readRegister } from '../read-register.ts';
import { readRecords } from '../records.ts';
import { createIndex } from './create-index.ts';
import { namedIn } from './named-in.ts';
import { readSharedComments } from './read-shared-comments.ts';
import { sliceRecords } from './slice-records.ts';

/** The records, the bibliography and the register that all publications of a project share: an index, of which each takes its own. */
export interface SharedRecords {
  /** Of entities with a record or an item, sorted. */
  ids: readonly EntityId[];
  /** The record and the item of an entity; a record is read from its part of the file each time that somebody asks. */
  recordsOf: (id: EntityId) => RecordEntry[];
  /** As `recordsOf`, with what is found as they are read. Findings: those of readRecords and readBibliography. */
  readRecordsOf: (id: EntityId) => Staged<RecordEntry[]>;
  /** Entities of role "note" that speak about an entity; the text that speaks of it has them with it. */
  notesOn: (id: EntityId) => readonly EntityId[];
  /** The entity whose record is the last that begins before a line of a file or at it. */
  idAt: (path: string, line: number) => EntityId | undefined;
  /** Whether a file is one of those that are shared. */
  holds: (path: string) => boolean;
  register: Register | undefined;
  /** In the files of records and in the register. */
  comments: readonly RecordComment[];
}

interface SharedReading {
  vocabulary: Vocabulary;
  formats: BibliographyFormats | undefined;
}

/**
 * Indexes what the publications of a project share. Records are cut, and read when they are asked for; a file that cannot be cut is
 * read whole, as bibliography and register are.
 * Findings: those of readBibliography and readRegister, and of readRecords for a file that is read whole; of the others checkSharedRecords tells.
 */
export function openSharedRecords(
  { records, bibliographies, register }: RecordFiles,
  { vocabulary, formats }: SharedReading,
): Staged<SharedRecords> {
  const index = createIndex();
  const diagnostics: Diagnostic[] = [];
  const holdWhole = ({ value, diagnostics: found }: Staged<RecordEntry[]>): void => {
    for (const finding of found) diagnostics.push(finding);
    index.hold(value, found);
  };
  // Every text asks for some of it: what is shared stays in memory, whatever else is read again.
  for (const file of inOrder(records).map(({ path, text }): SourceFile => ({ path, text }))) {
    const slices = sliceRecords(file);
    if (!slices) holdWhole(readRecords([file], vocabulary));
    else index.cut(slices, file, vocabulary);
  }
  for (const file of inOrder(bibliographies)) holdWhole(readBibliography([file], vocabulary, formats));
  const known = readRegister(register);
  diagnostics.push(...known.diagnostics);
  const readRecordsOf = (id: EntityId): Staged<RecordEntry[]> => {
    const read = index.readersOf(id).map((reader) => reader());
    return {
      value: read.flatMap(({ value }) => value),
      diagnostics: read.flatMap((each) => each.diagnostics),
    };
  };
  const recordsOf = (id: EntityId): RecordEntry[] => readRecordsOf(id).value;
  const ids = index.ids();
  const paths = new Set(
    [...records, ...bibliographies, ...(register ? [register] : [])].map(({ path }) => path),
  );
  return {
    value: {
      ids,
      recordsOf,
      readRecordsOf,
      notesOn: indexNotes(ids, recordsOf, vocabulary),
      idAt: index.idAt,
      holds: (path) => paths.has(path),
      register: known.value,
      comments: readSharedComments([...records, ...(register ? [register] : [])]),
    },
    diagnostics,
  };
}

function inOrder(files: readonly SourceFile[]): SourceFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Notes by what they are about, read when the first is asked for: there are few, and no record names those that speak of it. */
function indexNotes(
  ids: readonly EntityId[],
  recordsOf: SharedRecords['recordsOf'],
  vocabulary: Vocabulary,
): SharedRecords['notesOn'] {
  let notes: Map<EntityId, EntityId[]> | undefined;
  return (id) => {
    if (!notes) {
      notes = new Map();
      for (const note of ids) {
        if (vocabulary.types.get(parseEntityId(note)?.type ?? '')?.role !== 'note') continue;
        for (const about of recordsOf(note).flatMap((record) => namedIn(record, vocabulary)))
          addTo(notes, about, note);
      }
    }
    return notes.get(id) ?? [];
  };
}
