import type { Diagnostic } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { closeDraft, type Draft, hasField, newDraft } from './po-draft.ts';
import type { PoEntry } from './po-file.ts';
import { rangeOnLine } from './po-positions.ts';

/** A line without its end; `line` counts from 1, `offset` is that of its first character in the file. */
export interface PoLine {
  text: string;
  line: number;
  offset: number;
}

/** A PO file while it is read: what has been read of it, and the entry at hand. */
export interface PoReading {
  path: string;
  entries: PoEntry[];
  diagnostics: Diagnostic[];
  draft: Draft;
  inConflict: boolean;
  /** The entry before or after a marker of a merge conflict may be torn: the marker is its finding. */
  isBesideMarker: boolean;
}

export function startReading(path: string): PoReading {
  return { path, entries: [], diagnostics: [], draft: newDraft(), inConflict: false, isBesideMarker: false };
}

/** Ends the entry at hand, where there is one. */
export function finishEntry(reading: PoReading): void {
  const { draft } = reading;
  if (draft.body.length === 0) return;
  const isWhole = hasField(draft, 'msgid') && (hasField(draft, 'msgstr') || draft.plural);
  if (!draft.broken && draft.first && !isWhole) reportLine(reading, draft.first);
  reading.entries.push(closeDraft(draft, reading.path));
  reading.draft = newDraft();
  reading.isBesideMarker = false;
}

/** Marks the entry at hand as broken. @param column 0-based, as `end`: what is wrong on the line */
export function reportLine(
  { path, draft, isBesideMarker, diagnostics }: PoReading,
  line: PoLine,
  column = 0,
  end = line.text.length,
  values: Diagnostic['values'] = {},
): void {
  draft.broken = true;
  if (isBesideMarker) return;
  const location = rangeOnLine(path, line, column, end);
  const found = line.text.slice(column, end).trim();
  diagnostics.push(diagnose('catalog-is-well-formed', location, { ...values, found }));
}
