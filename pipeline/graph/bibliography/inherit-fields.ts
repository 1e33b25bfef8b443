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
  const levels = [own];
  const seen = new Set([entry.key]);
  for (let child = own; ; ) {
    const key = child.fields.get('crossref')?.value.trim();
    if (key === undefined) break;
    const parent = entries.get(key);
    if (!parent || seen.has(key)) {
      // What a parent lacks is told where it stands.
      const field = own.fields.get('crossref');
      if (field && (child === own || key === entry.key)) lost.push({ field, found: field.value.trim() });
      levels[levels.length - 1] = withoutParent(child);
      break;
    }
    seen.add(key);
    child = withData(parent, entries, []);
    levels.push(child);
  }
  const [first = own, ...ancestors] = levels;
  return { entry: first, ancestors, lost };
}

function withoutParent(entry: BiblatexEntry): BiblatexEntry {
  return { ...entry, fields: new Map([...entry.fields].filter(([name]) => name !== 'crossref')) };
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
