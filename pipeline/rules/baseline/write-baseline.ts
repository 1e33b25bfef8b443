import { compareText } from '../../values/compare-text.ts';
import type { BaselineEntry } from './baseline-entry.ts';
import { baselineVersion } from './read-baseline.ts';

/** A baseline as text: sorted, a finding a line, so that branches that mend different findings can be merged. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries
    .map(({ path, rule, fingerprint }) => JSON.stringify({ path, rule, fingerprint }))
    .sort(compareText);
  const findings = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  return `{\n  "version": ${baselineVersion},\n  "findings": ${findings}\n}\n`;
}
