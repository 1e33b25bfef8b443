import type { Edition, Location, SourceFile } from '../../model.ts';
import type { PairedPlace } from '../adopt/paired-place.ts';
import type { PoEntry } from '../po-file.ts';

/** A file of dist/ as it is on the disk, with LF as line end. */
export interface PublishedFile extends SourceFile {
  /** SHA-256 that the manifest has for it; undefined where it has none. */
  digest: string | undefined;
}

/** Corrections taken over from one edition. */
export interface AdoptedEdition {
  /** Of the edited file. */
  path: string;
  /** The edition as the catalog gives it now. */
  text: string;
  /** The edited file, brought up to date where the editor changed nothing. */
  edited: string;
  catalog: { path: string; text: string; before: string };
  /** Places in the edited file whose words were taken over, and other places that the same translations stand in. */
  taken: Location[];
  alsoAt: number;
}

/** A translation as an edited edition wants it. */
export interface CandidateEntry {
  file: PublishedFile;
  edition: Edition;
  catalog: SourceFile;
  entry: PoEntry;
  msgstr: string;
  /** All places that ask for it. */
  places: PairedPlace[];
  /** Number of segments that are translated by the entry. */
  alike: number;
}
