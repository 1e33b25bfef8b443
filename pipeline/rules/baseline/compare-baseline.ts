import type { Finding } from '../finding.ts';
import type { BaselineEntry } from './baseline-entry.ts';

/** Findings held against a baseline. */
export interface BaselineComparison {
  /** Findings that it does not know. */
  fresh: Finding[];
  /** Entries of findings that are still there, with the path that the file has now. */
  known: BaselineEntry[];
  /** Entries of findings that are gone. */
  paid: BaselineEntry[];
}

/**
 * Holds findings against a baseline, one by one and never by their number: each entry knows one finding of its fingerprint in its
 * file, or, where that file is gone, in another.
 *
 * @param findings with what each is known by
 * @param exists whether a file of the project, by its path from the root, is there
 */
export function compareBaseline(
  findings: readonly { finding: Finding; fingerprint: string }[],
  baseline: readonly BaselineEntry[],
  exists: (path: string) => boolean,
): BaselineComparison {
  const here = gather(baseline, ({ path, fingerprint }) => `${fingerprint} ${path}`);
  const known: BaselineEntry[] = [];
  const unknown = findings.filter(({ finding, fingerprint }) => {
    const entry = here.get(`${fingerprint} ${finding.location.path}`)?.pop();
    if (entry) known.push(entry);
    return entry === undefined;
  });
  const left = [...here.values()].flat();
  const moved = gather(
    left.filter(({ path }) => !exists(path)),
    ({ fingerprint }) => fingerprint,
  );
  const fresh = unknown.filter(({ finding, fingerprint }) => {
    const entry = moved.get(fingerprint)?.pop();
    if (entry) known.push({ ...entry, path: finding.location.path });
    return entry === undefined;
  });
  const paid = [...left.filter(({ path }) => exists(path)), ...[...moved.values()].flat()];
  return { fresh: fresh.map(({ finding }) => finding), known, paid };
}

function gather(
  entries: readonly BaselineEntry[],
  keyOf: (entry: BaselineEntry) => string,
): Map<string, BaselineEntry[]> {
  const gathered = new Map<string, BaselineEntry[]>();
  for (const entry of entries) gathered.set(keyOf(entry), [...(gathered.get(keyOf(entry)) ?? []), entry]);
  return gathered;
}
