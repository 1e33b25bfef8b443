import type { Diagnostic, Location, ProjectFiles } from '../../model.ts';
import type { Finding } from '../../rules/finding.ts';
import { entryKey, indexEntries, type PoEntry } from '../po-file.ts';
import { readPo } from '../read-po.ts';
import type { CandidateEntry } from './candidate.ts';

/** A candidate that breaks something, and what. */
export interface Blamed {
  candidate: CandidateEntry;
  finding: Diagnostic;
}

/** Errors of a build, each at the edits that it speaks of. */
export function blameErrors(
  candidates: CandidateEntry[],
  errors: Finding[],
  places: Map<CandidateEntry, Location>,
  trial: ProjectFiles,
): Blamed[] {
  return errors.flatMap(({ severity: _, ...error }) =>
    candidates
      .filter((candidate) => concerns(error, places.get(candidate)))
      .map((candidate) => ({ candidate, finding: moveFinding(error, candidate, trial) })),
  );
}

/** Where the candidates' translations are in the catalogs of a trial. */
export function placesOf(candidates: CandidateEntry[], trial: ProjectFiles): Map<CandidateEntry, Location> {
  const catalogs = new Map<string, Map<string, PoEntry>>();
  for (const { catalog } of candidates) {
    const file = trial.own.find(({ path }) => path === catalog.path);
    if (file && !catalogs.has(file.path)) catalogs.set(file.path, indexEntries(readPo(file).value.entries));
  }
  const places = new Map<CandidateEntry, Location>();
  for (const candidate of candidates) {
    const { entry, catalog } = candidate;
    const key = entryKey(entry.msgid, entry.msgctxt);
    const written = catalogs.get(catalog.path)?.get(key);
    if (written) places.set(candidate, written.location);
  }
  return places;
}

/** Whether a finding speaks of a place, be it as a related one. */
export function concerns({ location, related }: Diagnostic, place: Location | undefined): boolean {
  if (!place) return false;
  return [location, ...related.map((other) => other.location)].some(
    ({ path, start }) =>
      path === place.path &&
      (start.offset ?? 0) >= (place.start.offset ?? 0) &&
      (start.offset ?? 0) <= (place.end.offset ?? 0),
  );
}

/** A finding about a catalog that is not written, told of the edit that it comes from. */
export function moveFinding(finding: Diagnostic, candidate: CandidateEntry, trial: ProjectFiles): Diagnostic {
  const { related, ...told } = finding;
  const unwritten = new Set([candidate.catalog.path]);
  const kept = related.filter(
    ({ location: { path } }) => !unwritten.has(path) && trial.own.some((file) => file.path === path),
  );
  const location = candidate.places[0]?.change ?? candidate.entry.location;
  return { ...told, location, related: kept };
}
