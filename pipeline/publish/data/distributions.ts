import type { Iris } from '../../graph/iri.ts';
import { add, literal, type Node, ref, taggedAll } from '../../linked/rdf/nodes.ts';
import type { LanguageMap, OutputFile } from '../../model.ts';
import { countBytes } from '../count-bytes.ts';
import { bareType, nquadsType, ntriplesType } from '../media-types.ts';

export interface DistributionInput {
  /** With what each is called, in every language. */
  files: readonly { file: OutputFile; title: LanguageMap }[];
  licence: string | undefined;
  /** SHA-256 of the canonical N-Triples; undefined where the dataset has no such form. */
  canonicalSha256: string | undefined;
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
  const fingerprints: Node[] = [];
  if (canonicalSha256 !== undefined) {
    const fingerprint = writeChecksum(`${dataset['@id']}#canonical`, canonicalSha256);
    add(dataset, 'spdx:checksum', ref(fingerprint['@id']));
    fingerprints.push(fingerprint);
  }
  const nodes = files.flatMap(({ file, title }) => {
    const iri = iris.file(file.path);
    const bare = bareType(file.mediaType);
    const { bytes, sha256: fileSha256 } = countBytes(file, digest);
    const size = String(bytes);
    const checksum = writeChecksum(`${iri}#sha256`, fileSha256);
    const node: Node = { '@id': iri, '@type': ['dcat:Distribution', 'schema:DataDownload'] };
    add(dataset, 'dcat:distribution', ref(iri));
    add(dataset, 'schema:distribution', ref(iri));
    if (bare === ntriplesType || bare === nquadsType) add(dataset, 'void:dataDump', ref(iri));
    add(node, 'dct:title', ...taggedAll(title));
    add(node, 'schema:name', ...taggedAll(title));
    add(node, 'dcat:accessURL', ref(iri));
    add(node, 'dcat:downloadURL', ref(iri));
    add(node, 'schema:contentUrl', ref(iri));
    add(node, 'dcat:mediaType', ref(mediaTypes + bare));
    add(node, 'schema:encodingFormat', literal(bare));
    add(node, 'dcat:byteSize', literal(size, 'xsd:nonNegativeInteger'));
    add(node, 'schema:contentSize', literal(`${size} B`));
    add(node, 'schema:sha256', literal(fileSha256));
    add(node, 'spdx:checksum', ref(checksum['@id']));
    if (licence?.startsWith('http')) {
      add(node, 'dct:license', ref(licence));
      add(node, 'schema:license', ref(licence));
    }
    return [node, checksum];
  });
  return [...fingerprints, ...nodes];
}

/** https://spdx.github.io/spdx-spec/v2.3/, as DCAT 3 uses it. */
function writeChecksum(iri: string, value: string): Node {
  const node: Node = { '@id': iri, '@type': ['spdx:Checksum'] };
  add(node, 'spdx:algorithm', ref(sha256));
  add(node, 'spdx:checksumValue', literal(value, 'xsd:hexBinary'));
  return node;
}
