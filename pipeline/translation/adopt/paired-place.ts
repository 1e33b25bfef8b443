import type { Diagnostic, Document, Location } from '../../model.ts';
import type { BlockToken } from './tokens.ts';

/** A heading, paragraph, cell or text of the front matter that differs between two versions of an edition. */
export interface PairedPlace {
  /** Way to it in the published version: places among children ("3/0/1"), or the key path in the front matter ("#title"). */
  path: string;
  published: BlockToken[];
  edited: BlockToken[];
  /** In the edited file. */
  location: Location;
  /** In the published one. */
  origin: Location;
  /** From the first to the last word that was edited, in the edited file. */
  change: Location;
}

/** Two versions of an edition, and what was found in comparing them so far. */
export interface ComparedVersions {
  published: Document;
  edited: Document;
  places: PairedPlace[];
  diagnostics: Diagnostic[];
}
