import type { Diagnostic, JsonObject, Origin, RecordEntry, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { addTo } from '../values/add-to.ts';
import { getKey, sameJson, showValue } from '../values/json-value.ts';
import { addValue, ofOtherFile } from './add-value.ts';
import { type EntityDraft, recordOrigin } from './entity-draft.ts';
import { labelProperty } from './label-property.ts';
import { originsOf } from './locate-value.ts';

/**
 * Adds a record, or the item of a bibliography, to what is known of its entity.
 * Findings: records-agree.
 */
export function addRecord(
  draft: EntityDraft | undefined,
  record: RecordEntry,
  vocabulary: Vocabulary,
  report: (finding: Diagnostic) => void,
): void {
  if (!draft) return;
  const earlier = draft.csl;
  if (earlier && record.csl) checkItems(draft, earlier, record, report);
  draft.csl = earlier && record.csl ? { ...record.csl, ...earlier } : (earlier ?? record.csl);
  draft.key ??= record.key;
  addTo(draft.origins, '', recordOrigin(record, ''));
  const originAt = (path: string): Origin => recordOrigin(record, path);
  for (const [name, value] of Object.entries(record.properties)) {
    // What two items say differently is told of their variables: lists of authors do not add up.
    if (earlier && record.csl && Object.hasOwn(draft.properties, name)) continue;
    addValue(draft, name, value, originAt, vocabulary, report);
  }
}

/** What a work is called in its file is no variable of the work; another key of it is told elsewhere. */
const keys: ReadonlySet<string> = new Set(['id', 'citation-key']);

/** The publication's item of a work that the project's bibliography has, too: what both say is one. */
function checkItems(
  draft: EntityDraft,
  earlier: JsonObject,
  record: RecordEntry,
  report: (finding: Diagnostic) => void,
): void {
  for (const [variable, found] of Object.entries(record.csl ?? {})) {
    const expected = getKey(earlier, variable);
    if (keys.has(variable) || expected === undefined || sameJson(expected, found)) continue;
    const filled = [...draft.type.properties.values()].find(({ csl }) => csl === variable)?.name;
    const name = filled ?? (variable === 'title' ? labelProperty : '');
    const [first] = originsOf(draft.origins, name);
    const shown = { expected: showValue(expected), found: showValue(found) };
    const values = { entity: draft.id, property: variable, ...shown, ...ofOtherFile(first) };
    const related = first ? [{ location: first.location, role: 'record' }] : [];
    report(diagnose('records-agree', record.locate(name), values, related));
  }
}
