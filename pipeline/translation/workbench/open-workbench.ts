import { readBibliography } from '../../graph/bibliography.ts';
import { readRecords } from '../../graph/records.ts';
import { readVocabulary } from '../../graph/schema.ts';
import type {
  Configuration,
  Diagnostic,
  Document,
  EditionConfiguration,
  Glossary,
  Language,
  ProjectFiles,
  PublicationSources,
  RecordEntry,
  Segment,
  SourceFile,
  Staged,
  Vocabulary,
} from '../../model.ts';
import { listSources } from '../../project/list-sources.ts';
import { readConfiguration } from '../../project/read-configuration.ts';
import { readHabits } from '../../project/read-habits.ts';
import { readText } from '../../text/read-text.ts';
import { checkPublication } from '../check-publication.ts';
import { createGlossary } from '../glossary/create-glossary.ts';
import type { PoFile } from '../po-file.ts';
import { readCatalog } from '../read-catalog.ts';

/** What the commands on catalogs work on: every text of a project, cut into segments, with its catalogs. */
export interface Workbench {
  configuration: Configuration;
  vocabulary: Vocabulary;
  texts: WorkbenchText[];
  /** Of the records of all publications. */
  glossary: Glossary;
}

export interface WorkbenchText {
  name: string;
  sources: PublicationSources;
  document: Document;
  segments: Segment[];
  /** Of the source text. */
  language: Language;
  records: RecordEntry[];
  /** Of the records; a page, which has none, shares those of all publications. */
  glossary: Glossary;
  /** One for each edition in another language, in the order of the configuration. */
  catalogs: WorkbenchCatalog[];
}

export interface WorkbenchCatalog {
  edition: EditionConfiguration;
  /** Where the catalog is, or is to be written. */
  path: string;
  file: SourceFile | undefined;
  po: PoFile | undefined;
}

/**
 * Reads the texts and catalogs of a project. Findings are those that make it unsafe to write a catalog: about
 * configuration, texts and catalogs; what is wrong with schemas and records is for `tinkuy check` to say.
 */
export function openWorkbench(files: ProjectFiles): Staged<Workbench> {
  const configuration = readConfiguration(files);
  const { base, allowHtml, editions, pages } = configuration.value;
  const vocabulary = readVocabulary(files.builtin, files.own, base).value;
  const listed = listSources(files, pages);
  // Without a configuration the folder is no project, and what it lacks is no finding.
  const isProject = configuration.diagnostics.every(({ rule }) => rule !== 'project-is-configured');
  const diagnostics = [...configuration.diagnostics, ...(isProject ? listed.diagnostics : [])];
  const texts = listed.value.map((sources): Omit<WorkbenchText, 'glossary'> => {
    const text = readText(sources, { allowHtml });
    const { document, segments } = text.value;
    diagnostics.push(...text.diagnostics);
    const language = String(document.frontMatter.value.language ?? '');
    return {
      name: sources.name,
      sources,
      document,
      segments,
      language,
      records: [
        ...readRecords(sources.records, vocabulary).value,
        ...readBibliography(sources.bibliographies, vocabulary).value,
      ],
      catalogs: editions
        .filter((edition) => edition.language !== language)
        .map((edition) => openCatalog(sources, segments, edition, diagnostics)),
    };
  });
  const habits = new Map(editions.map(({ language }) => [language, readHabits(files, language)]));
  const records = texts.flatMap((text) => text.records);
  const glossary = createGlossary(records, vocabulary, habits);
  const withGlossary = texts.map((text): WorkbenchText => {
    const isPage = text.sources.page !== undefined;
    return { ...text, glossary: isPage ? glossary : createGlossary(text.records, vocabulary, habits) };
  });
  return {
    value: { configuration: configuration.value, vocabulary, texts: withGlossary, glossary },
    diagnostics,
  };
}

function openCatalog(
  sources: PublicationSources,
  segments: Segment[],
  edition: EditionConfiguration,
  diagnostics: Diagnostic[],
): WorkbenchCatalog {
  const file = sources.catalogs.get(edition.language);
  const po = file && readCatalog(file, edition.language);
  if (po) {
    diagnostics.push(...po.diagnostics);
    diagnostics.push(...checkPublication(po.value.entries, segments, sources.name));
  }
  const path = file?.path ?? `locales/${edition.language}/${sources.name}.po`;
  return { edition, path, file, po: po?.value };
}
