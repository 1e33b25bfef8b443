import type { Iris } from '../graph/iri.ts';
import type { Edition, Entity, EntityType, Json, JsonObject, Publication, Vocabulary } from '../model.ts';
import { doiAddress } from '../values/iri-form.ts';
import { serializeJson } from '../values/serialize-json.ts';
import { compactObject } from './compact-object.ts';
import { describeBasis } from './describe-basis.ts';
import type { EditionLinks } from './edition-link.ts';
import { flatAuthors, makerClass } from './flat-authors.ts';
import { createLabels, findText, type TextInLanguage } from './labels.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { schemaClass } from './schema-class.ts';
import { isGap } from './translation-status.ts';

export interface FlatArticleContext {
  vocabulary: Vocabulary;
  iris: Iris;
  links: EditionLinks;
}

/** What the parts of one description share. */
interface ArticleScope extends FlatArticleContext {
  publication: Publication;
  edition: Edition;
  source: Edition | undefined;
  metadata: Metadata;
  /** Plain where it is in the edition's language; else with its language. */
  inOwn: (wording: TextInLanguage | undefined) => Json | undefined;
  /** Words of the front matter, in a gap the source's. */
  at: (key: string, words: string | undefined) => Json | undefined;
}

/**
 * Describes one edition as a schema.org ScholarlyArticle, with plain strings in its language: for readers, search
 * engines among them, that do not understand language maps. What is not translated bears its language. The context is schema.org's by name; it is not fetched.
 */
export function writeFlatArticle(
  publication: Publication,
  edition: Edition,
  context: FlatArticleContext,
): string {
  const scope = createScope(publication, edition, context);
  return serializeJson(
    compactObject({
      '@context': 'https://schema.org',
      '@type': 'ScholarlyArticle',
      '@id': context.iris.edition(publication.name, edition.language),
      ...describeText(scope),
      ...describeMakers(scope),
      ...describeRelations(scope),
      ...describeSubjects(scope),
      encoding: describeFiles(scope),
    }),
  );
}

function createScope(publication: Publication, edition: Edition, context: FlatArticleContext): ArticleScope {
  const { language } = edition;
  const source = publication.editions.find(({ isSource }) => isSource);
  const inOwn: ArticleScope['inOwn'] = (wording) =>
    wording && (wording.language ?? language) !== language
      ? { '@value': wording.text, '@language': wording.language ?? language }
      : wording?.text;
  const at: ArticleScope['at'] = (key, words) => {
    const own = isGap(edition, key) ? (source?.language ?? language) : language;
    return words === undefined ? undefined : inOwn({ text: words, language: own });
  };
  return { ...context, publication, edition, source, metadata: readMetadata(edition), inOwn, at };
}

type Properties = Parameters<typeof compactObject>[0];

function describeText({ edition, metadata, at }: ArticleScope): Properties {
  return {
    headline: at('title', metadata.title),
    name: at('title', metadata.title),
    alternativeHeadline: at('subtitle', metadata.subtitle),
    abstract: at('abstract', metadata.abstract),
    keywords: metadata.keywords.map((keyword, index) => at(`keywords/${index}`, keyword) ?? keyword),
    inLanguage: edition.language,
    creativeWorkStatus: edition.segments.some(({ state }) => state === 'fuzzy' || state === 'untranslated')
      ? 'incomplete'
      : undefined,
    datePublished: metadata.date,
    version: metadata.version,
    license: metadata.licence.text?.startsWith('http') ? metadata.licence.text : undefined,
    usageInfo: at('licence/statement', metadata.licence.statement),
  };
}

function describeMakers({ metadata, iris, publication, vocabulary }: ArticleScope): Properties {
  return {
    author: metadata.authors.map(({ name, affiliation, orcid, entity }) =>
      compactObject({
        '@type':
          entity === undefined ? 'Person' : makerClass(publication.graph.entities.get(entity), vocabulary),
        '@id': entity === undefined ? undefined : iris.entity(entity),
        name,
        affiliation: affiliation === undefined ? undefined : { '@type': 'Organization', name: affiliation },
        sameAs: orcid,
      }),
    ),
    translator: metadata.translators.map(({ name, isSoftware }) => ({
      '@type': isSoftware ? 'SoftwareApplication' : 'Person',
      name,
    })),
    publisher:
      metadata.publisher === undefined ? undefined : { '@type': 'Organization', name: metadata.publisher },
  };
}

function describeRelations({ publication, edition, source, metadata, iris }: ArticleScope): Properties {
  const { name, editions } = publication;
  const { language } = edition;
  const id = iris.edition(name, language);
  const others = editions.filter((other) => other !== edition);
  return {
    url: metadata.canonical === undefined ? id : `${metadata.canonical.replace(/\/+$/, '')}/${language}`,
    identifier: metadata.doi === undefined ? id : doiAddress(metadata.doi),
    exampleOfWork: ref(iris.publication(name)),
    translationOfWork: edition.isSource || !source ? undefined : ref(iris.edition(name, source.language)),
    workTranslation: edition.isSource
      ? others.map((other) => ref(iris.edition(name, other.language)))
      : undefined,
    isBasedOn: describeBasis(metadata, iris.entity),
  };
}

/** The works that the texts cite and the entities that they speak of. */
function describeSubjects({
  publication,
  edition,
  source,
  vocabulary,
  iris,
  inOwn,
}: ArticleScope): Properties {
  const { graph } = publication;
  const { language } = edition;
  const label = createLabels(graph, vocabulary, language, source?.language);
  const cited = new Set(graph.mentions.map(({ entity }) => entity));
  const named = [...graph.entities.values()].filter((entity) => cited.has(entity.id));
  const ofRole = (role: EntityType['role']): Entity[] =>
    named.filter(({ type }) => vocabulary.types.get(type)?.role === role);
  return {
    citation: ofRole('bibliography').map((work) =>
      compactObject({
        '@type': schemaClass(work, vocabulary),
        '@id': iris.entity(work.id),
        name: label(work.id).text,
        author: work.csl
          ? flatAuthors(work, { vocabulary, iris, entities: graph.entities, nameOf: (id) => label(id).text })
          : undefined,
      }),
    ),
    mentions: ofRole('entity').map((entity) =>
      compactObject({
        '@type': schemaClass(entity, vocabulary),
        '@id': iris.entity(entity.id),
        name: inOwn(label(entity.id)),
        description: inOwn(findText(entity.properties.description, language, source?.language)),
        sameAs: entity.properties.sameAs,
      }),
    ),
  };
}

/** Every form that the edition is to be had in, as a text and as data. */
function describeFiles({ edition: { language }, links, iris }: ArticleScope): Json[] {
  return links(language)
    .filter(({ relation, isDistribution }) => relation === 'alternate' || isDistribution)
    .map(({ path, mediaType }) => ({
      '@type': 'MediaObject',
      contentUrl: iris.file(path),
      encodingFormat: mediaType,
    }));
}

function ref(id: string): JsonObject {
  return { '@id': id };
}
