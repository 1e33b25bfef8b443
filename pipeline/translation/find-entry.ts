import type { Segment } from '../model.ts';
import { entryKey, type PoEntry } from './po-file.ts';

/**
 * Keys under which a segment is looked up in a catalog, the most particular first. Where one msgid needs different
 * words in different places, an entry's msgctxt names the place: the key in the front matter ("title"), the id of
 * the section ("s-introduction") or the kind of segment ("cell").
 */
export function keysOf(segment: Segment): string[] {
  const contexts = [segment.key, segment.section, segment.kind].filter((context) => context);
  return [...contexts.map((context) => entryKey(segment.markdown, context)), entryKey(segment.markdown)];
}

/** The entry that translates a segment, the one for its very place first; undefined where the catalog has none. */
export function findEntry(segment: Segment, entries: ReadonlyMap<string, PoEntry>): PoEntry | undefined {
  const key = keysOf(segment).find((candidate) => entries.has(candidate));
  return key === undefined ? undefined : entries.get(key);
}
