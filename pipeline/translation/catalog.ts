import type { Language, Segment } from '../model.ts';
import { closestEntry } from './closest-entry.ts';
import { keysOf } from './contexts.ts';
import { entryKey, isHeader, type PoEntry, type PoFile } from './po-file.ts';

/** What a catalog is for. */
export interface CatalogTarget {
  path: string;
  publication: string;
  language: Language;
}

/**
 * Brings a catalog up to date with the segments, as msgmerge does: entries in the order of the text; what is in
 * both is kept; what is new gets the most similar translation, marked fuzzy, with the msgid it was made for; what
 * the text no longer has becomes obsolete, and is taken up again when the text comes back. Nothing that an
 * author wrote is dropped: neither comments nor entries that could not be read, which go to the end.
 *
 * @param old undefined for a new catalog
 */
export function mergeCatalog(segments: Segment[], old: PoFile | undefined, target: CatalogTarget): PoFile {
  const entries = old?.entries ?? [];
  const active = new Map<string, PoEntry>();
  const retired = new Map<string, PoEntry>();
  for (const entry of entries) {
    if (!entry.readable || isHeader(entry)) continue;
    const key = entryKey(entry.msgid, entry.msgctxt);
    const map = entry.obsolete ? retired : active;
    if (!map.has(key)) map.set(key, entry);
  }

  const groups = groupSegments(segments, active, retired);
  const used = new Set<PoEntry>();
  for (const key of groups.keys()) {
    const entry = active.get(key) ?? retired.get(key);
    if (entry) used.add(entry);
  }
  const translated = entries.filter((entry) => entry.readable && !isHeader(entry) && entry.msgstr !== '');
  const findClosest = closestEntry(translated);

  const merged = [...groups].map(([key, group]) => {
    const known = active.get(key) ?? retired.get(key);
    if (known) return describe(known.obsolete ? revive(known) : known, group);
    const [first] = group as [Segment];
    const closest = findClosest(first.markdown);
    if (!closest) return describe({ ...emptyEntry(target.path), msgid: first.markdown }, group);
    used.add(closest);
    return describe(adapt(closest, first.markdown), group);
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
function groupSegments(segments: Segment[], ...catalogs: Map<string, PoEntry>[]): Map<string, Segment[]> {
  const groups = new Map<string, Segment[]>();
  for (const segment of segments) {
    const keys = keysOf(segment);
    const known = catalogs.flatMap((catalog) => keys.filter((key) => catalog.has(key)));
    const key = known[0] ?? entryKey(segment.markdown);
    const group = groups.get(key);
    if (group) group.push(segment);
    else groups.set(key, [segment]);
  }
  return groups;
}

/** Comments for translators; the rest of the entry stays, its lines too. */
function describe(entry: PoEntry, group: Segment[]): PoEntry {
  const references = group.map(({ location }) => `${location.path}:${location.start.line}`);
  const extracted = group.map((segment) => segment.key ?? segment.kind);
  return { ...entry, references: [...new Set(references)], extracted: [...new Set(extracted)] };
}

/** A translation of another msgid, for a translator to look through. */
function adapt(closest: PoEntry, msgid: string): PoEntry {
  const { msgctxt } = closest;
  const previous = (closest.fuzzy && closest.previous) || { msgid: closest.msgid, msgctxt, lines: undefined };
  return {
    ...closest,
    msgid,
    msgctxt: undefined,
    fuzzy: true,
    obsolete: false,
    previous: unwrapped(previous),
    body: undefined,
  };
}

function retire(entry: PoEntry): PoEntry {
  if (entry.obsolete) return entry;
  const previous = unwrapped(entry.previous);
  return { ...entry, obsolete: true, references: [], extracted: [], previous, body: undefined };
}

function revive(entry: PoEntry): PoEntry {
  return { ...entry, obsolete: false, previous: unwrapped(entry.previous), body: undefined };
}

/** Without the lines it was read from: they have the prefix of another state. */
function unwrapped(previous: PoEntry['previous']): PoEntry['previous'] {
  return previous && { ...previous, lines: undefined };
}

function isWorthKeeping(entry: PoEntry): boolean {
  return entry.msgstr.trim() !== '' || entry.comments.length > 0;
}

function emptyEntry(path: string): PoEntry {
  const point = { line: 1, column: 1, offset: 0 };
  const location = { path, start: point, end: point };
  return {
    comments: [],
    remarks: [],
    extracted: [],
    references: [],
    flags: [],
    fuzzy: false,
    obsolete: false,
    previous: undefined,
    msgctxt: undefined,
    msgid: '',
    msgstr: '',
    body: undefined,
    readable: true,
    location,
    locate: () => location,
  };
}

/** Dates and names of translators are the translator's tool's to fill in: a build has no clock. */
function newHeader({ path, publication, language }: CatalogTarget): PoEntry {
  const fields = {
    'Project-Id-Version': publication,
    Language: language,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Transfer-Encoding': '8bit',
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`);
  return { ...emptyEntry(path), msgstr: lines.join('') };
}
