import { add, dateLiteral, literal, type Node, ref, tagged } from '../../linked/rdf/nodes.ts';
import type { Edition, Publication } from '../../model.ts';
import {
  editionDataPath,
  editionPath,
  jsonldType,
  markdownType,
  plainTextPath,
  plainTextType,
} from '../files.ts';
import { type Metadata, readMetadata } from '../metadata.ts';
import { isGap, translationStatus } from '../translation-status.ts';
import { citedWorks } from './citation-nodes.ts';
import { writeCompleteness } from './completeness-nodes.ts';
import type { ValueContext } from './values.ts';

/**
 * The work without a language, its editions (expressions of it), their files and their makers.
 * A translation is of the source edition, not of the work (https://schema.org/translationOfWork).
 */
export function writePublication(publication: Publication, context: ValueContext): Node[] {
  const { iris } = context;
  const { name, editions } = publication;
  const source = editions.find(({ isSource }) => isSource) ?? editions[0];
  if (!source) return [];
  const iri = iris.publication(name);
  const metadata = readMetadata(source);

  const work: Node = { '@id': iri, '@type': ['schema:ScholarlyArticle', 'frbr:Work'] };
  const makers = writeAuthors(iri, metadata, context);
  for (const edition of editions) {
    const { title, abstract } = readMetadata(edition);
    // In a gap the words are the source's, which gives them itself.
    const [hasTitle, hasAbstract] = [!isGap(edition, 'title'), !isGap(edition, 'abstract')];
    if (hasTitle) add(work, 'schema:name', tagged(title, edition.language));
    if (abstract && hasAbstract) add(work, 'schema:abstract', tagged(abstract, edition.language));
    add(work, 'schema:workExample', ref(iris.edition(name, edition.language)));
  }
  add(work, 'schema:author', ...makers.authors);
  if (metadata.basis?.work) add(work, 'schema:isBasedOn', ref(iris.entity(metadata.basis.work)));
  for (const cited of citedWorks(publication, context)) add(work, 'cito:cites', ref(iris.entity(cited)));
  for (const entity of mentioned(publication, context))
    add(work, 'schema:mentions', ref(iris.entity(entity)));

  return [
    work,
    ...makers.nodes,
    ...editions.flatMap((edition) => writeEdition(edition, source, publication, makers.authors, context)),
  ];
}

function writeEdition(
  edition: Edition,
  source: Edition,
  publication: Publication,
  authors: ReturnType<typeof ref>[],
  context: ValueContext,
): Node[] {
  const { iris } = context;
  const { name, editions } = publication;
  const { language } = edition;
  const metadata = readMetadata(edition);
  const iri = iris.edition(name, language);
  const node: Node = { '@id': iri, '@type': ['schema:ScholarlyArticle', 'frbr:Expression', 'prov:Entity'] };
  const at = (key: string, words: string) => tagged(words, isGap(edition, key) ? source.language : language);
  add(node, 'schema:name', at('title', metadata.title));
  if (metadata.subtitle) add(node, 'schema:alternativeHeadline', at('subtitle', metadata.subtitle));
  if (metadata.abstract) add(node, 'schema:abstract', at('abstract', metadata.abstract));
  metadata.keywords.forEach((keyword, index) => {
    add(node, 'schema:keywords', at(`keywords/${index}`, keyword));
  });
  add(node, 'schema:inLanguage', literal(language));
  add(node, 'schema:exampleOfWork', ref(iris.publication(name)));
  add(node, 'schema:author', ...authors);
  if (metadata.date) add(node, 'schema:datePublished', dateLiteral(metadata.date));
  const nodes = [node];
  if (metadata.version) {
    add(node, 'schema:version', literal(metadata.version));
    add(node, 'dcat:version', literal(metadata.version));
    nodes.push(writeSeries(node, edition, publication, context));
  }
  if (metadata.canonical)
    add(node, 'schema:url', ref(`${metadata.canonical.replace(/\/+$/, '')}/${language}`));
  if (metadata.doi && edition.isSource) add(node, 'schema:sameAs', ref(`https://doi.org/${metadata.doi}`));
  if (metadata.publisher) add(node, 'dct:publisher', ref(`${iris.publication(name)}#publisher`));
  const { status, gaps } = translationStatus(edition, source.tag);
  add(node, 'schema:creativeWorkStatus', literal(status));
  addLicence(node, metadata.licence.text);

  if (gaps) nodes.push(...writeCompleteness(node, gaps.percent, iris.publication(name)));
  if (edition.isSource) {
    for (const other of editions) {
      if (!other.isSource) add(node, 'schema:workTranslation', ref(iris.edition(name, other.language)));
    }
    if (metadata.basis?.work) {
      add(node, 'prov:hadPrimarySource', ref(iris.entity(metadata.basis.work)));
      add(node, 'schema:isBasedOn', ref(iris.entity(metadata.basis.work)));
    }
    if (metadata.publisher)
      nodes.push(writePublisher(`${iris.publication(name)}#publisher`, metadata.publisher));
  } else {
    const original = ref(iris.edition(name, source.language));
    add(node, 'schema:translationOfWork', original);
    add(node, 'prov:wasDerivedFrom', original);
  }
  const translation: Node = { '@id': `${iri}#translation`, '@type': ['prov:Activity'] };
  metadata.translators.forEach(({ name: translator, isSoftware }, index) => {
    const agent: Node = {
      '@id': `${iri}#translator-${index + 1}`,
      '@type': isSoftware
        ? ['schema:SoftwareApplication', 'prov:SoftwareAgent']
        : ['schema:Person', 'prov:Person'],
    };
    add(agent, 'schema:name', literal(translator));
    add(node, 'schema:translator', ref(agent['@id']));
    add(translation, 'prov:wasAssociatedWith', ref(agent['@id']));
    nodes.push(agent);
  });
  if (metadata.translators.length > 0 && !edition.isSource) {
    add(translation, 'prov:used', ref(iris.edition(name, source.language)));
    add(node, 'prov:wasGeneratedBy', ref(translation['@id']));
    nodes.push(translation);
  }
  const files = [
    writeFile(editionPath(publication, language), markdownType, context),
    writeFile(editionDataPath(publication, language), jsonldType, context),
    writeFile(plainTextPath(publication, language), plainTextType, context),
  ];
  for (const file of files) add(node, 'schema:encoding', ref(file['@id']));
  return [...nodes, ...files];
}

