import type { BiblatexEntry, BiblatexField } from './scan-biblatex.ts';

/** A field that names an entry which the file lacks, or one that comes back to where it began. */
export interface LostParent {
  field: BiblatexField;
  found: string;
}

/** An entry with those that it takes fields from. */
export interface Inheritance {
  /** With the fields of its data containers (`xdata`). */
  entry: BiblatexEntry;
  /** By `crossref`, nearest first; with their data containers. */
  ancestors: BiblatexEntry[];
  lost: LostParent[];
}

/** Follows `xdata` and `crossref` as biblatex does (https://ctan.org/pkg/biblatex, 3.14.5 and 2.4.1.1). */
export function inheritFields(
  entry: BiblatexEntry,
  entries: ReadonlyMap<string, BiblatexEntry>,
): Inheritance {
  const lost: LostParent[] = [];
  const own = withData(entry, entries, lost);
  const ancestors: BiblatexEntry[] = [];
  const seen = new Set([entry.key]);
  let child = own;
  for (;;) {
    const field = child.fields.get('crossref');
    const key = field?.value.trim();
    const parent = key === undefined ? undefined : entries.get(key);
    if (field && key !== undefined && (!parent || seen.has(key))) lost.push({ field, found: key });
    if (key === undefined || !parent || seen.has(key)) break;
    seen.add(key);
    // What a parent lacks is told where it stands.
    child = withData(parent, entries, []);
    ancestors.push(child);
  }
  const { crossref: _, ...rest } = Object.fromEntries(own.fields);
  const hasParent = ancestors.length > 0;
  return { entry: hasParent ? own : { ...own, fields: new Map(Object.entries(rest)) }, ancestors, lost };
}

function withData(
  entry: BiblatexEntry,
  entries: ReadonlyMap<string, BiblatexEntry>,
  lost: LostParent[],
  seen: ReadonlySet<string> = new Set([entry.key]),
): BiblatexEntry {
  const named = entry.fields.get('xdata');
  if (!named) return entry;
  const fields = new Map(entry.fields);
  fields.delete('xdata');
  for (const key of named.value.split(',').map((part) => part.trim())) {
    const container = entries.get(key);
    if (!container || seen.has(key)) {
      lost.push({ field: named, found: key });
      continue;
    }
    const data = withData(container, entries, [], new Set([...seen, key]));
    // Where the value is inherited its place is that of the reference.
    for (const [name, { value }] of data.fields) if (!fields.has(name)) fields.set(name, { ...named, value });
  }
  return { ...entry, fields };
}
