import type { Language } from '../../model.ts';
import { compareText } from '../../values/compare-text.ts';
import { emptyEntry, newHeader } from '../new-entry.ts';
import { entryKey, isInUse, type PoEntry, type PoFile } from '../po-file.ts';

/** Where the memory of a language is written: its first file, and those that it overflows into. */
export interface MemoryTarget {
  name: string;
  language: Language;
  /** Path of a part, counted from 1. */
  pathOf: (part: number) => string;
}

/** Translations of one language that are not in a memory yet. */
export interface MemoryAdditions {
  /** Adds a pair; false where the memory has it already. */
  add: (msgid: string, msgstr: string) => boolean;
  /** The files that change, whole. */
  finish: () => PoFile[];
}

/**
 * Most code units of text in one file: larger memories go on in a further one, so that every file can be read, compared
 * and kept under version control.
 */
const partMax = 8 * 1024 * 1024;

/**
 * Adds to a translation memory, which is a PO file beside the catalogs. Entries that are there stay as they are; new
 * ones follow in the order of their texts. A further translation of one text has a number as its msgctxt, from 2.
 *
 * @param parts files of the memory so far, in order
 */
export function addToMemory(parts: readonly PoFile[], target: MemoryTarget): MemoryAdditions {
  const known = new Map<string, string | string[]>();
  const remember = (msgid: string, msgstr: string): boolean => {
    const key = entryKey(msgid);
    const words = msgstr.normalize('NFC');
    const present = known.get(key);
    if (present === undefined) known.set(key, words);
    else if (typeof present === 'string') {
      if (present === words) return false;
      known.set(key, [present, words]);
    } else if (present.includes(words)) return false;
    else present.push(words);
    return true;
  };
  for (const { entries } of parts) {
    for (const entry of entries) {
      if (isInUse(entry)) remember(entry.msgid, entry.msgstr);
    }
  }
  const added: Addition[] = [];
  return {
    add: (msgid, msgstr) => {
      if (!remember(msgid, msgstr)) return false;
      const present = known.get(entryKey(msgid));
      added.push({ msgid, msgstr, rank: typeof present === 'string' ? 1 : (present?.length ?? 1) });
      return true;
    },
    finish: () => fillParts(parts, added, target),
  };
}

interface Addition {
  msgid: string;
  msgstr: string;
  /** 1 for the first translation of its text. */
  rank: number;
}

function fillParts(parts: readonly PoFile[], added: Addition[], target: MemoryTarget): PoFile[] {
  added.sort((a, b) => compareText(a.msgid, b.msgid) || a.rank - b.rank);
  const numbered = numberedKeys(parts);
  const changed: PoFile[] = [];
  let part = parts.at(-1);
  let number = Math.max(parts.length, 1);
  let size = part ? sizeOf(part.entries) : 0;
  for (const addition of added) {
    const length = addition.msgid.length + addition.msgstr.length;
    if (!part || (size + length > partMax && size > 0)) {
      if (part) number += 1;
      part = newPart(target, number);
      size = 0;
    } else if (changed.at(-1) !== part) {
      part = { ...part, entries: [...part.entries] };
    }
    if (changed.at(-1) !== part) changed.push(part);
    // Somebody may have taken an entry out, so that the next number is not free.
    while (numbered.has(keyOf(addition))) addition.rank += 1;
    numbered.add(keyOf(addition));
    part.entries.push(newEntry(addition, part.path));
    size += length;
  }
  return changed;
}

/** Keys of the further translations: few, so that the set costs little beside the memory. */
function numberedKeys(parts: readonly PoFile[]): Set<string> {
  const numbered = parts.flatMap(({ entries }) => entries.filter(({ msgctxt }) => msgctxt !== undefined));
  return new Set(numbered.map(({ msgid, msgctxt }) => entryKey(msgid, msgctxt)));
}

function keyOf({ msgid, rank }: Addition): string {
  return entryKey(msgid, rank === 1 ? undefined : String(rank));
}

function newPart({ name, language, pathOf }: MemoryTarget, number: number): PoFile {
  const path = pathOf(number);
  return { path, entries: [newHeader({ path, publication: name, language })], trailer: [], eol: '\n' };
}

function newEntry({ msgid, msgstr, rank }: Addition, path: string): PoEntry {
  const msgctxt = rank === 1 ? undefined : String(rank);
  const body = [
    ...(msgctxt === undefined ? [] : [`msgctxt ${quote(msgctxt)}`]),
    `msgid ${quote(msgid)}`,
    `msgstr ${quote(msgstr)}`,
  ];
  return { ...emptyEntry(path), msgctxt, msgid, msgstr, body: body.join('\n') };
}

const escapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string on one line: folding the hundred thousand of a large memory takes longer than all the rest. */
function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/[\n\r\t]/g, (sign) => escapes[sign] ?? '')}"`;
}

function sizeOf(entries: readonly PoEntry[]): number {
  return entries.reduce((sum, { msgid, msgstr }) => sum + msgid.length + msgstr.length, 0);
}
