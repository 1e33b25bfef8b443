import type { Iris } from '../../graph/iri.ts';
import { add, literal, type Node, ref, tagged } from '../../linked/rdf/nodes.ts';
import type { Publication } from '../../model.ts';
import type { EditionLinks } from '../edition-link.ts';
import { type Metadata, readMetadata } from '../metadata.ts';
import { isGap } from '../translation-status.ts';
import { citedWorks } from './citation-nodes.ts';
import { writeEdition } from './edition-nodes.ts';
import { writeEntity } from './entity-nodes.ts';
import type { ValueContext } from './values.ts';

/** The work without a language and its authors, and its editions, which are expressions of it. */
export function writePublication(
  publication: Publication,
  links: EditionLinks,
  context: ValueContext,
): Node[] {
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
    ...writeDescribed(publication, context),
    ...editions.flatMap((edition) => {
      const scope = { ...context, publication, edition, source, metadata: readMetadata(edition), links };
      return writeEdition(scope, makers.authors);
    }),
  ];
}

/** What the front matter says by schemas of the project. */
function writeDescribed({ name, graph: { described } }: Publication, context: ValueContext): Node[] {
  if (!described) return [];
  const { iris } = context;
  const address = iris.publication(name);
  const own: Iris = {
    ...iris,
    entity: (id) => (id === described.id ? address : iris.entity(id)),
    statement: (id, path) => (id === described.id ? `${address}#${path}` : iris.statement(id, path)),
  };
  return writeEntity(described, { ...context, iris: own });
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

/** Ids of the entities that the texts mention, works and notes apart; sorted. */
function mentioned({ graph }: Publication, { vocabulary }: ValueContext): string[] {
  const ids = new Set(graph.mentions.map(({ entity }) => entity));
  return [...ids]
    .filter((id) => vocabulary.types.get(graph.entities.get(id)?.type ?? '')?.role === 'entity')
    .sort();
}
