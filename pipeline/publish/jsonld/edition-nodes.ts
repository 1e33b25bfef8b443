import type { Iris } from '../../graph/iri.ts';
import { add, dateLiteral, literal, type Node, ref, tagged } from '../../linked/rdf/nodes.ts';
import type { Edition, Publication } from '../../model.ts';
import { doiAddress } from '../../values/iri-form.ts';
import type { EditionLinks } from '../edition-link.ts';
import type { Metadata } from '../metadata.ts';
import { isGap, translationStatus } from '../translation-status.ts';
import { writeCompleteness } from './completeness-nodes.ts';
import type { ValueContext } from './values.ts';

/** What the nodes of one edition are written from. */
export interface EditionScope extends ValueContext {
  publication: Publication;
  edition: Edition;
  source: Edition;
  metadata: Metadata;
  links: EditionLinks;
}

/**
 * An edition, its files and its makers. A translation is of the source edition, not of the work
 * (https://schema.org/translationOfWork).
 *
 * @param authors references to the authors of the work
 */
export function writeEdition(scope: EditionScope, authors: ReturnType<typeof ref>[]): Node[] {
  const { publication, edition, source, metadata, iris } = scope;
  const work = iris.publication(publication.name);
  const iri = iris.edition(publication.name, edition.language);
  const node: Node = { '@id': iri, '@type': ['schema:ScholarlyArticle', 'frbr:Expression', 'prov:Entity'] };
  addText(node, scope);
  add(node, 'schema:exampleOfWork', ref(work));
  add(node, 'schema:author', ...authors);
  if (metadata.date) add(node, 'schema:datePublished', dateLiteral(metadata.date));
  if (metadata.canonical)
    add(node, 'schema:url', ref(`${metadata.canonical.replace(/\/+$/, '')}/${edition.language}`));
  if (metadata.doi && edition.isSource) add(node, 'schema:sameAs', ref(doiAddress(metadata.doi)));
  if (metadata.publisher) add(node, 'dct:publisher', ref(`${work}#publisher`));
  const { status, gaps } = translationStatus(edition, source.tag);
  add(node, 'schema:creativeWorkStatus', literal(status));
  addLicence(node, metadata.licence.text);
  return [
    node,
    ...writeVersion(node, scope),
    ...(gaps ? writeCompleteness(node, gaps.percent, work) : []),
    ...(edition.isSource ? writeSource(node, scope) : []),
    ...writeTranslation(node, scope),
    ...writeFiles(node, scope),
  ];
}

/** The edition's own words; in a gap they are the source's. */
function addText(node: Node, { edition, source, metadata }: EditionScope): void {
  const { language } = edition;
  const at = (key: string, words: string) => tagged(words, isGap(edition, key) ? source.language : language);
  add(node, 'schema:name', at('title', metadata.title));
  if (metadata.subtitle) add(node, 'schema:alternativeHeadline', at('subtitle', metadata.subtitle));
  if (metadata.abstract) add(node, 'schema:abstract', at('abstract', metadata.abstract));
  metadata.keywords.forEach((keyword, index) => {
    add(node, 'schema:keywords', at(`keywords/${index}`, keyword));
  });
  add(node, 'schema:inLanguage', literal(language));
}

function writeVersion(node: Node, { publication, edition, metadata, iris }: EditionScope): Node[] {
  if (!metadata.version) return [];
  add(node, 'schema:version', literal(metadata.version));
  add(node, 'dcat:version', literal(metadata.version));
  return [writeSeries(node, edition, publication, iris)];
}

/** What only the source edition says: its translations, the work that it is based on, who publishes. */
function writeSource(node: Node, { publication, metadata, iris }: EditionScope): Node[] {
  const { name, editions } = publication;
  for (const other of editions) {
    if (!other.isSource) add(node, 'schema:workTranslation', ref(iris.edition(name, other.language)));
  }
  if (metadata.basis?.work) {
    add(node, 'prov:hadPrimarySource', ref(iris.entity(metadata.basis.work)));
    add(node, 'schema:isBasedOn', ref(iris.entity(metadata.basis.work)));
  }
  return metadata.publisher
    ? [writePublisher(`${iris.publication(name)}#publisher`, metadata.publisher)]
    : [];
}

/** What a translation is of, and who made it. */
function writeTranslation(
  node: Node,
  { publication, edition, source, metadata, iris }: EditionScope,
): Node[] {
  const original = ref(iris.edition(publication.name, source.language));
  if (!edition.isSource) {
    add(node, 'schema:translationOfWork', original);
    add(node, 'prov:wasDerivedFrom', original);
  }
  const translation: Node = { '@id': `${node['@id']}#translation`, '@type': ['prov:Activity'] };
  const agents = metadata.translators.map(({ name, isSoftware }, index): Node => {
    const agent: Node = {
      '@id': `${node['@id']}#translator-${index + 1}`,
      '@type': isSoftware
        ? ['schema:SoftwareApplication', 'prov:SoftwareAgent']
        : ['schema:Person', 'prov:Person'],
    };
    add(agent, 'schema:name', literal(name));
    // A translator of schema.org is a person or an organization; what a program did, the activity tells.
    if (!isSoftware) add(node, 'schema:translator', ref(agent['@id']));
    add(translation, 'prov:wasAssociatedWith', ref(agent['@id']));
    return agent;
  });
  if (agents.length === 0 || edition.isSource) return agents;
  add(translation, 'prov:used', original);
  add(node, 'prov:wasGeneratedBy', ref(translation['@id']));
  return [...agents, translation];
}

/** The files in the edition's language that it tells of. */
function writeFiles(node: Node, { edition: { language }, links, iris }: EditionScope): Node[] {
  return links(language)
    .filter((link) => link.language === language)
    .map(({ path, mediaType }) => {
      const file: Node = { '@id': iris.file(path), '@type': ['schema:MediaObject'] };
      add(file, 'schema:encodingFormat', literal(mediaType));
      add(node, 'schema:encoding', ref(file['@id']));
      return file;
    });
}

/** The edition in whatever version (https://www.w3.org/TR/vocab-dcat-3/#dataset-versions). */
function writeSeries(node: Node, { language }: Edition, { name }: Publication, iris: Iris): Node {
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

/** A licence with an address is one; another statement of rights is words. */
function addLicence(node: Node, licence: string | undefined): void {
  if (licence === undefined) return;
  if (/^https?:/.test(licence)) {
    add(node, 'schema:license', ref(licence));
    add(node, 'dct:license', ref(licence));
  } else add(node, 'dct:rights', literal(licence));
}
