import type { Iris } from '../../graph/iri.ts';
import { add, literal, type Node, ref, taggedAll } from '../../linked/rdf/nodes.ts';
import type { LanguageMap, OutputFile } from '../../model.ts';
import { bareType, ntriplesType } from '../media-types.ts';

export interface DistributionInput {
  /** With what each is called, in every language. */
  files: readonly (OutputFile & { title: LanguageMap })[];
  licence: string | undefined;
  /** SHA-256 of the canonical N-Triples. */
  canonicalSha256: string;
  iris: Iris;
  digest: (text: string) => string;
}

const mediaTypes = 'https://www.iana.org/assignments/media-types/';
const sha256 = 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256';

/**
 * The files of a dataset with media type, size and digest (https://www.w3.org/TR/vocab-dcat-3/#Class:Distribution).
 * The digest of the canonical N-Triples is the dataset's own as well: it does not depend on the form of a file.
 */
export function writeDistributions(dataset: Node, input: DistributionInput): Node[] {
  const { files, licence, iris, digest, canonicalSha256 } = input;
  const encoder = new TextEncoder();
  const fingerprint = writeChecksum(`${dataset['@id']}#canonical`, canonicalSha256);
  add(dataset, 'spdx:checksum', ref(fingerprint['@id']));
  const nodes = files.flatMap(({ path, text, mediaType, title }) => {
    const iri = iris.file(path);
    const bare = bareType(mediaType);
    const size = String(encoder.encode(text).length);
    const checksum = writeChecksum(`${iri}#sha256`, digest(text));
    const node: Node = { '@id': iri, '@type': ['dcat:Distribution', 'schema:DataDownload'] };
    add(dataset, 'dcat:distribution', ref(iri));
    add(dataset, 'schema:distribution', ref(iri));
    if (bare === ntriplesType) add(dataset, 'void:dataDump', ref(iri));
    add(node, 'dct:title', ...taggedAll(title));
    add(node, 'schema:name', ...taggedAll(title));
    add(node, 'dcat:accessURL', ref(iri));
    add(node, 'dcat:downloadURL', ref(iri));
    add(node, 'schema:contentUrl', ref(iri));
    add(node, 'dcat:mediaType', ref(mediaTypes + bare));
    add(node, 'schema:encodingFormat', literal(bare));
    add(node, 'dcat:byteSize', literal(size, 'xsd:nonNegativeInteger'));
    add(node, 'schema:contentSize', literal(`${size} B`));
    add(node, 'schema:sha256', literal(digest(text)));
    add(node, 'spdx:checksum', ref(checksum['@id']));
    if (licence?.startsWith('http')) {
      add(node, 'dct:license', ref(licence));
      add(node, 'schema:license', ref(licence));
    }
    return [node, checksum];
  });
  return [fingerprint, ...nodes];
}

/** https://spdx.github.io/spdx-spec/v2.3/, as DCAT 3 uses it. */
function writeChecksum(iri: string, value: string): Node {
  const node: Node = { '@id': iri, '@type': ['spdx:Checksum'] };
  add(node, 'spdx:algorithm', ref(sha256));
  add(node, 'spdx:checksumValue', literal(value, 'xsd:hexBinary'));
  return node;
}
