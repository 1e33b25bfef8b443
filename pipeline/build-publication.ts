/**
 * From a publication that is proven to what readers get of it: editions, plain texts, linked data; and the proof that
 * these say the same, read from what is written. A part of build.ts, and like it a place where stages meet.
 */
import type { Quad } from '@rdfjs/types';
import { computeFollows } from './graph/compute-follows.ts';
import { createIris } from './graph/iri.ts';
import { describeChanges } from './linked/compare/describe-changes.ts';
import { readVersions } from './linked/compare/read-versions.ts';
import { expandNodes } from './linked/rdf/expand-nodes.ts';
import type {
  Configuration,
  Diagnostic,
  Edition,
  Language,
  LanguageMap,
  OutputFile,
  PlainText,
  Proof,
  Publication,
  Segment,
  SourceFile,
  Vocabulary,
} from './model.ts';
import type { BuildServices } from './project/build-services.ts';
import type { EditionWords } from './project/edition-words.ts';
import { checkEvidence } from './proof/check-evidence.ts';
import { compareGraphs } from './proof/compare-graphs.ts';
import { readBack } from './proof/read-back.ts';
import { reportViolations } from './proof/report-violations.ts';
import { validateData } from './proof/validate-data.ts';
import { citationValues, writeCitationFiles } from './publish/citation.ts';
import { describeDataset } from './publish/data/describe-dataset.ts';
import { serializeDataset, writeDescription } from './publish/data/serialize-dataset.ts';
import { writeEntityDocuments } from './publish/data/write-entity-documents.ts';
import { observationColumns, writeObservations } from './publish/data/write-observations.ts';
import { plainTextFile } from './publish/files.ts';
import { writeFlatDataset } from './publish/flat-dataset.ts';
import { writeFlatJsonld } from './publish/flat-jsonld.ts';
import { writeHtml } from './publish/html.ts';
import { writeGraph } from './publish/jsonld.ts';
import { type ComposedEdition, composeEdition, writeMarkdown } from './publish/markdown.ts';
import { publicationVersion } from './publish/metadata.ts';
import { type CitationStyle, createReferences } from './publish/references.ts';
import { isGap } from './publish/translation-status.ts';
import { writePlainText } from './text/write-plain-text.ts';
import { listMeasures } from './values/list-measures.ts';

/** What building a publication needs besides it. */
export interface PublicationContext {
  configuration: Configuration;
  vocabulary: Vocabulary;
  wordsOf: (language: Language) => EditionWords;
  /** The CSL style of each edition. */
  styles: ReadonlyMap<Language, CitationStyle>;
  services: BuildServices;
  /** SHACL shapes of the project's data. */
  shapes: Quad[];
  /** Files that the publication was made from. */
  sources: SourceFile[];
}

export interface BuiltPublication {
  outputs: OutputFile[];
  /** By the path of an edition: writes the same publication with another tree and other segments of that edition. */
  rewrite: Map<string, (edition: Edition) => OutputFile>;
  proof: Proof;
  diagnostics: Diagnostic[];
}

/** An edition as readers get it, and how to make the same of another tree and other segments of it. */
interface Composing {
  own: ComposedEdition;
  compose: (other: Edition) => ComposedEdition;
}

/** The editions of a publication in their order. */
export async function composeEditions(
  publication: Publication,
  { configuration, vocabulary, wordsOf, styles }: Omit<PublicationContext, 'services' | 'shapes' | 'sources'>,
): Promise<Composing[]> {
  const { editions, graph } = publication;
  const source = editions.find(({ isSource }) => isSource);
  const composing: Composing[] = [];
  for (const edition of editions) {
    const style = styles.get(edition.language) as CitationStyle;
    const references = await createReferences(graph.entities.values(), style);
    const { writer, t } = wordsOf(edition.language);
    const { writer: sourceWriter } = wordsOf((source ?? edition).language);
    const words = { configuration, vocabulary, writer, sourceWriter, t, references };
    const compose = (other: Edition) => composeEdition(publication, other, words);
    composing.push({ own: compose(edition), compose });
  }
  return composing;
}

/** The editions as plain text, by language. */
export function writePlainTexts(
  composed: readonly ComposedEdition[],
  segments: readonly Segment[],
): Map<Language, PlainText> {
  return new Map(
    composed.map(({ edition: { language }, metadata: { title, subtitle }, text }) => [
      language,
      writePlainText({ language, title, subtitle, text }, segments),
    ]),
  );
}

