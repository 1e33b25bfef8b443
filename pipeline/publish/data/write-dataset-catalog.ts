import { createIris } from '../../graph/iri.ts';
import { add, literal, type Node, ref, taggedAll } from '../../linked/rdf/nodes.ts';
import type { LanguageMap, OutputFile } from '../../model.ts';
import type { SharedDataset } from '../text-share.ts';
import { writeDistributions } from './distributions.ts';

interface CatalogContext {
  base: string;
  /** In every language of the project. */
  words: { title: LanguageMap; description: LanguageMap; union: LanguageMap };
  digest: (text: string) => string;
}

/**
 * The datasets of a project as a catalogue (https://www.w3.org/TR/vocab-dcat-3/#Class:Catalog): of each what its own description says that
 * it is, and where to read the rest; and the file with all of them.
 */
export function writeDatasetCatalog(
  datasets: readonly SharedDataset[],
  union: OutputFile,
  { base, words, digest }: CatalogContext,
): Node[] {
  const iris = createIris(base);
  const catalog: Node = { '@id': `${base}catalog`, '@type': ['dcat:Catalog', 'void:Dataset'] };
  add(catalog, 'dct:title', ...taggedAll(words.title));
  add(catalog, 'dct:description', ...taggedAll(words.description));
  add(catalog, 'dct:identifier', literal(catalog['@id']));
  for (const { node } of datasets) {
    add(catalog, 'dcat:dataset', ref(node['@id']));
    add(catalog, 'void:subset', ref(node['@id']));
  }
  const files = writeDistributions(catalog, {
    files: [{ file: union, title: words.union }],
    licence: undefined,
    canonicalSha256: undefined,
    iris,
    digest,
  });
  return [catalog, ...datasets.map(({ node }) => node), ...files];
}