/** The edition in whatever version (https://www.w3.org/TR/vocab-dcat-3/#dataset-versions). */
function writeSeries(node: Node, { language }: Edition, { name }: Publication, { iris }: ValueContext): Node {
  const series: Node = { '@id': iris.editionSeries(name, language), '@type': ['schema:CreativeWork'] };
  add(node, 'dcat:isVersionOf', ref(series['@id']));
  add(series, 'dcat:hasVersion', ref(node['@id']));
  add(series, 'dcat:hasCurrentVersion', ref(node['@id']));
  add(series, 'schema:inLanguage', literal(language));
  return series;
}

function writePublisher(iri: string, name: string): Node {
  const node: Node = { '@id': iri, '@type': ['schema:Organization'] };
  add(node, 'schema:name', literal(name));
  return node;
}

function writeFile(path: string, mediaType: string, { iris }: ValueContext): Node {
  const node: Node = { '@id': iris.file(path), '@type': ['schema:MediaObject'] };
  add(node, 'schema:encodingFormat', literal(mediaType));
  return node;
}

/** Authors in their order; one who is an entity of the data is that entity. */
function writeAuthors(
  work: string,
  metadata: Metadata,
  { iris }: ValueContext,
): { authors: ReturnType<typeof ref>[]; nodes: Node[] } {
  const nodes: Node[] = [];
  const authors = metadata.authors.map((author, index) => {
    if (author.entity !== undefined) return ref(iris.entity(author.entity));
    const node: Node = { '@id': `${work}#author-${index + 1}`, '@type': ['schema:Person'] };
    add(node, 'schema:name', literal(author.name));
    if (author.affiliation) add(node, 'schema:affiliation', literal(author.affiliation));
    if (author.orcid) add(node, 'schema:sameAs', ref(author.orcid));
    nodes.push(node);
    return ref(node['@id']);
  });
  return { authors, nodes };
}

/** A licence with an address is one; another statement of rights is words. */
function addLicence(node: Node, licence: string | undefined): void {
  if (licence === undefined) return;
  if (/^https?:/.test(licence)) {
    add(node, 'schema:license', ref(licence));
    add(node, 'dct:license', ref(licence));
  } else add(node, 'dct:rights', literal(licence));
}

/** Ids of the entities that the texts mention, works and notes apart; sorted. */
function mentioned({ graph }: Publication, { vocabulary }: ValueContext): string[] {
  const ids = new Set(graph.mentions.map(({ entity }) => entity));
  return [...ids]
    .filter((id) => vocabulary.types.get(graph.entities.get(id)?.type ?? '')?.role === 'entity')
    .sort();
}
