import type { BibliographyFormats } from '../graph/bibliography/load-formats.ts';
import { readBibliography } from '../graph/bibliography.ts';
import { findFrontMatterForm } from '../graph/find-front-matter-form.ts';
import { type Register, readRegister } from '../graph/read-register.ts';
import { recallRecords } from '../graph/recall-records.ts';
import type {
  Configuration,
  Diagnostic,
  Document,
  EditionConfiguration,
  Language,
  Recall,
  RecordEntry,
  Segment,
  SourceFile,
  Staged,
  TextSources,
  Vocabulary,
} from '../model.ts';
import type { SchemaCheck } from '../rules/create-schema-check.ts';
import { checkFrontMatter } from '../text/check-front-matter.ts';
import { listNamed } from '../text/list-named.ts';
import { readText } from '../text/read-text.ts';
import type { PoFile } from '../translation/po-file.ts';
import { readCatalog } from '../translation/read-catalog.ts';
import type { BuildServices } from './build-services.ts';
import type { TakesRecords } from './share-records.ts';

/** A publication or a page. */
export interface ProjectText {
  sources: TextSources;
  document: Document;
  segments: Segment[];
  /** Of the source text, as it says itself: it may be none that an edition has. */
  language: Language;
  /**
   * Records, after them the bibliography's, and after these what is taken of those that the project's publications share; a page has
   * none.
   */
  records: RecordEntry[];
  register: Register | undefined;
  /** One for each edition, in the order of the configuration; that of the text's own language translates nothing. */
  catalogs: TextCatalog[];
}

export interface TextCatalog {
  edition: EditionConfiguration;
  /** Where the catalog is, or is to be written. */
  path: string;
  file: SourceFile | undefined;
  po: PoFile | undefined;
}

/** A text with all findings about its files. */
export interface OpenedText extends Staged<ProjectText> {
  /** Those that make it unsafe to write into a catalog: about the text and its catalogs. */
  ofTexts: Diagnostic[];
}

/** What the texts of a project share as they are read. */
export interface TextReading {
  configuration: Configuration;
  vocabulary: Vocabulary;
  /** Digest of the schemas that the vocabulary is read from. */
  declared: string;
  published: readonly Language[];
  /** Holds front matter against schemas/front-matter.json. */
  form: SchemaCheck;
  keep: BuildServices['keep'];
  recall: Recall;
  formats: BibliographyFormats | undefined;
  take: TakesRecords;
}

/**
 * Reads the files of one text, each for itself. Never throws for what an author wrote; what cannot be read is left out, and is
 * a finding.
 * Findings: those of readText, checkFrontMatter, readRecords, readBibliography, readRegister, readCatalog, takeRecords.
 */
export function openText(own: TextSources, reading: TextReading): OpenedText {
  const { configuration, vocabulary, declared, published, form, keep, recall, formats, take } = reading;
  const { editions, allowHtml } = configuration;
  const ofTexts: Diagnostic[] = [];
  const others: Diagnostic[] = [];
  const ofEach = (
    what: string,
    read: readonly SourceFile[],
    records: (file: SourceFile) => Staged<RecordEntry[]>,
  ): RecordEntry[] =>
    [...read]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .flatMap((file) =>
        takeInto(
          others,
          keep(`${what} ${file.path}`, [vocabulary, file.text], () => records(file)),
        ),
      );
  const inputs = [own.article.path, own.article.text, JSON.stringify([own.page, allowHtml])];
  const { document, segments } = takeInto(
    ofTexts,
    keep(`text ${own.name}`, inputs, () => readText(own, configuration, recall)),
  );
  const language = String(document.frontMatter.value.language ?? '');
  if (!own.page) {
    const context = { form, languages: published, allowHtml };
    const ownForm = findFrontMatterForm(vocabulary, own.name);
    others.push(...checkFrontMatter(document, segments, { ...context, own: ownForm }));
  }
  const records = [
    ...ofEach('records', own.records, (file) => recallRecords(file, vocabulary, declared, recall)),
    ...ofEach('bibliography', own.bibliographies, (file) => readBibliography([file], vocabulary, formats)),
  ];
  const value: ProjectText = {
    sources: own,
    document,
    segments,
    language,
    records: own.page
      ? []
      : takeInto(
          others,
          take(() => listNamed(document, vocabulary), records, own.name),
        ),
    register: takeInto(others, readRegister(own.register)),
    catalogs: editions.map((edition) =>
      takeInto(edition.language === language ? others : ofTexts, openCatalog(own, edition, keep)),
    ),
  };
  return { value, diagnostics: [...ofTexts, ...others], ofTexts };
}

function takeInto<T>(diagnostics: Diagnostic[], staged: Staged<T>): T {
  for (const finding of staged.diagnostics) diagnostics.push(finding);
  return staged.value;
}

function openCatalog(
  { name, catalogs }: TextSources,
  edition: EditionConfiguration,
  keep: BuildServices['keep'],
): Staged<TextCatalog> {
  const { language } = edition;
  const file = catalogs.get(language);
  const path = file?.path ?? `locales/${language}/${name}.po`;
  if (!file) return { value: { edition, path, file, po: undefined }, diagnostics: [] };
  const { value: po, diagnostics } = keep(`catalog ${path}`, [file.text, language], () =>
    readCatalog(file, language),
  );
  return { value: { edition, path, file, po }, diagnostics };
}
