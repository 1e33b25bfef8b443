/** A finding that a team knows of and has not mended yet, as a baseline keeps it. */
export interface BaselineEntry {
  rule: string;
  /** Of the file, from the project's root. */
  path: string;
  /** What the finding is known by (`fingerprintsOf`); findings that are alike have an entry each. */
  fingerprint: string;
}
