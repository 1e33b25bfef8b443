import type { Segment } from '../model.ts';
import { addTo } from '../values/add-to.ts';
import { describeEntry } from './describe-entry.ts';
import { fillEntry, fillFromMemory } from './fill-entry.ts';
import { keysOf } from './find-entry.ts';
import type { Match } from './matching/create-matcher.ts';
import type { KnownTranslation } from './matching/known-translation.ts';
import { type CatalogTarget, emptyEntry, newHeader } from './new-entry.ts';
import { entryKey, isHeader, type PoEntry, type PoFile } from './po-file.ts';

/** What a merge takes from elsewhere. */
export interface MergeAids {
  /** What `groupByMsgid` makes of the segments; made unless given. */
  groups?: SegmentGroups | undefined;
  /** Comments for translators on the segments of one entry. */
  describe: (group: Segment[]) => string[];
  /** Whether there is a translation of this msgid elsewhere: in the catalog of another text, or the memory. */
  isRemembered: (msgid: string) => boolean;
  /** Prepares the search for the translation of the most similar text, here and elsewhere; of equals the first counts. */
  createMatcher: (candidates: KnownTranslation[]) => (msgid: string) => Match | undefined;
}

/**
 * Brings a catalog up to date with the segments, as msgmerge does: entries in the order of the text; what is in
 * both is kept; what is new gets the translation of the same text out of the memory, or of the most similar one,
 * marked fuzzy, with the msgid it was made for; what the text no longer has becomes obsolete, and is taken up again
 * when the text comes back. An entry without a translation is filled where the memory has its very text. Nothing that
 * an author wrote is dropped: neither comments nor entries that could not be read, which go to the end.
 *
 * @param old undefined for a new catalog
 */
export function mergeCatalog(
  segments: readonly Segment[],
  old: PoFile | undefined,
  target: CatalogTarget,
  aids: MergeAids,
): PoFile {
  const entries = old?.entries ?? [];
  const active = new Map<string, PoEntry>();
  const retired = new Map<string, PoEntry>();
  for (const entry of entries) {
    if (!entry.readable || isHeader(entry)) continue;
    const key = entryKey(entry.msgid, entry.msgctxt);
    const map = entry.obsolete ? retired : active;
    if (!map.has(key)) map.set(key, entry);
  }

  const hasContexts = entries.some(({ msgctxt }) => msgctxt !== undefined);
  const groups = hasContexts
    ? groupSegments(segments, active, retired)
    : (aids.groups ?? groupByMsgid(segments));
  const known = new Set([...groups.keys()].flatMap((key) => active.get(key) ?? retired.get(key) ?? []));
  const used = new Set(known);
  const match = aids.createMatcher(listCandidates(entries, known));

  const merged = [...groups].map(([key, group]) => {
    const own = active.get(key) ?? retired.get(key);
    const describe = (entry: PoEntry) => describeEntry(entry, group, aids.describe(group));
    if (own) {
      const kept = own.obsolete ? revive(own) : own;
      const isEmpty = own.msgstr === '' && aids.isRemembered(own.msgid);
      return describe(isEmpty ? fillFromMemory(kept, match(own.msgid)) : kept);
    }
    const [first] = group as [Segment];
    const found = match(first.markdown);
    if (!found) return describe({ ...emptyEntry(target.path), msgid: first.markdown });
    const { entry, origin } = found.candidate;
    if (origin === 'catalog') used.add(entry);
    return describe(fillEntry(first.markdown, found, target.path, known));
  });

  const rest = entries.filter((entry) => !used.has(entry) && !isHeader(entry));
  return {
    path: target.path,
    entries: [
      entries.find(isHeader) ?? newHeader(target),
      ...merged,
      ...rest.filter((entry) => !entry.readable),
      ...rest.filter((entry) => entry.readable && isWorthKeeping(entry)).map(retire),
    ],
    trailer: old?.trailer ?? [],
    eol: old?.eol ?? '\n',
  };
}

/** Segments by the key of their entry, in the order of the text: one msgid is translated once. */
export type SegmentGroups = ReadonlyMap<string, Segment[]>;

/** Groups segments for catalogs whose entries have no contexts, as most are. */
export function groupByMsgid(segments: readonly Segment[]): SegmentGroups {
  const groups = new Map<string, Segment[]>();
  for (const segment of segments) addTo(groups, entryKey(segment.markdown), segment);
  return groups;
}

function groupSegments(segments: readonly Segment[], ...catalogs: Map<string, PoEntry>[]): SegmentGroups {
  const groups = new Map<string, Segment[]>();
  for (const segment of segments) {
    const keys = keysOf(segment);
    const known = catalogs.flatMap((catalog) => keys.filter((key) => catalog.has(key)));
    addTo(groups, known[0] ?? entryKey(segment.markdown), segment);
  }
  return groups;
}

/** Of equally similar ones the first counts: before all those that the text has lost, which look for a new place. */
function listCandidates(entries: PoEntry[], known: ReadonlySet<PoEntry>): KnownTranslation[] {
  const translated = entries.filter((entry) => entry.readable && !isHeader(entry) && entry.msgstr !== '');
  const rank = (entry: PoEntry) => (known.has(entry) ? 1 : entry.obsolete ? 2 : 0);
  const own = [0, 1, 2].flatMap((wanted) => translated.filter((entry) => rank(entry) === wanted));
  return own.map((entry): KnownTranslation => ({ entry, origin: 'catalog' }));
}

function retire(entry: PoEntry): PoEntry {
  if (entry.obsolete) return entry;
  const previous = entry.previous && { ...entry.previous, lines: undefined };
  return { ...entry, obsolete: true, references: [], extracted: [], previous, body: undefined };
}

function revive(entry: PoEntry): PoEntry {
  const previous = entry.previous && { ...entry.previous, lines: undefined };
  return { ...entry, obsolete: false, previous, body: undefined };
}

function isWorthKeeping(entry: PoEntry): boolean {
  return entry.msgstr.trim() !== '' || entry.comments.length > 0;
}
