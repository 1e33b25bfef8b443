import type { NamedNode, Quad } from '@rdfjs/types';
import { DataFactory } from 'n3';
import { nodesToQuads } from '../linked/rdf/nodes-to-quads.ts';
import type { JsonObject, Recall } from '../model.ts';
import type { EvidenceLot } from '../publish/jsonld/evidence-lots.ts';
import { type BlocksOfEdition, checkEvidence } from './check-evidence.ts';
import type { TargetedShape } from './shapes/compile-shapes.ts';
import { validateData } from './validate-data.ts';

const type = DataFactory.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');

/** An edition as its evidence is held against it. */
export interface QuotedEdition extends BlocksOfEdition {
  /** Words of the published blocks by their ids. */
  words: Readonly<Record<string, string>>;
  /** Its classes in the data. */
  classes: readonly NamedNode[];
}

export interface EvidenceJudges {
  shapes: () => readonly TargetedShape[];
  /** All that the shapes are written from. */
  basis: string;
  /** The JSON-LD context that the keys of the nodes are of. */
  context: JsonObject;
  recall: Recall;
}

/**
 * Whether evidence that was kept apart from the data (EvidenceLot) fits the published blocks and the shapes, by the same judges as
 * all data: asked once of the same nodes and the same words. What it leads to outside is the edition, of which the class is known.
 */
export function isEvidenceRight(
  { nodes, blocks }: EvidenceLot,
  { edition, file, words, classes }: QuotedEdition,
  { shapes, basis, context, recall }: EvidenceJudges,
): boolean {
  const own = JSON.stringify(Object.fromEntries([...blocks].map((id) => [id, words[id]])));
  const named = JSON.stringify(classes.map(({ value }) => value));
  return recall('evidence is right', [basis, edition, named, own, JSON.stringify(nodes)], () => {
    const quads = nodesToQuads(nodes, context);
    if (checkEvidence(quads, [{ edition, file: { ...file, text: own } }]).length > 0) return false;
    const subjects = new Set(quads.map(({ subject }) => subject.value));
    const around = classes.map((each): Quad => DataFactory.quad(DataFactory.namedNode(edition), type, each));
    return !validateData([...quads, ...around], shapes()).some(({ node }) => subjects.has(node));
  });
}
