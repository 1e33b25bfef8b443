import type { Segment } from '../model.ts';
import { entryKey } from './po-file.ts';

/**
 * Keys under which a segment is looked up in a catalog, the most particular first. Where one msgid needs different
 * words in different places, an entry's msgctxt names the place: the key in the front matter ("title"), the id of
 * the section ("s-introduction") or the kind of segment ("cell").
 */
export function keysOf(segment: Segment): string[] {
  const contexts = [segment.key, segment.section, segment.kind].filter((context) => context);
  return [...contexts.map((context) => entryKey(segment.markdown, context)), entryKey(segment.markdown)];
}
