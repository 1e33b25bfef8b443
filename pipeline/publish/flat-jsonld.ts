import { createIris } from '../graph/iri.ts';
import type {
  Configuration,
  Edition,
  Entity,
  EntityType,
  Json,
  JsonObject,
  OutputFile,
  Publication,
  Vocabulary,
} from '../model.ts';
import { serializeJson } from '../values/serialize-json.ts';
import { compactObject } from './compact-object.ts';
import { dataPath, editionDataPath, editionPath, jsonldType, markdownType } from './files.ts';
import { authorsOf } from './jsonld/entity-nodes.ts';
import { createLabels, findText, type TextInLanguage } from './labels.ts';
import { type Basis, type Metadata, publicationVersion, readMetadata } from './metadata.ts';
import { schemaClass } from './schema-class.ts';
import { isGap } from './translation-status.ts';

/**
 * Describes one edition as a schema.org ScholarlyArticle, with plain strings in its language: for readers, search
 * engines among them, that do not understand language maps. What is not translated bears its language. The context is schema.org's by name; it is not fetched.
 */
export function writeFlatJsonld(
  publication: Publication,
  edition: Edition,
  vocabulary: Vocabulary,
  configuration: Configuration,
): OutputFile {
  const iris = createIris(configuration.base, publicationVersion(publication));
  const { name, graph, editions } = publication;
  const { language } = edition;
  const metadata = readMetadata(edition);
  const source = editions.find(({ isSource }) => isSource);
  const label = createLabels(graph, vocabulary, language, source?.language);
  /** Plain where it is in the edition's language. */
  const inOwn = (wording: TextInLanguage | undefined): Json | undefined =>
    wording && (wording.language ?? language) !== language
      ? { '@value': wording.text, '@language': wording.language ?? language }
      : wording?.text;
  const at = (key: string, words: string | undefined): Json | undefined => {
    const own = isGap(edition, key) ? (source?.language ?? language) : language;
    return words === undefined ? undefined : inOwn({ text: words, language: own });
  };
  const id = iris.edition(name, language);
  const others = editions
    .filter((other) => other !== edition)
    .map((other) => ref(iris.edition(name, other.language)));
  const cited = new Set(graph.mentions.map(({ entity }) => entity));
  const named = [...graph.entities.values()].filter((entity) => cited.has(entity.id));
  const ofRole = (role: EntityType['role']): Entity[] =>
    named.filter(({ type }) => vocabulary.types.get(type)?.role === role);

  const value = compactObject({
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    '@id': id,
    headline: at('title', metadata.title),
    name: at('title', metadata.title),
    alternativeHeadline: at('subtitle', metadata.subtitle),
    abstract: at('abstract', metadata.abstract),
    keywords: metadata.keywords.map((keyword, index) => at(`keywords/${index}`, keyword) ?? keyword),
    inLanguage: language,
    creativeWorkStatus: edition.segments.some(({ state }) => state === 'fuzzy' || state === 'untranslated')
      ? 'incomplete'
      : undefined,
    author: metadata.authors.map(({ name: author, affiliation, orcid, entity }) =>
      compactObject({
        '@type': 'Person',
        '@id': entity === undefined ? undefined : iris.entity(entity),
        name: author,
        affiliation: affiliation === undefined ? undefined : { '@type': 'Organization', name: affiliation },
        sameAs: orcid,
      }),
    ),
    translator: metadata.translators.map((translator) => ({
      '@type': translator.isSoftware ? 'SoftwareApplication' : 'Person',
      name: translator.name,
    })),
    datePublished: metadata.date,
    version: metadata.version,
    license: metadata.licence.text?.startsWith('http') ? metadata.licence.text : undefined,
    usageInfo: at('licence/statement', metadata.licence.statement),
    publisher:
      metadata.publisher === undefined ? undefined : { '@type': 'Organization', name: metadata.publisher },
    url: metadata.canonical === undefined ? id : `${metadata.canonical.replace(/\/+$/, '')}/${language}`,
    identifier: metadata.doi === undefined ? id : `https://doi.org/${metadata.doi}`,
    exampleOfWork: ref(iris.publication(name)),
    translationOfWork: edition.isSource || !source ? undefined : ref(iris.edition(name, source.language)),
    workTranslation: edition.isSource ? others : undefined,
    isBasedOn: describeBasis(metadata, iris.entity),
    citation: ofRole('bibliography').map((work) =>
      compactObject({
        '@type': 'CreativeWork',
        '@id': iris.entity(work.id),
        name: label(work.id).text,
        author: work.csl
          ? authorsOf(work.csl).map((author) => ({ '@type': 'Person', name: author }))
          : undefined,
      }),
    ),
    mentions: ofRole('entity').map((entity) =>
      compactObject({
        '@type': schemaClass(vocabulary.types.get(entity.type)),
        '@id': iris.entity(entity.id),
        name: inOwn(label(entity.id)),
        description: inOwn(findText(entity.properties.description, language, source?.language)),
        sameAs: entity.properties.sameAs,
      }),
    ),
    encoding: [
      {
        '@type': 'MediaObject',
        contentUrl: iris.file(editionPath(publication, language)),
        encodingFormat: markdownType,
      },
      { '@type': 'MediaObject', contentUrl: iris.file(dataPath(publication)), encodingFormat: jsonldType },
    ],
  });
  return {
    path: editionDataPath(publication, language),
    text: serializeJson(value),
    mediaType: jsonldType,
    language,
  };
}

function describeBasis({ basis }: Metadata, iri: (id: string) => string): JsonObject | undefined {
  if (!basis) return undefined;
  return compactObject({
    '@type': 'CreativeWork',
    '@id': basis.work === undefined ? undefined : iri(basis.work),
    name: basis.title,
    author: basis.authors.map((author) => ({ '@type': 'Person', name: author })),
    datePublished: basis.date,
    inLanguage: basis.language,
    pagination: basis.pages,
    isPartOf: describeIssue(basis),
    url: basis.url,
  });
}

/** The issue of the volume of the journal, as https://schema.org/PublicationIssue shows; without what is not known. */
function describeIssue({ journal, volume, number }: Basis): JsonObject | undefined {
  if (journal === undefined) return undefined;
  const periodical = { '@type': 'Periodical', name: journal };
  const inVolume =
    volume === undefined
      ? periodical
      : { '@type': 'PublicationVolume', volumeNumber: volume, isPartOf: periodical };
  return number === undefined
    ? inVolume
    : { '@type': 'PublicationIssue', issueNumber: number, isPartOf: inVolume };
}

function ref(id: string): JsonObject {
  return { '@id': id };
}
