import type { Iris } from '../../graph/iri.ts';
import { add, literal, type Node, ref } from '../../linked/rdf/nodes.ts';
import type { SourceFile, Tool } from '../../model.ts';
import { sourceAddress } from '../source-address.ts';

export interface ProvenanceInput {
  sources: SourceFile[];
  /** Paths of files that others were made from, too, of which only a part was taken. */
  shared: string[];
  tool: Tool;
  iris: Iris;
  digest: (text: string) => string;
}

/**
 * What the dataset was made from and by which version of the program (https://www.w3.org/TR/prov-o/). The sources are told
 * by path and digest, so that the description is the same on every machine: the digest is of the text with line feeds, one at
 * the end, and no byte order mark, as a checkout may have either. A file that publications share has no digest: it changes with what others take of it.
 */
export function writeProvenance(
  dataset: Node,
  { sources, shared, tool, iris, digest }: ProvenanceInput,
): Node[] {
  const activity: Node = { '@id': `${dataset['@id']}#build`, '@type': ['prov:Activity'] };
  const agent: Node = {
    '@id': `${iris.base}agent/tinkuy/${tool.version}`,
    '@type': ['prov:SoftwareAgent', 'schema:SoftwareApplication'],
  };
  add(agent, 'schema:name', literal('Tinkuy'));
  add(agent, 'schema:softwareVersion', literal(tool.version));
  add(activity, 'prov:wasAssociatedWith', ref(agent['@id']));
  if (tool.time) add(activity, 'prov:endedAtTime', literal(tool.time, 'xsd:dateTime'));
  add(dataset, 'prov:wasGeneratedBy', ref(activity['@id']));
  const files: { path: string; text?: string }[] = [...sources, ...shared.map((path) => ({ path }))];
  const used = files
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, text }): Node[] => {
      const iri = sourceAddress(dataset['@id'], path);
      const checksum: Node = { '@id': `${iri}-sha256`, '@type': ['spdx:Checksum'] };
      const node: Node = { '@id': iri, '@type': ['prov:Entity'] };
      add(node, 'dct:title', literal(path));
      if (text !== undefined) {
        add(checksum, 'spdx:algorithm', ref('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'));
        add(checksum, 'spdx:checksumValue', literal(digest(plain(text)), 'xsd:hexBinary'));
        add(node, 'spdx:checksum', ref(checksum['@id']));
      }
      if (tool.revision) add(node, 'schema:version', literal(tool.revision));
      add(activity, 'prov:used', ref(iri));
      add(dataset, 'prov:wasDerivedFrom', ref(iri));
      return text === undefined ? [node] : [node, checksum];
    });
  return [activity, agent, ...used];
}

function plain(text: string): string {
  return `${text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n*$/, '')}\n`;
}
