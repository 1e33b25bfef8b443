import type { Location, Remark, TranslationState } from '../model.ts';

/**
 * A PO file, all of it: what a synchronization must give back to its author. Comments stay as they were typed.
 * Format: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
 */
export interface PoFile {
  path: string;
  /** In the file's order; the header (msgid "") is among them, entries that could not be read too. */
  entries: PoEntry[];
  /** Comments after the last entry. */
  trailer: string[];
  /** Line end of the file. */
  eol: '\n' | '\r\n';
}

export interface PoEntry {
  /** Whole lines that begin with "#" and are the translator's ("# …"), or of a kind we do not know. */
  comments: string[];
  /** The translator's comments among them, with their places. */
  remarks: Remark[];
  /** Texts of "#." lines. */
  extracted: string[];
  /** Texts of "#:" lines. */
  references: string[];
  /** Flags of "#," lines, without "fuzzy". */
  flags: string[];
  fuzzy: boolean;
  obsolete: boolean;
  /** Of "#|" or "#~|" lines: what the msgstr of a fuzzy entry translates. `lines` as typed, as `body`. */
  previous: (PoStrings & { lines: string[] | undefined }) | undefined;
  msgctxt: string | undefined;
  msgid: string;
  msgstr: string;
  /**
   * Keyword lines as typed, line ends as "\n". A writer uses them as long as no string of the entry has
   * changed. An entry that could not be read, or has plural forms, is nothing but this.
   */
  body: string | undefined;
  readable: boolean;
  location: Location;
  /** Range of msgstr offsets (UTF-16, after unescaping) → range in the PO file. */
  locate: (start: number, end: number) => Location;
}

export interface PoStrings {
  msgctxt: string | undefined;
  msgid: string;
}

/** Separates a context from its msgid in a key, as in MO files. */
const contextEnd = '\u0004';

/**
 * What an entry is looked up by: its msgid, with msgctxt and EOT in front where there is one, in NFC. Editors save letters with
 * marks in one Unicode form or the other, and nobody sees which.
 */
export function entryKey(msgid: string, msgctxt?: string): string {
  return (msgctxt === undefined ? msgid : `${msgctxt}${contextEnd}${msgid}`).normalize('NFC');
}

/** Whether an entry is of the text as it is: no header, not obsolete, and not one that could not be read. */
export function isInUse(entry: PoEntry): boolean {
  return entry.readable && !entry.obsolete && !isHeader(entry);
}

/** The entries in use by their key; of two with one key the first counts. */
export function indexEntries(entries: readonly PoEntry[]): Map<string, PoEntry> {
  const index = new Map<string, PoEntry>();
  for (const entry of entries) {
    const key = entryKey(entry.msgid, entry.msgctxt);
    if (isInUse(entry) && !index.has(key)) index.set(key, entry);
  }
  return index;
}

/** Whether an entry is the header of its file. */
export function isHeader(entry: PoEntry): boolean {
  return entry.readable && !entry.obsolete && entry.msgid === '' && entry.msgctxt === undefined;
}

/** Whether an entry has a translation, and whether somebody has confirmed it for the text as it is. */
export function stateOf({ msgstr, fuzzy }: Pick<PoEntry, 'msgstr' | 'fuzzy'>): TranslationState {
  if (msgstr.trim() === '') return 'untranslated';
  return fuzzy ? 'fuzzy' : 'translated';
}
