import { readConfiguration } from '../config.ts';
import { segmentDocument } from '../document/segments.ts';
import { parseDocument } from '../document/syntax.ts';
import { readBibliography } from '../graph/bibliography.ts';
import { readRecords } from '../graph/records.ts';
import { readVocabulary } from '../graph/schema.ts';
import type {
  Configuration,
  Diagnostic,
  Document,
  EditionConfiguration,
  Language,
  ProjectFiles,
  RecordEntry,
  Segment,
  SourceFile,
  Staged,
  Vocabulary,
} from '../model.ts';
import { listSources, type PublicationSources } from '../sources.ts';
import type { PoFile } from '../translation/po-file.ts';
import { readPo } from '../translation/read-po.ts';

/** What the commands on catalogs work on: every text of a project, cut into segments, with its catalogs. */
export interface Workbench {
  configuration: Configuration;
  vocabulary: Vocabulary;
  texts: WorkbenchText[];
}

export interface WorkbenchText {
  name: string;
  sources: PublicationSources;
  document: Document;
  segments: Segment[];
  /** Of the source text. */
  language: Language;
  records: RecordEntry[];
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
  const { base, allowHtml, editions } = configuration.value;
  const vocabulary = readVocabulary(files.builtin, files.own, base).value;
  const listed = listSources(files);
  const diagnostics = [...configuration.diagnostics, ...listed.diagnostics];
  const texts = listed.value.map((sources): WorkbenchText => {
    const document = parseDocument(sources.article, { allowHtml });
    const segments = segmentDocument(document.value);
    diagnostics.push(...document.diagnostics, ...segments.diagnostics);
    const language = String(document.value.frontMatter.value.language ?? '');
    return {
      name: sources.name,
      sources,
      document: document.value,
      segments: segments.value,
      language,
      records: [
        ...readRecords(sources.records, vocabulary).value,
        ...readBibliography(sources.bibliographies, vocabulary).value,
      ],
      catalogs: editions
        .filter((edition) => edition.language !== language)
        .map((edition) => openCatalog(sources, edition, diagnostics)),
    };
  });
  return { value: { configuration: configuration.value, vocabulary, texts }, diagnostics };
}

function openCatalog(
  sources: PublicationSources,
  edition: EditionConfiguration,
  diagnostics: Diagnostic[],
): WorkbenchCatalog {
  const file = sources.catalogs.get(edition.language);
  const po = file && readPo(file);
  diagnostics.push(...(po?.diagnostics ?? []));
  const path = file?.path ?? `locales/${edition.language}/${sources.name}.po`;
  return { edition, path, file, po: po?.value };
}
