import type { Node } from '../../linked/rdf/nodes.ts';
import type { Language } from '../../model.ts';

/** What the data say of where some neighbouring blocks of one edition say something: it is proven by itself. */
export interface EvidenceLot {
  language: Language;
  nodes: Node[];
  /** Ids of the blocks. */
  blocks: Set<string>;
}

/** Evidence by edition and block. */
export interface EvidenceLots {
  add: (language: Language, segment: number, block: string, nodes: readonly Node[]) => void;
  all: () => EvidenceLot[];
}

/** Segments of a lot. An edit makes one lot anew; each is a question of its own. */
const segmentsOfLot = 8;

export function createEvidenceLots(): EvidenceLots {
  const lots = new Map<string, EvidenceLot>();
  return {
    add: (language, segment, block, nodes) => {
      const key = `${Math.floor(segment / segmentsOfLot)} ${language}`;
      const lot = lots.get(key) ?? { language, nodes: [], blocks: new Set() };
      lots.set(key, lot);
      lot.nodes.push(...nodes);
      lot.blocks.add(block);
    },
    all: () => [...lots.values()],
  };
}
