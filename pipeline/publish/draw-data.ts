import { computeFollows } from '../graph/compute-follows.ts';
import type { Iris } from '../graph/iri.ts';
import { readVersions } from '../linked/compare/read-versions.ts';
import { canonicalize } from '../linked/rdf/canonicalize.ts';
import { writeNodes } from '../linked/rdf/write-nodes.ts';
import type { Graph, Publication, SourceFile, Vocabulary } from '../model.ts';
import { countGrounds } from './data/count-grounds.ts';
import { cubeWords } from './data/cube-words.ts';
import { ruleWords } from './data/rule-words.ts';
import type { ComposedPublication, PublicationData, PublishingContext } from './drawing.ts';
import type { EditionLinks } from './edition-link.ts';
import type { ComputedValue } from './jsonld/cube-nodes.ts';
import { createEvidenceLots } from './jsonld/evidence-lots.ts';
import { writeGraph } from './jsonld.ts';
import { publicationVersion } from './metadata.ts';

export interface DataInput extends PublishingContext, ComposedPublication {
  publication: Publication;
  /** Files that the publication was made from, those of published versions among them. */
  sources: SourceFile[];
  iris: Iris;
  links: EditionLinks;
  /** Whether it is drawn for the proof alone, which reads the triples; the nodes, half of the memory, are let go then. */
  isForProof: boolean;
}

/**
 * The linked data of a publication, before it is written down in a format. For the proof alone its evidence is kept apart, where
 * nothing is compared with what was published before; the digest is that of nothing then.
 */
export async function drawData(input: DataInput): Promise<PublicationData> {
  const { publication, sources, vocabulary, services, isForProof } = input;
  const isInParts = isForProof && !sources.some(({ path }) => path.endsWith('.nt'));
  const lots = isInParts ? createEvidenceLots() : undefined;
  const cube = { computed: listComputed(publication.graph, vocabulary), words: cubeWords('title', input) };
  const nodes = writeGraph(publication, { ...input, cube, rules: ruleWords(input), apart: lots });
  const { quads, compact } = await writeNodes(nodes, vocabulary.context);
  const canonical = await canonicalize(quads);
  const version = publicationVersion(publication);
  const earlier = await readVersions({ publication, version, quads, sources });
  const grounds = countGrounds(quads, input.iris.entities);
  const canonicalSha256 = services.digest(isInParts ? '' : canonical);
  const data = { quads, apart: lots?.all() ?? [], canonical, canonicalSha256, grounds, earlier };
  return isForProof ? { ...data, nodes: [], compact: refuseToCompact } : { ...data, nodes, compact };
}

async function refuseToCompact(): Promise<never> {
  throw new Error('Data that are drawn for a proof have no JSON-LD');
}

/** Values that follow from others; of dates it follows only which is earlier. */
function listComputed({ entities }: Graph, vocabulary: Vocabulary): ComputedValue[] {
  return [...entities.values()].flatMap((entity) =>
    computeFollows(entity, vocabulary)
      .filter(({ operation }) => operation !== 'after')
      .map((followed) => ({ entity: entity.id, ...followed })),
  );
}
