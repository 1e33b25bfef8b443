import type { Location } from '../../model.ts';

/** What came back from a translator: an XLIFF file as it says of itself, not yet checked against the project. */
export interface ReceivedFile {
  source: string;
  target: string;
  /** Place of the root's start, where the languages are named. */
  location: Location;
  texts: ReceivedText[];
}

/** A <file> of XLIFF. */
export interface ReceivedText {
  /** Path of the source text. */
  original: string;
  location: Location;
  units: ReceivedUnit[];
}

export interface ReceivedUnit {
  id: string;
  location: Location;
  source: ReceivedPiece[];
  /** Undefined where a segment has no <target>. */
  target: ReceivedPiece[] | undefined;
  /** Place of the translation, or of the source where there is none. */
  targetLocation: Location;
  /** Whether the translator says that the translation is done. */
  isDone: boolean;
  /** Whether a state is given at all; some tools write none. */
  hasState: boolean;
  /** State and digest of the translation as it was exported; undefined where a tool has dropped it. */
  stamp: string | undefined;
  /** Markdown of codes by the id of their data. */
  data: Map<string, string>;
  /** Notes of the translator. */
  remarks: string[];
}

/** A stretch of a text with inline codes; `data` is the id of the code's Markdown. */
export type ReceivedPiece =
  | { kind: 'text'; text: string }
  | { kind: 'open' | 'close' | 'whole'; id: string; data: string | undefined; location: Location };
