import { addTo } from '../../values/add-to.ts';
import { entryKey } from '../po-file.ts';
import { createLexicon, type Lexicon } from './create-lexicon.ts';
import type { KnownTranslation } from './known-translation.ts';
import { scanSegment } from './scan-segment.ts';
import { createSegmentPostings, type SegmentPostings } from './segment-postings.ts';

/** Translations between two languages that all catalogs may take from, indexed once for all of them. */
export interface SharedTranslations {
  /** Those of one msgid ({@link entryKey}) that do not come from a text's own catalog, in their order. */
  find: (key: string, text: string | undefined) => KnownTranslation[];
  /** Made when a catalog asks first for what is like a segment. */
  index: () => SharedIndex;
}

export interface SharedIndex {
  /** One for each msgid, in the order of the numbers of the postings. */
  candidates: readonly KnownTranslation[];
  /** Number of the msgid with this key. */
  numbers: ReadonlyMap<string, number>;
  lexicon: Lexicon;
  postings: SegmentPostings;
  /** What searches find out of segments, for all catalogs that add no words: {@link import('./segment-search.ts').Searched}. */
  totals: Float64Array;
}

/** A translation, and the name of the text whose catalog has it; undefined for the memory's. */
export interface SharedTranslation extends KnownTranslation {
  text: string | undefined;
}

export function createSharedTranslations(all: Iterable<SharedTranslation>): SharedTranslations {
  const byKey = new Map<string, SharedTranslation[]>();
  for (const translation of all) {
    const { msgid, msgstr } = translation.entry;
    if (msgstr.trim() !== '') addTo(byKey, entryKey(msgid), translation);
  }
  let index: SharedIndex | undefined;
  return {
    find: (key, text) => byKey.get(key)?.filter((one) => one.text === undefined || one.text !== text) ?? [],
    index: () => {
      index ??= indexAll(byKey);
      return index;
    },
  };
}

function indexAll(byKey: ReadonlyMap<string, readonly SharedTranslation[]>): SharedIndex {
  const candidates = [...byKey.values()].flatMap(([first]) => first ?? []);
  const numbers = new Map([...byKey.keys()].map((key, number) => [key, number]));
  const lexicon = createLexicon();
  const postings = createSegmentPostings();
  for (const { entry } of candidates) {
    const tokens = scanSegment(entry.msgid);
    lexicon.count(tokens);
    postings.add(tokens, lexicon.read(tokens));
  }
  const totals = new Float64Array(candidates.length).fill(Number.NaN);
  return { candidates, numbers, lexicon, postings, totals };
}
