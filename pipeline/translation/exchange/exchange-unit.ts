import type { EntityId, Segment, TranslationState } from '../../model.ts';
import type { Piece } from '../inline-codes.ts';
import type { PoEntry } from '../po-file.ts';

/** A hexadecimal digest of a text, made by the host. */
export type Digest = (text: string) => string;

/** A catalog's entry that the text uses, on its way to a translator. */
export interface ExchangeUnit {
  /** Made from the entry's msgid and msgctxt alone, so that it outlives a move of the text. */
  id: string;
  /** Where the text is: a key of the front matter, or section and kind of segment. */
  name: string;
  entry: PoEntry;
  state: TranslationState;
  source: Piece[];
  /** Empty where there is no translation. */
  target: Piece[];
  segments: Segment[];
}

/** What a link's words are about. */
export interface Identity {
  /** Address of the entity, or of its property, in the published data. */
  iri: string;
  /** Class of the entity, where the words name one. */
  type: string | undefined;
  /** The entity, where the words name one. */
  entity: EntityId | undefined;
}

/** Tells what a link is about by its address and title; undefined for an ordinary link. */
export type Identify = (url: string, title: string | undefined) => Identity | undefined;

/** Hexadecimal digits of a name: 64 bits, at which two texts of a book never have the same. */
const digits = 16;

/** Name of an entry, by what identifies it. */
export function unitId(msgid: string, msgctxt: string | undefined, digest: Digest): string {
  return `u${digest(`${msgctxt ?? ''}\u0000${msgid}`.normalize('NFC')).slice(0, digits)}`;
}

/** What a file remembers of a translation, to tell later whether somebody has changed it. */
export function stampOf(msgstr: string, digest: Digest): string {
  return digest(msgstr.normalize('NFC')).slice(0, digits);
}
