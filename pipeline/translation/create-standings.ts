import type {
  Diagnostic,
  Edition,
  EditionConfiguration,
  Language,
  Location,
  Staged,
  TextSources,
} from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import { type Completeness, measureEdition, type Standing, standingOf } from './measure-edition.ts';

/** What becomes of the editions of one text, by their thresholds. */
export interface Standings {
  isHeld: (edition: { language: Language }) => boolean;
  /** Languages that may lack nothing: those whose edition has no threshold. */
  required: Language[];
  /** Findings of an edition that is held become advice: they keep no other edition from being published. */
  weigh: <T>(edition: { language: Language }, staged: Staged<T>) => Staged<T>;
  /** @param missing places of the names and texts of entities that a language lacks */
  report: (missing: (language: Language) => Location[]) => Diagnostic[];
}

/** An edition with a threshold. The source edition has everything, whatever its threshold. */
interface WeighedEdition {
  edition: EditionConfiguration;
  completeness: Completeness;
  standing: Standing;
}

export function createStandings(
  editions: readonly Edition[],
  configured: readonly EditionConfiguration[],
  { article, catalogs }: TextSources,
): Standings {
  const source = editions.find(({ isSource }) => isSource);
  const weighed = new Map<Language, WeighedEdition>();
  for (const edition of configured) {
    const own = editions.find(({ language }) => language === edition.language);
    if (!own || own.isSource || edition.threshold === undefined) continue;
    const completeness = measureEdition(own, source?.tag ?? own.tag);
    const standing = standingOf(completeness, edition.threshold);
    weighed.set(edition.language, { edition, completeness, standing });
  }
  const isHeld: Standings['isHeld'] = ({ language }) => weighed.get(language)?.standing === 'held';
  return {
    isHeld,
    required: editions.map(({ language }) => language).filter((language) => !weighed.has(language)),
    weigh: (edition, staged) =>
      isHeld(edition) ? { ...staged, diagnostics: staged.diagnostics.map(toAdvice) } : staged,
    report: (missing) =>
      [...weighed].flatMap(([language, found]) => {
        const catalog = catalogs.get(language);
        const place = catalog
          ? startOfFile(catalog.path)
          : (found.edition.location ?? startOfFile(article.path));
        const hasCatalog = catalog !== undefined;
        const { path } = article;
        return reportCompleteness(found, { path, place, hasCatalog, missing: missing(language) });
      }),
  };
}

function toAdvice(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, isAdvice: true };
}

/** Most places that the finding names beside its own. */
const relatedMax = 3;

/**
 * One finding for all that an edition lacks and may lack. Findings: edition-is-complete where it is published all the same,
 * edition-reaches-its-threshold where it is held.
 *
 * @param path of the text, which the place may be far from
 * @param place where the gaps are filled: the catalog, or the configuration where there is none yet
 * @param missing places of the names and texts of entities that the edition's language lacks
 */
function reportCompleteness(
  { edition, completeness, standing }: WeighedEdition,
  {
    path,
    place,
    hasCatalog,
    missing,
  }: { path: string; place: Location; hasCatalog: boolean; missing: Location[] },
): Diagnostic[] {
  const { language, threshold } = edition;
  if (threshold === undefined) return [];
  const { fuzzy, untranslated } = completeness.segments;
  const percent = Math.floor(completeness.percent);
  if (standing === 'held') {
    const values = { path, language, threshold, found: percent, untranslated, fuzzy };
    const context = hasCatalog ? {} : { context: 'noCatalog' };
    return [diagnose('edition-reaches-its-threshold', place, { ...values, ...context })];
  }
  if (fuzzy + untranslated + missing.length === 0) return [];
  const related = missing.slice(0, relatedMax).map((location) => ({ location, role: 'record' }));
  const values = { path, language, percent, untranslated, fuzzy, names: missing.length };
  return [diagnose('edition-is-complete', place, values, related)];
}
