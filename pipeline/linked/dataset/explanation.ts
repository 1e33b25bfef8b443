import type { Ground } from '../../graph/ground-of.ts';
import type { EntityId, Json, Language, LanguageMap, PropertyPath } from '../../model.ts';

/** What `tinkuy explain` tells of one name in one publication; as JSON the same. */
export interface Explanation {
  /** Of this form. */
  version: 2;
  publication: string;
  /** Language of the source text. */
  language: Language;
  /** What the name is of; `place` is a line of a file or a block of an edition. */
  kind: 'entity' | 'property' | 'statement' | 'place';
  /** Undefined for a place. */
  card?: Card;
  /** Blocks of the text, for a place. */
  blocks: Block[];
  /** What the text says of it, in the order of the text. */
  sayings: Saying[];
  /** For an entity: where the text says of others that they have to do with it, and where it only names it. */
  others: Saying[];
}

/** An entity; of a property only what it is about. */
export interface Card {
  id: EntityId;
  iri: string;
  type: LanguageMap;
  /** What it is called. */
  label: LanguageMap;
  properties: CardProperty[];
  /** Editorial notes on the entity or its properties. */
  notes: CardNote[];
}

export interface CardProperty {
  path: PropertyPath;
  label: LanguageMap;
  /** Canonical JSON. */
  value: Json;
  words: LanguageMap;
  /** What it rests on; `both`: one of several values on a sentence, another on a record alone. */
  ground: Ground | 'inferred';
  /** Paths of what an inferred value follows from. */
  from?: PropertyPath[];
  /** Where records say so. */
  places: Place[];
}

export interface CardNote {
  id: EntityId;
  iri: string;
  /** What it speaks about: "hub:andean#population". */
  about: string;
  properties: CardProperty[];
}

/** A block of the text: a paragraph, a cell … */
export interface Block {
  /** The same in all editions, and the fragment of its address. */
  id: string;
  editions: {
    language: Language;
    iri: string;
    text: string;
    place: Place;
    /** Whether the words are the source's, for want of a translation. */
    isGap: boolean;
  }[];
}

/** One annotation of the text, with its words in each edition. */
export interface Saying {
  /** `blank`: the pipeline wrote the words. */
  kind: 'statement' | 'blank' | 'citation' | 'mention';
  entity: EntityId;
  /** What the entity is called. */
  label: LanguageMap;
  path?: PropertyPath;
  property?: LanguageMap;
  value?: Json;
  words: LanguageMap;
  /** Addresses in the data; none of a mention. Of a text one for each language. */
  iris: string[];
  /** Id of the block. */
  block: string;
  quotations: Quotation[];
}

/** The sentence of an edition that has some words. */
export interface Quotation {
  language: Language;
  before: string;
  exact: string;
  after: string;
  place: Place;
  /** Of the words in the text of the block, in code points; undefined where it does not have them. */
  start?: number;
  end?: number;
}

/** A place in a file that an author edits; as in a finding, 1-based. */
export interface Place {
  path: string;
  line: number;
  column: number;
}
