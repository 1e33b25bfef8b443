import type { TripleLine } from './read-triple-line.ts';

/** What is told of the triples of a graph, of which none is kept. */
export interface GraphTally {
  add: (line: TripleLine) => void;
  triples: () => number;
  /** Numbers of triples by predicate. */
  predicates: ReadonlyMap<string, number>;
  /** One for all triples without blank nodes, in whatever order they came. */
  sum: () => string;
  /** Those with blank nodes, whose labels a store chooses; at most `blankMax`, of more only the number counts. */
  blank: readonly string[];
}

/** Most triples with blank nodes that are compared as a graph: they are held in memory, and their labels are worked out anew. */
export const blankMax = 200_000;
/** 32-bit words of a SHA-256. */
const wordsOfDigest = 8;

/**
 * Counts triples and adds up their digests, word by word: two graphs with one sum have the same triples, unless somebody sought triples
 * that make it so. No triple may come twice.
 *
 * @param digest SHA-256 of a text, its bytes
 */
export function createGraphTally(digest: (text: string) => Uint8Array): GraphTally {
  const predicates = new Map<string, number>();
  const sum = new Uint32Array(wordsOfDigest);
  const blank: string[] = [];
  let triples = 0;
  return {
    add: ({ triple, predicate, hasBlankNode }) => {
      triples += 1;
      predicates.set(predicate, (predicates.get(predicate) ?? 0) + 1);
      if (hasBlankNode) {
        if (blank.length < blankMax) blank.push(triple);
        return;
      }
      const bytes = digest(triple);
      const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let at = 0; at < wordsOfDigest; at += 1) sum[at] = (sum[at] ?? 0) + words.getUint32(4 * at);
    },
    triples: () => triples,
    predicates,
    sum: () => [...sum].map((word) => word.toString(16).padStart(8, '0')).join(''),
    blank,
  };
}
