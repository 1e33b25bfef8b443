import type { Location } from '../../model.ts';

/** What came back from a translator: a <file> of XLIFF as it says of itself, not yet checked against the project. */
export interface ReceivedText {
  /** Tags of the two languages. */
  source: string;
  target: string;
  /** Place where the languages are named. */
  languages: Location;
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
  /** Notes of the translator. */
  remarks: string[];
}

/** A stretch of a text with inline codes; `markdown` is what the file holds for a code, undefined where it says nothing. */
export type ReceivedPiece =
  | { kind: 'text'; text: string }
  | { kind: 'open' | 'close' | 'whole'; id: string; markdown: string | undefined; location: Location };
