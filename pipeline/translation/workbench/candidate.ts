import type { Edition, Location, SourceFile } from '../../model.ts';
import type { PairedPlace } from '../adopt/paired-place.ts';
import type { PoEntry } from '../po-file.ts';

/** A file of dist/ as it is on the disk, with LF as line end. */
export interface PublishedFile extends SourceFile {
  /** SHA-256 that the manifest has for it; undefined where it has none. */
  digest: string | undefined;
}

/** A file of an edition from which corrections were taken over. */
export interface RenewedFile {
  path: string;
  /** As the catalog gives it with the corrections. */
  text: string;
  /** As an editor saved it, brought up to date where the editor changed nothing. */
  edited: string;
}

/** Corrections taken over from one edition. */
export interface AdoptedEdition {
  /** The edition and its register of entities. */
  files: RenewedFile[];
  catalog: { path: string; text: string; before: string };
  /** Places in the edited files whose words were taken over, and other places that the same translations stand in. */
  taken: Location[];
  alsoAt: number;
}

/** A translation as an edited edition wants it. */
export interface CandidateEntry {
  /** The edition and its register of entities; one array for all candidates of an edition. */
  files: readonly PublishedFile[];
  edition: Edition;
  catalog: SourceFile;
  entry: PoEntry;
  msgstr: string;
  /** All places that ask for it, in whichever of the files. */
  places: PairedPlace[];
  /** Number of segments that are translated by the entry. */
  alike: number;
}
