import type { Diagnostic } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { excerpt } from '../../rules/excerpt.ts';
import { splitSegment } from '../inline-codes.ts';
import { isInUse, type PoEntry, type PoFile, stateOf } from '../po-file.ts';
import { type Digest, stampOf, unitId } from './exchange-unit.ts';
import type { ReceivedUnit } from './received.ts';
import { findChangedCodes, listKnownCodes, renderPieces, renderTarget } from './render-target.ts';
import { withRemarks } from './with-remarks.ts';

/** Numbers of units by what became of them. */
export interface ImportCounts {
  changed: number;
  unchanged: number;
  refused: number;
}

export interface MergedUnits {
  po: PoFile;
  counts: ImportCounts;
  diagnostics: Diagnostic[];
}

/** What to do with an entry: nothing, or what it becomes; refused where neither is safe. */
type Verdict =
  | { kind: 'unchanged' }
  | { kind: 'changed'; entry: PoEntry; diagnostics: Diagnostic[] }
  | { kind: 'refused'; diagnostics: Diagnostic[] };

/**
 * Puts the translations of a received file into a catalog, unit by unit. What would lose or break something is
 * refused and leaves its entry as it is. A unit that the translator did not touch changes nothing, whatever the
 * catalog says by now.
 *
 * @param footnotes labels of the text's footnotes
 */
export function mergeUnits(
  po: PoFile,
  units: readonly ReceivedUnit[],
  footnotes: string[],
  digest: Digest,
): MergedUnits {
  const entries = [...po.entries];
  const { current, former } = indexUnits(entries, digest);
  const counts: ImportCounts = { changed: 0, unchanged: 0, refused: 0 };
  const diagnostics: Diagnostic[] = [];
  for (const unit of units) {
    const at = current.get(unit.id) ?? former.get(unit.id);
    const entry = at === undefined ? undefined : entries[at];
    const verdict: Verdict =
      at === undefined || !entry
        ? refuse(diagnose('exchange-unit-is-known', unit.location, { id: unit.id }))
        : judge(unit, entry, current.has(unit.id), footnotes, digest);
    counts[verdict.kind] += 1;
    if (verdict.kind !== 'unchanged') diagnostics.push(...verdict.diagnostics);
    if (verdict.kind === 'changed' && at !== undefined) entries[at] = verdict.entry;
  }
  return { po: { ...po, entries }, counts, diagnostics };
}

/** Entries by the names of their units: of the text now, and of the text that a fuzzy translation was made for. */
function indexUnits(
  entries: readonly PoEntry[],
  digest: Digest,
): { current: Map<string, number>; former: Map<string, number> } {
  const current = new Map<string, number>();
  const former = new Map<string, number>();
  entries.forEach((entry, index) => {
    if (!isInUse(entry)) return;
    const id = unitId(entry.msgid, entry.msgctxt, digest);
    if (!current.has(id)) current.set(id, index);
    if (!entry.fuzzy || !entry.previous) return;
    const old = unitId(entry.previous.msgid, entry.previous.msgctxt, digest);
    if (!former.has(old)) former.set(old, index);
  });
  return { current, former };
}

function judge(
  unit: ReceivedUnit,
  entry: PoEntry,
  isCurrent: boolean,
  footnotes: string[],
  digest: Digest,
): Verdict {
  const msgid = isCurrent ? entry.msgid : (entry.previous?.msgid ?? '');
  const known = listKnownCodes(
    splitSegment(msgid, footnotes),
    entry.msgstr === '' ? [] : splitSegment(entry.msgstr, footnotes),
  );
  const sourceCodes = listKnownCodes(splitSegment(msgid, footnotes), []);
  if (renderPieces(unit.source, sourceCodes)?.normalize('NFC') !== msgid.normalize('NFC')) {
    return refuse(diagnose('exchange-source-is-kept', unit.location, { msgid: excerpt(msgid) }));
  }
  const isEmpty = !unit.target?.some((piece) => piece.kind !== 'text' || piece.text.trim() !== '');
  const [exportedState, exported] = unit.stamp?.split(':') ?? [];
  if (isEmpty) {
    const hadNone = exportedState === 'untranslated' || (exportedState === undefined && entry.msgstr === '');
    if (hadNone || (unit.target === undefined && entry.msgstr === '')) return addRemarks(unit, entry);
    return refuse(diagnose('exchange-translation-is-kept', unit.targetLocation, { msgid: excerpt(msgid) }));
  }

  const rendered = renderPieces(unit.target ?? [], known);
  const isDone = unit.isDone && isCurrent;
  const state = unit.isDone ? 'translated' : 'fuzzy';
  const stamp = rendered === undefined ? undefined : stampOf(rendered, digest);
  // Without a state the words alone tell whether the unit was touched.
  const isSame = (other: string | undefined) => !unit.hasState || state === other;
  const isUntouched =
    (stamp !== undefined && stamp === exported && isSame(exportedState)) ||
    (rendered === entry.msgstr && isSame(stateOf(entry)));
  if (isUntouched) {
    // The file's own codes are those of the export, whatever has become of the catalog; else they may be edited.
    const written = writtenMarkdown(unit);
    const isAsExported = written !== undefined && stampOf(written, digest) === exported;
    const edited = isAsExported ? [] : findChangedCodes(unit.target ?? [], known);
    return edited.length > 0 ? { kind: 'refused', diagnostics: edited } : addRemarks(unit, entry);
  }
  if (exported !== undefined && exported !== stampOf(entry.msgstr, digest) && rendered !== entry.msgstr) {
    const related = [{ location: entry.location, role: 'translation' }];
    return refuse(
      diagnose('exchange-catalog-is-unchanged', unit.targetLocation, { msgid: excerpt(msgid) }, related),
    );
  }
  const result = renderTarget(unit, msgid, known, footnotes);
  if ('refused' in result) return { kind: 'refused', diagnostics: result.refused };
  const { value } = withRemarks(entry, unit.remarks);
  const changed: PoEntry = {
    ...value,
    msgstr: result.markdown,
    fuzzy: !isDone,
    previous: isDone ? undefined : entry.previous,
    body: result.markdown === entry.msgstr ? entry.body : undefined,
  };
  const stale = diagnose('exchange-source-is-current', unit.location, { msgid: excerpt(entry.msgid) });
  return { kind: 'changed', entry: changed, diagnostics: isCurrent ? [] : [stale] };
}

/** The translation with what the file itself holds for its codes; undefined where it does not hold all of them. */
function writtenMarkdown({ target }: ReceivedUnit): string | undefined {
  const parts = target?.map((piece) => (piece.kind === 'text' ? piece.text : piece.markdown));
  return parts?.every((part) => part !== undefined) ? parts.join('') : undefined;
}

/** A translation that stays as it is may have got a note. */
function addRemarks(unit: ReceivedUnit, entry: PoEntry): Verdict {
  const { value, isNew } = withRemarks(entry, unit.remarks);
  return isNew ? { kind: 'changed', entry: value, diagnostics: [] } : { kind: 'unchanged' };
}

function refuse(diagnostic: Diagnostic): Verdict {
  return { kind: 'refused', diagnostics: [diagnostic] };
}
