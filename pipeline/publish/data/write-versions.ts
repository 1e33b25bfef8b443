import { createIris } from '../../graph/iri.ts';
import { add, literal, type Node, ref, taggedAll } from '../../linked/rdf/nodes.ts';
import type { LanguageMap } from '../../model.ts';

export interface SeriesInput {
  base: string;
  name: string;
  /** Versions published before, semver, the oldest first. */
  earlier: readonly string[];
  /** What is different from the last of them, in words of each language. */
  notes: LanguageMap;
}

/**
 * The dataset in whatever version, and what came before this one (https://www.w3.org/TR/vocab-dcat-3/#dataset-versions).
 * None where the dataset has no version in its address.
 */
export function writeVersions(dataset: Node, { base, name, earlier, notes }: SeriesInput): Node[] {
  const iri = dataset['@id'];
  const series: Node = { '@id': createIris(base).datasetSeries(name), '@type': ['dcat:Dataset'] };
  if (series['@id'] === iri) return [];
  const nodes = earlier.map((version): Node => {
    const node: Node = { '@id': createIris(base, version).dataset(name), '@type': ['dcat:Dataset'] };
    add(node, 'dcat:version', literal(version));
    return node;
  });
  for (const node of [...nodes, dataset]) {
    add(node, 'dcat:isVersionOf', ref(series['@id']));
    add(series, 'dcat:hasVersion', ref(node['@id']));
  }
  add(series, 'dcat:hasCurrentVersion', ref(iri));
  for (const [index, node] of [...nodes, dataset].entries()) {
    const before = nodes[index - 1];
    if (before) add(node, 'dcat:previousVersion', ref(before['@id']));
  }
  for (const property of ['dct:title', 'dct:description'])
    for (const node of [...nodes, series]) node[property] = dataset[property];
  add(dataset, 'adms:versionNotes', ...taggedAll(notes));
  return [series, ...nodes];
}
