import type { Diagnostic, JsonObject, RecordEntry } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { addTo } from '../values/add-to.ts';
import { getKey, isObject } from '../values/json-value.ts';
import type { SpokenOf } from './list-spoken-of.ts';

/** How many works a finding names. */
const namedMax = 5;

/**
 * Finds works of each bibliography that the text does not cite, that no record speaks of, and that the front matter does not mark
 * as further reading: those of a file are one finding. Of the project's bibliography each takes what it cites.
 * Findings: work-is-cited.
 */
export function checkUncited(
  records: readonly RecordEntry[],
  { used }: SpokenOf,
  { furtherReading, basedOn }: JsonObject,
): Diagnostic[] {
  // "all", or what is no list and has its finding.
  if (furtherReading !== undefined && !Array.isArray(furtherReading)) return [];
  const marked = new Set<unknown>(furtherReading);
  if (isObject(basedOn)) marked.add(getKey(basedOn, 'work'));
  const uncited = new Map<string, RecordEntry[]>();
  for (const record of records) {
    if (record.source !== 'bibliography' || record.isShared || used.has(record.id) || marked.has(record.id))
      continue;
    addTo(uncited, record.location.path, record);
  }
  return [...uncited.values()].flatMap((works) => {
    const [first] = works;
    if (!first) return [];
    const names = works.slice(0, namedMax).map(({ id }) => `\`${id}\``);
    const found = names.join(', ') + (works.length > namedMax ? `, … (${works.length})` : '');
    return [diagnose('work-is-cited', first.location, { found })];
  });
}
