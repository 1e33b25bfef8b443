import type { Diagnostic, EditionConfiguration, Location } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import type { Completeness, Standing } from './measure-edition.ts';

/** How an edition with a threshold stands. */
interface EditionStanding {
  edition: EditionConfiguration;
  completeness: Completeness;
  standing: Standing;
  /** Whether there is a catalog at all. */
  hasCatalog: boolean;
  /** Where the gaps are filled: the catalog, or the configuration where there is none yet. */
  place: Location;
  /** Places of the names and texts of entities that the edition's language lacks. */
  missing: Location[];
}

/** Most places that the finding names beside its own. */
const relatedMax = 3;

/**
 * One finding for all that an edition lacks and may lack. Findings: edition-is-complete where it is published all the same,
 * edition-reaches-its-threshold where it is held.
 */
export function reportCompleteness(found: EditionStanding): Diagnostic[] {
  const { edition, completeness, standing, hasCatalog, place, missing } = found;
  const { language, threshold } = edition;
  if (threshold === undefined) return [];
  const { fuzzy, untranslated } = completeness.segments;
  const percent = Math.floor(completeness.percent);
  if (standing === 'held') {
    const values = { language, threshold, found: percent, untranslated, fuzzy };
    const context = hasCatalog ? {} : { context: 'noCatalog' };
    return [diagnose('edition-reaches-its-threshold', place, { ...values, ...context })];
  }
  if (fuzzy + untranslated + missing.length === 0) return [];
  const related = missing.slice(0, relatedMax).map((location) => ({ location, role: 'record' }));
  const values = { language, percent, untranslated, fuzzy, names: missing.length };
  return [diagnose('edition-is-complete', place, values, related)];
}
