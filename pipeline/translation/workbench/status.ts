/**
 * The way from texts and catalogs to how complete every edition is: what `tinkuy catalog status` runs. Like build.ts, a
 * place where stages meet.
 */
import { build } from '../../build.ts';
import type { Diagnostic, Language, ProjectFiles, Staged, Standing, Tally } from '../../model.ts';
import type { BuildServices } from '../../project/build-services.ts';
import { pagePath } from '../../publish/page.ts';
import { resolveSeverity } from '../../rules/resolve-severity.ts';
import { localize } from '../localize.ts';
import { measureEdition, standingOf, total } from '../measure-edition.ts';
import { readCatalog } from '../po.ts';
import { type CatalogChoice, chooseCatalogs, type UnknownName } from './choose-catalogs.ts';
import { openWorkbench, type WorkbenchCatalog, type WorkbenchText } from './open-workbench.ts';

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
 * Measures the editions of a project. Never stopped by a finding: what can be read is counted. The diagnostics are those
 * of reading the texts and catalogs; they matter where there is no text at all.
 *
 * @param unread findings about files that could not be read and are not among `files`
 */
export async function readCatalogStatus(
  files: ProjectFiles,
  services: BuildServices,
  choice: CatalogChoice,
  unread: readonly Diagnostic[] = [],
): Promise<Staged<{ status: CatalogStatus; unknown: UnknownName | undefined }>> {
  const { value: workbench, diagnostics } = openWorkbench(files);
  const { configuration, vocabulary } = workbench;
  const { texts, unknown } = chooseCatalogs(workbench.texts, choice);
  const built = await build(files, services);
  const findings = resolveSeverity([...unread, ...built.diagnostics], configuration.rules, false);
  const count = (found: typeof findings): Findings => ({
    errors: found.filter(({ severity }) => severity === 'error').length,
    warnings: found.filter(({ severity }) => severity === 'warning').length,
  });

  const describe = (text: WorkbenchText, tag: string, opened: WorkbenchCatalog): EditionStatus => {
    const { edition, file, path, po } = opened;
    const { language, threshold } = edition;
    const catalog = file && readCatalog(file, language).value;
    const localized = localize(text.document, text.segments, catalog, edition, vocabulary).value;
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
  };
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
      editions: catalogs.map((catalog) => describe(text, tag, catalog)),
    };
  });
  return {
    value: { status: { version: 1, publications, findings: count(findings) }, unknown },
    diagnostics,
  };
}
