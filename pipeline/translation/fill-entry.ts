import type { Match } from './matching/create-matcher.ts';
import { emptyEntry } from './new-entry.ts';
import { entryKey, type PoEntry } from './po-file.ts';

/**
 * An entry for a text that the catalog did not have, with a translation that was found. It is fuzzy, so that a
 * translator looks through it, but for a text that the memory has word for word and always translated alike.
 *
 * @param path of the catalog
 * @param known entries that the text still has
 */
export function fillEntry(
  msgid: string,
  { candidate, msgstr, exact }: Match,
  path: string,
  known: ReadonlySet<PoEntry>,
): PoEntry {
  const { entry, origin } = candidate;
  if (origin === 'memory') {
    const previous = entryKey(entry.msgid) === entryKey(msgid) ? undefined : entry;
    const extracted = [fromMemory(entry.location.path)];
    return {
      ...emptyEntry(path),
      msgid,
      msgstr,
      fuzzy: !exact,
      previous: previous && { msgid: previous.msgid, msgctxt: undefined, lines: undefined },
      extracted,
    };
  }
  // Of a translation that nobody confirmed and that says of no text it was made for, none can be told.
  const previous = entry.fuzzy ? entry.previous : entry;
  // What is a note on a text that stays where it is is none on this one.
  const carried = known.has(entry) ? emptyEntry(path) : entry;
  return {
    ...carried,
    msgctxt: undefined,
    msgid,
    msgstr,
    fuzzy: true,
    obsolete: false,
    previous: previous && { msgid: previous.msgid, msgctxt: previous.msgctxt, lines: undefined },
    body: undefined,
  };
}

/** An entry without a translation, with the one that the memory has for the same text. */
export function fillFromMemory(entry: PoEntry, found: Match | undefined): PoEntry {
  if (found?.candidate.origin !== 'memory') return entry;
  const { candidate, msgstr, exact } = found;
  // A context is there because the usual words do not fit.
  const fuzzy = !exact || entry.msgctxt !== undefined;
  const extracted = [fromMemory(candidate.entry.location.path)];
  return { ...entry, msgstr, fuzzy, previous: undefined, extracted, body: undefined };
}

/** Extracted comments that say where a translation comes from; unlike the others, a synchronization keeps them. */
export function isProvenance(comment: string): boolean {
  return comment.startsWith('from ');
}

/** @param path of the file of the memory, where it is known */
function fromMemory(path: string | undefined): string {
  return path === undefined ? 'from memory' : `from memory ${path}`;
}
