import type { Segment } from '../../model.ts';
import { findEntry } from '../find-entry.ts';
import { splitSegment } from '../inline-codes.ts';
import { indexEntries, type PoEntry, type PoFile, stateOf } from '../po-file.ts';
import { type Digest, type ExchangeUnit, unitId } from './exchange-unit.ts';

/** A catalog's entries in the order of the text, and the segments that it has none for. */
export interface ListedUnits {
  units: ExchangeUnit[];
  missing: Segment[];
}

/** Entries of a catalog that a text uses; an entry that serves several segments is one unit. */
export function listUnits(
  segments: readonly Segment[],
  po: PoFile | undefined,
  footnotes: string[],
  digest: Digest,
): ListedUnits {
  const entries = indexEntries(po?.entries ?? []);
  const units = new Map<PoEntry, ExchangeUnit>();
  const missing: Segment[] = [];
  for (const segment of segments) {
    const entry = findEntry(segment, entries);
    const known = entry && units.get(entry);
    if (known) known.segments.push(segment);
    else if (entry) units.set(entry, createUnit(entry, segment, footnotes, digest));
    else missing.push(segment);
  }
  return { units: [...units.values()], missing };
}

function createUnit(entry: PoEntry, segment: Segment, footnotes: string[], digest: Digest): ExchangeUnit {
  const state = stateOf(entry);
  return {
    id: unitId(entry.msgid, entry.msgctxt, digest),
    name: segment.key ?? [segment.section, segment.kind].filter((part) => part !== '').join('/'),
    entry,
    state,
    source: splitSegment(entry.msgid, footnotes),
    target: state === 'untranslated' ? [] : splitSegment(entry.msgstr, footnotes),
    segments: [segment],
  };
}
