import type { Diagnostic, JsonObject, RecordEntry } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { getKey, showValue, stableJson } from '../values/json-value.ts';
import { readYearLetter, writeYearLetter } from '../values/year-letter.ts';
import { yearsOf } from '../values/years-of.ts';

/**
 * Finds works of one author and year that claim one letter for it (`year-suffix`), and what is no letter.
 * Findings: year-letters-are-distinct.
 */
export function checkYearLetters(records: readonly RecordEntry[]): Diagnostic[] {
  const claims = new Map<string, RecordEntry>();
  return records.flatMap((record): Diagnostic[] => {
    const { csl, location } = record;
    const suffix = csl && getKey(csl, 'year-suffix');
    if (csl === undefined || suffix === undefined || suffix === '') return [];
    const letter = readYearLetter(csl);
    if (letter === undefined) {
      const values = { context: 'form', entity: record.id, found: showValue(suffix) };
      return [diagnose('year-letters-are-distinct', location, values)];
    }
    const claim = stableJson([creatorsOf(csl), yearsOf(csl), letter]);
    const first = claims.get(claim);
    if (!first) {
      claims.set(claim, record);
      return [];
    }
    const values = {
      entity: record.id,
      other: first.id,
      found: `${yearsOf(csl)[0] ?? ''}${writeYearLetter(letter)}`,
    };
    return [
      diagnose('year-letters-are-distinct', location, values, [{ location: first.location, role: 'first' }]),
    ];
  });
}

function creatorsOf(item: JsonObject) {
  return getKey(item, 'author') ?? getKey(item, 'editor') ?? getKey(item, 'title') ?? null;
}
