import type { JsonObject, Location } from '../../model.ts';

/** A work as a file of a bibliography has it, said in CSL-JSON, with its places in that file. */
export interface BibliographicItem {
  csl: JsonObject;
  /** Place of a variable of CSL, of what the file has for it, or of a part of it ("0", "family"); the item's where it has none. */
  locate: (variable: string, ...within: string[]) => Location;
  /** A variable as it stands in the file, for a message to quote. */
  quote: (variable: string) => string;
}
