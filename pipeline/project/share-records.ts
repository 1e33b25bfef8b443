import type { BibliographyFormats } from '../graph/bibliography/load-formats.ts';
import type { Validators } from '../graph/create-validators.ts';
import { listSaidElsewhere } from '../graph/shared/list-said-elsewhere.ts';
import { openSharedRecords, type SharedRecords } from '../graph/shared/open-shared-records.ts';
import { recallSharedFindings } from '../graph/shared/recall-shared-findings.ts';
import { takeRecords } from '../graph/shared/take-records.ts';
import type {
  Configuration,
  EntityId,
  Language,
  ProjectFiles,
  Recall,
  RecordEntry,
  RecordFiles,
  Staged,
  TextSources,
  Vocabulary,
} from '../model.ts';
import { listSlugs } from '../values/list-slugs.ts';
import { readHead } from '../values/read-head.ts';
import type { BuildServices } from './build-services.ts';
import { listSharedFiles } from './list-shared-files.ts';
import { createPublicationWorks } from './publication-as-work.ts';

/**
 * Adds to the records of a publication what it takes of those that are shared, and of what others cite it as. Findings: those of takeRecords.
 *
 * @param named entities that its text names
 * @param name of the publication
 */
export type TakesRecords = (
  named: () => Iterable<EntityId>,
  records: RecordEntry[],
  name: string,
) => Staged<RecordEntry[]>;

/** What the publications of a project share, and how each takes its part. */
export interface Sharing {
  shared: SharedRecords;
  /** All that a publication may name without a record of its own: what is shared, and the other publications as works. */
  citableBy: (name: string) => Iterable<EntityId>;
  take: TakesRecords;
}

interface SharingContext {
  files: ProjectFiles;
  configuration: Configuration;
  vocabulary: Vocabulary;
  declared: string;
  published: Language[];
  validators: () => Validators;
  sources: readonly TextSources[];
  formats: BibliographyFormats | undefined;
  keep: BuildServices['keep'];
  recall: Recall;
}

/**
 * Reads what the publications of a project share, and holds it against the schemas, once.
 * Findings: those of openSharedRecords and recallSharedFindings.
 */
export function shareRecords(context: SharingContext): Staged<Sharing> {
  const { configuration, vocabulary, formats, keep } = context;
  const files = listSharedFiles(context.files.own);
  const publications = context.sources.filter(({ page }) => page === undefined);
  const works = createPublicationWorks(publications, vocabulary, configuration.base);
  const read = textsOf(files);
  const opened = keep('records of the project', [vocabulary, ...read], () =>
    openSharedRecords(files, { vocabulary, formats }),
  );
  const shared = opened.value;
  // An escape may hide one.
  const slugs = keep('slugs of the records', read, () =>
    read.some((text) => text.includes('\\')) ? undefined : new Set(read.flatMap(listSlugs)),
  );
  const cited = publications.filter(({ name }) => slugs?.has(name) ?? true);
  const findings = recallSharedFindings(shared, {
    ...context,
    files,
    base: configuration.base,
    required: configuration.editions
      .filter(({ threshold }) => threshold === undefined)
      .map(({ language }) => language),
    names: publications.map(({ name }) => name),
    cited: cited.map(({ name, article }) => [name, readHead(article.text) ?? '']),
    publicationAs: works.workOf,
    saidElsewhere: () => listSaidElsewhere(publications),
  });
  const isAlone = read.length === 0 && publications.length < 2;
  const take: TakesRecords = (named, records, name) => {
    if (isAlone) return { value: records, diagnostics: [] };
    const ofOthers = (id: EntityId) => (isWorkOf(name, id) ? undefined : works.workOf(id));
    return takeRecords(named(), records, { shared, publicationAs: ofOthers, vocabulary });
  };
  const citableBy: Sharing['citableBy'] = (name) => ({
    // A list of its own for each text would cost more than the text.
    *[Symbol.iterator]() {
      yield* shared.ids;
      for (const id of works.ids) if (!isWorkOf(name, id)) yield id;
    },
  });
  return { value: { shared, citableBy, take }, diagnostics: [...opened.diagnostics, ...findings] };
}

/** No publication is a source of its own. */
function isWorkOf(name: string, id: EntityId): boolean {
  return id.slice(id.indexOf(':') + 1) === name;
}

function textsOf({ records, bibliographies, register }: RecordFiles): string[] {
  return [...records, ...bibliographies, ...(register ? [register] : [])].flatMap(({ path, text }) => [
    path,
    text,
  ]);
}
