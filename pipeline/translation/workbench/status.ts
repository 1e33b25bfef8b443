import type { Diagnostic, Language, Vocabulary } from '../../model.ts';
import type { TextCatalog } from '../../project/open-text.ts';
import { pagePath } from '../../publish/page.ts';
import type { Finding } from '../../rules/finding.ts';
import { resolveSeverity } from '../../rules/resolve-severity.ts';
import { localize } from '../localize.ts';
import { measureEdition, type Standing, standingOf, type Tally, total } from '../measure-edition.ts';
import { type CatalogChoice, chooseCatalogs, type UnknownName } from './choose-catalogs.ts';
import type { Workbench, WorkbenchText } from './open-workbench.ts';

/** Numbers of findings. */
interface Findings {
  errors: number;
  warnings: number;
}

/** One edition of one text; schemas/catalog-status.json describes it as JSON. */
export interface EditionStatus {
  language: Language;
  tag: string;
  /** Path of the catalog, whether it is there or not. */
  catalog: string;
  threshold: number | null;
  /** Of the words, translated and confirmed; rounded down to one decimal. */
  percent: number;
  state: Standing;
  segments: Tally;
  /** Of the source text. */
  words: Tally;
  /** Entries of the catalog that the text no longer has. */
  obsolete: number;
  /** What a check finds in the catalog and the built edition, but for the gaps, which are counted above. */
  findings: Findings;
}

/** A publication or page with its editions in other languages. */
export interface TextStatus {
  name: string;
  /** Of the source text. */
  language: Language;
  segments: number;
  words: number;
  editions: EditionStatus[];
}

export interface CatalogStatus {
  /** Of this form. */
  version: 1;
  publications: TextStatus[];
  /** Of the whole project; with an error nothing is published. */
  findings: Findings;
}

/** Rules that say again what the tallies say. */
const aboutGaps: readonly Diagnostic['rule'][] = [
  'edition-has-catalog',
  'edition-is-complete',
  'edition-reaches-its-threshold',
  'segment-is-translated',
  'translation-is-confirmed',
];

/**
 * Measures the editions of a project. Never stopped by a finding: what can be read is counted.
 *
 * @param found what a build finds, and what could not be read
 */
export function readCatalogStatus(
  { configuration, vocabulary, ...workbench }: Workbench,
  found: readonly Diagnostic[],
  choice: CatalogChoice,
): { status: CatalogStatus; unknown: UnknownName | undefined } {
  const { texts, unknown } = chooseCatalogs(workbench.texts, choice);
  const findings = resolveSeverity(found, configuration.rules, false);
  const publications = texts.map((text): TextStatus => {
    const { name, language, segments, catalogs } = text;
    const source = configuration.editions.find((edition) => edition.language === language);
    const tag = source?.tag ?? 'und';
    const all = segments.map((segment) => ({ segment, state: 'source' as const }));
    return {
      name,
      language,
      segments: segments.length,
      words: total(measureEdition({ segments: all }, tag).words),
      editions: catalogs.map((catalog) => describeEdition(text, tag, catalog, { vocabulary, findings })),
    };
  });
  return { status: { version: 1, publications, findings: count(findings) }, unknown };
}

/** @param tag of the source text */
function describeEdition(
  text: WorkbenchText,
  tag: string,
  { edition, path, po }: TextCatalog,
  { vocabulary, findings }: { vocabulary: Vocabulary; findings: readonly Finding[] },
): EditionStatus {
  const { language, threshold } = edition;
  const localized = localize(text.document, text.segments, po, edition, vocabulary).value;
  const measured = measureEdition(localized, tag);
  const { page } = text.sources;
  const own = [path, page ? pagePath(page, language) : `dist/${language}/${text.name}.md`];
  const found = count(
    findings.filter(({ rule, location }) => own.includes(location.path) && !aboutGaps.includes(rule)),
  );
  const standing = standingOf(measured, threshold);
  return {
    language,
    tag: edition.tag,
    catalog: path,
    threshold: threshold ?? null,
    percent: Math.floor(measured.percent * 10) / 10,
    state: standing !== 'held' && found.errors > 0 ? 'blocking' : standing,
    segments: measured.segments,
    words: measured.words,
    obsolete: po?.entries.filter(({ obsolete }) => obsolete).length ?? 0,
    findings: found,
  };
}

function count(found: readonly Finding[]): Findings {
  return {
    errors: found.filter(({ severity }) => severity === 'error').length,
    warnings: found.filter(({ severity }) => severity === 'warning').length,
  };
}
