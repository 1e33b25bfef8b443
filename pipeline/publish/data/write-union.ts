import type { SharedDataset } from '../text-share.ts';

/**
 * The data of several publications as N-Quads (https://www.w3.org/TR/n-quads/), a publication at a time: each in a graph that has the
 * address of its dataset, whatever its version. Nodes without an address are those of their publication.
 */
export function* writeUnion(datasets: readonly SharedDataset[]): Generator<string> {
  for (const { name, graph, ntriples } of datasets) {
    // Canonical N-Triples: a line a triple, one space between its terms, literals without line feeds.
    yield ntriples.text
      .replace(/^_:/gm, `_:${name}-`)
      .replace(/ _:(?=\S+ \.$)/gm, ` _:${name}-`)
      .replace(/ \.$/gm, ` <${graph}> .`);
  }
}
