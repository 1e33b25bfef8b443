import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Quad } from '@rdfjs/types';
import { Parser } from 'n3';
import { packageRoot } from '../package-root.ts';

/**
 * Terms of vocabularies whose files are on no package registry, with where each was seen. Only what the data uses stands here: a
 * new one has to be looked up first.
 */
export const lookedUp: Record<string, { source: string; terms: string[] }> = {
  'http://www.w3.org/ns/dcat#': {
    source: 'DCAT 3, W3C Recommendation of 22 August 2024, https://www.w3.org/TR/vocab-dcat-3/',
    terms: ['version', 'hasVersion', 'hasCurrentVersion', 'isVersionOf', 'previousVersion'],
  },
  'http://data.europa.eu/eli/ontology#': {
    source: 'owl:equivalentClass of http://schema.org/Legislation in schema.org’s own file',
    terms: ['LegalResource'],
  },
  'http://purl.org/spar/cito/': {
    source: 'CiTO, https://sparontologies.github.io/cito/current/cito.html',
    terms: ['Citation', 'cites', 'hasCitedEntity', 'hasCitingEntity'],
  },
  'http://purl.org/linked-data/sdmx/2009/attribute#': {
    source:
      'SDMX-RDF, https://github.com/UKGovLD/publishing-statistical-data, specs/src/main/vocab/sdmx-attribute.ttl',
    terms: ['obsStatus', 'unitMeasure'],
  },
  'http://purl.org/linked-data/sdmx/2009/dimension#': {
    source: 'SDMX-RDF, specs/src/main/vocab/sdmx-dimension.ttl',
    terms: ['refPeriod'],
  },
  'http://purl.org/linked-data/sdmx/2009/measure#': {
    source: 'SDMX-RDF, specs/src/main/vocab/sdmx-measure.ttl',
    terms: ['obsValue'],
  },
  'http://purl.org/linked-data/sdmx/2009/code#': {
    source: 'SDMX-RDF, specs/src/main/vocab/sdmx-code.ttl',
    terms: ['obsStatus-A', 'obsStatus-E'],
  },
  'http://www.w3.org/ns/adms#': {
    source: 'ADMS, https://www.w3.org/TR/vocab-adms/; used as in DCAT 3, "Property: version notes"',
    terms: ['versionNotes'],
  },
  'http://spdx.org/rdf/terms#': {
    source: 'SPDX 2.3, https://spdx.org/rdf/spdx-terms-v2.3/; used as in DCAT 3, "Property: checksum"',
    terms: ['Checksum', 'algorithm', 'checksum', 'checksumValue', 'checksumAlgorithm_sha256'],
  },
};

/** Folders of node_modules/@vocabulary by namespace: each has the vocabulary's own file. */
export const packaged: Record<string, string> = {
  'http://schema.org/': 'schema',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://purl.org/dc/elements/1.1/': 'dc11',
  'http://xmlns.com/foaf/0.1/': 'foaf',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://www.w3.org/2000/01/rdf-schema#': 'rdfs',
  'http://www.w3.org/2001/XMLSchema#': 'xsd',
  'http://www.w3.org/2002/07/owl#': 'owl',
  'http://www.w3.org/2004/02/skos/core#': 'skos',
  'http://www.w3.org/ns/prov#': 'prov',
  'http://www.w3.org/ns/org#': 'org',
  'http://www.w3.org/ns/oa#': 'oa',
  'http://purl.org/linked-data/cube#': 'qb',
  'http://qudt.org/schema/qudt/': 'qudt',
  'http://qudt.org/vocab/unit/': 'unit',
  'http://www.opengis.net/ont/geosparql#': 'geo',
  'http://purl.org/ontology/bibo/': 'bibo',
  'http://purl.org/vocab/frbr/core#': 'frbr',
  'http://www.w3.org/ns/dcat#': 'dcat',
  'http://rdfs.org/ns/void#': 'void',
  'http://www.w3.org/ns/dqv#': 'dqv',
  'http://www.w3.org/2006/vcard/ns#': 'vcard',
  'http://www.w3.org/ns/shacl#': 'sh',
};

/** What a vocabulary’s own file defines. */
export interface VocabularyFile {
  defined: Set<string>;
  deprecated: Set<string>;
}
const files = new Map<string, VocabularyFile>();

/** Reads the file of a folder of node_modules/@vocabulary, once. */
export function readVocabularyFile(folder: string): VocabularyFile {
  const known = files.get(folder);
  if (known) return known;
  const root = path.join(packageRoot, 'node_modules/@vocabulary', folder);
  const name = readdirSync(root).find((each) => each.endsWith('.nq')) ?? '';
  const quads = new Parser({ format: 'N-Quads' }).parse(readFileSync(path.join(root, name), 'utf8'));
  const isOld = ({ predicate, object }: Quad) =>
    predicate.value === 'http://schema.org/supersededBy' ||
    (predicate.value === 'http://www.w3.org/2002/07/owl#deprecated' && object.value === 'true');
  const file = {
    defined: new Set(quads.map(({ subject }) => subject.value)),
    deprecated: new Set(quads.filter(isOld).map(({ subject }) => subject.value)),
  };
  files.set(folder, file);
  return file;
}
