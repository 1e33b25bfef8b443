import type { Finding } from '../../rules/finding.ts';

/** Two lists of findings held against each other. */
export interface FindingChanges {
  /** In the second list only. */
  fresh: Finding[];
  /** In the first list only. */
  gone: Finding[];
}

/**
 * Which findings came and which went. Two are the same where rule, weight, path and values are: a line that is written above
 * moves a finding and is no news.
 */
export function compareFindings(before: readonly Finding[], after: readonly Finding[]): FindingChanges {
  return { fresh: without(after, before), gone: without(before, after) };
}

/** Of findings that are the same several times, as many are left as there are more. */
function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(keyOf(other), (counts.get(keyOf(other)) ?? 0) + 1);
  return findings.filter((finding) => {
    const key = keyOf(finding);
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}

function keyOf({ rule, severity, location, values }: Finding): string {
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([rule, severity, location.path, sorted]);
}
