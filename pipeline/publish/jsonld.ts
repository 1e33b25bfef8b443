import type { Node } from '../linked/rdf/nodes.ts';
import type { Publication } from '../model.ts';
import { segmentIds } from '../text/segment-ids.ts';
import type { EditionLinks } from './edition-link.ts';
import { writeCitations } from './jsonld/citation-nodes.ts';
import { writeCodedValues } from './jsonld/code-nodes.ts';
import { writeConcepts } from './jsonld/concept-nodes.ts';
import { type ComputedValue, type CubeWords, writeCube } from './jsonld/cube-nodes.ts';
import { writeEntity } from './jsonld/entity-nodes.ts';
import { writeGrounds } from './jsonld/ground-nodes.ts';
import { mergeNodes } from './jsonld/merge-nodes.ts';
import { writeNotes } from './jsonld/note-nodes.ts';
import { observeSubjects } from './jsonld/observed-nodes.ts';
import { writePublication } from './jsonld/publication-nodes.ts';
import type { RuleWords } from './jsonld/rules.ts';
import { writeStatements } from './jsonld/statement-nodes.ts';
import type { EvidenceContext } from './jsonld/values.ts';

export interface GraphContext extends Omit<EvidenceContext, 'blocks'> {
  links: EditionLinks;
  /** Values that follow from stated ones, and the name of the cube of measurements. */
  cube: { computed: ComputedValue[]; words: CubeWords };
  /** What the rules do by which the program adds to what texts and records say. */
  rules: RuleWords;
}

/** The linked data of a publication: one graph with all that there is, as nodes whose keys the context explains. */
export function writeGraph(publication: Publication, given: GraphContext): Node[] {
  const { cube, links } = given;
  const context = { ...given, blocks: segmentIds(publication.segments) };
  const statements = writeStatements(publication, context);
  const written = mergeNodes([
    ...writePublication(publication, links, context),
    ...[...publication.graph.entities.values()].flatMap((entity) => writeEntity(entity, context)),
    ...writeConcepts(publication, context),
    ...writeCodedValues(publication, context),
    ...statements.nodes,
    ...writeCitations(publication, context),
    ...writeNotes(publication, statements.byTarget, context),
  ]);
  const nodes = observeSubjects(written);
  const all = mergeNodes(writeCube(nodes, publication, cube.computed, cube.words, context), nodes);
  return mergeNodes(writeGrounds(all, statements.triples, publication, context), all);
}