export async function buildPublication(
  publication: Publication,
  { configuration, vocabulary, wordsOf, styles, services, shapes, sources }: PublicationContext,
): Promise<BuiltPublication> {
  const { progress, digest } = services;
  const { editions, segments } = publication;
  const iris = createIris(configuration.base, publicationVersion(publication));

  progress('outputs');
  const rewrite: BuiltPublication['rewrite'] = new Map();
  const markdown: OutputFile[] = [];
  const all = await composeEditions(publication, { configuration, vocabulary, wordsOf, styles });
  const composed = all.map(({ own }) => own);
  for (const { own, compose } of all) {
    const file = writeMarkdown(publication, own);
    markdown.push(file);
    rewrite.set(file.path, (other) => writeMarkdown(publication, compose(other)));
  }
  const texts = writePlainTexts(composed, segments);
  const plain = [...texts.values()].map((text) => plainTextFile(publication, text));

  progress('data');
  const computed = [...publication.graph.entities.values()].flatMap((entity) =>
    computeFollows(entity, vocabulary)
      .filter(({ operation }) => operation !== 'after')
      .map((followed) => ({ entity: entity.id, ...followed })),
  );
  const columnWords = Object.fromEntries(
    observationColumns.map((name) => [
      name,
      Object.fromEntries(
        // A name in another language would be no words of this one.
        composed
          .filter(({ edition }) => !isGap(edition, 'title'))
          .map(({ edition: { language }, metadata: { title } }) => [
            language,
            wordsOf(language).t(`edition:observations.${name}`, { title }),
          ]),
      ),
    ]),
  );
  const nodes = writeGraph(
    publication,
    texts,
    { computed, words: columnWords.title ?? {} },
    vocabulary,
    configuration,
  );
  const quads = await expandNodes(nodes, vocabulary.context);
  const dataset = await serializeDataset(publication, nodes, quads, vocabulary, digest);
  const entities = writeEntityDocuments(publication, quads, dataset.compacted, vocabulary, configuration);
  const flat = editions.map((edition) => writeFlatJsonld(publication, edition, vocabulary, configuration));
  const citations = await writeCitationFiles(publication, composed, iris);
  const source = composed.find(({ edition }) => edition.isSource)?.metadata;
  const observations = writeObservations({
    publication,
    quads,
    languages: editions.map(({ language }) => language),
    labels: labelsOf(vocabulary),
    measures: listMeasures(vocabulary),
    words: columnWords,
    iris,
    licence: source?.licence.data,
  });
  const files = [...dataset.files, ...observations];
  const earlier = await readVersions({ publication, version: source?.version, quads, sources });
  const { change } = earlier.value;
  const notes: LanguageMap = Object.fromEntries(
    change === undefined
      ? []
      : editions.map(({ language }) => [language, describeChanges(change, wordsOf(language).t)]),
  );
  const describe = (language: Language, title: string) => ({
    description: wordsOf(language).t('edition:datasetDescription', { title }),
    provenance: wordsOf(language).t('edition:datasetProvenance', { title }),
  });
  const about = describeDataset({
    publication,
    editions: composed
      .filter(({ edition }) => !isGap(edition, 'title'))
      .map(({ edition, metadata: { title, abstract, keywords } }) => ({
        language: edition.language,
        isSource: edition.isSource,
        title,
        abstract: isGap(edition, 'abstract') ? undefined : abstract,
        keywords: keywords.filter((_, index) => !isGap(edition, `keywords/${index}`)),
      })),
    version: source?.version,
    date: source?.date,
    licence: source?.licence.data,
    publisher: source?.publisher,
    describe,
    coverage: source?.dataset,
    earlier: { versions: earlier.value.versions, notes },
    quads,
    canonicalSha256: dataset.canonicalSha256,
    files,
    sources,
    tool: services.tool,
    iris,
    digest,
  });
  const catalogued = composed.map(({ edition, metadata }) => {
    const { title, abstract } = metadata;
    const { description } = describe(edition.language, title);
    return writeFlatDataset({
      publication,
      edition,
      metadata,
      words: {
        name: wordsOf(edition.language).t('edition:datasetTitle', { title }),
        description: [description, abstract].filter(Boolean).join(' '),
      },
      files,
      vocabulary,
      iris,
    });
  });
  const pages = composed.map((own) => {
    const { language } = own.edition;
    const descriptions = [...flat, ...catalogued]
      .filter((file) => file.language === language)
      .map(({ text }) => text);
    const { t } = wordsOf(language);
    const citation = citationValues(publication, own, iris);
    return writeHtml(publication, own, { configuration, vocabulary, t, citation, descriptions });
  });
  const description = await expandNodes(about, vocabulary.context);
  const described = await writeDescription(publication, about, description, vocabulary);

  progress('readBack');
  const readers = new Map(editions.map(({ language }) => [language, wordsOf(language).reader]));
  const cited = plain.map((file) => ({
    edition: iris.edition(publication.name, file.language ?? ''),
    file,
  }));
  const carried = composed.map(({ edition: { language, isSource } }, index) => {
    const file = pages[index] as OutputFile;
    const edition = iris.edition(publication.name, language);
    return { language, isSource, file, address: iris.file(file.path), edition };
  });
  const one = await compareGraphs(carried, dataset.canonical, digest);
  const diagnostics = [
    ...earlier.diagnostics,
    ...readBack(markdown, publication, vocabulary, readers),
    ...checkEvidence(quads, cited),
    ...one.diagnostics,
    ...reportViolations(
      await validateData([...quads, ...description], shapes),
      publication,
      vocabulary,
      iris,
    ),
  ];
  return {
    outputs: [
      ...markdown,
      ...plain,
      ...pages,
      ...dataset.files,
      ...observations,
      ...citations,
      ...described,
      ...entities,
      ...flat,
      ...catalogued,
    ],
    rewrite,
    proof: { canonicalSha256: dataset.canonicalSha256, triples: quads.length, oneGraph: one.value },
    diagnostics,
  };
}

/** Labels of properties, by their addresses; the first type that has one decides. */
function labelsOf({ types }: Vocabulary): Map<string, LanguageMap> {
  const labels = new Map<string, LanguageMap>();
  for (const { properties } of types.values()) {
    for (const { iri, label } of properties.values()) if (!labels.has(iri)) labels.set(iri, label);
  }
  return labels;
}
