import { createIris } from '../graph/iri.ts';
import type { Node } from '../linked/rdf/nodes.ts';
import type { Configuration, Language, PlainText, Publication, Vocabulary } from '../model.ts';
import { writeCitations } from './jsonld/citation-nodes.ts';
import { type ComputedValue, type CubeWords, writeCube } from './jsonld/cube-nodes.ts';
import { writeEntity } from './jsonld/entity-nodes.ts';
import { mergeNodes } from './jsonld/merge-nodes.ts';
import { writeNotes } from './jsonld/note-nodes.ts';
import { writePublication } from './jsonld/publication-nodes.ts';
import { writeStatements } from './jsonld/statement-nodes.ts';
import type { EvidenceContext } from './jsonld/values.ts';
import { publicationVersion } from './metadata.ts';

/**
 * The linked data of a publication: one graph with all that there is, as nodes whose keys the context explains.
 *
 * @param texts the plain texts of the editions, in which the evidence has its places
 * @param cube values that follow from stated ones, and the name of the cube of measurements
 */
export function writeGraph(
  publication: Publication,
  texts: ReadonlyMap<Language, PlainText>,
  cube: { computed: ComputedValue[]; words: CubeWords },
  vocabulary: Vocabulary,
  configuration: Configuration,
): Node[] {
  const iris = createIris(configuration.base, publicationVersion(publication));
  const context: EvidenceContext = { iris, vocabulary, texts };
  const statements = writeStatements(publication, context);
  const nodes = mergeNodes([
    ...writePublication(publication, context),
    ...[...publication.graph.entities.values()].flatMap((entity) => writeEntity(entity, context)),
    ...statements.nodes,
    ...writeCitations(publication, context),
    ...writeNotes(publication, statements.byTarget, context),
  ]);
  return mergeNodes([...nodes, ...writeCube(nodes, publication, cube.computed, cube.words, context)]);
}
