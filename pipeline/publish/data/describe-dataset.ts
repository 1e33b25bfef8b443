import type { Quad } from '@rdfjs/types';
import type { Iris } from '../../graph/iri.ts';
import { countGraph } from '../../linked/rdf/count-graph.ts';
import { add, dateLiteral, literal, type Node, ref, tagged } from '../../linked/rdf/nodes.ts';
import type { Language, LanguageMap, OutputFile, Publication, SourceFile, Tool } from '../../model.ts';
import { htmlPath, shapesPath } from '../files.ts';
import type { Coverage } from '../metadata.ts';
import { writeDistributions } from './distributions.ts';
import { writeLinksets } from './linksets.ts';
import { writeProvenance } from './provenance.ts';
import { writeStatistics } from './statistics.ts';
import { writeCoverage } from './write-coverage.ts';
import { writeVersions } from './write-versions.ts';

/** What an edition's front matter says of the whole, in the language of the edition. */
export interface EditionDescription {
  language: Language;
  isSource: boolean;
  title: string;
  abstract: string | undefined;
  keywords: string[];
}

export interface DatasetInput {
  publication: Publication;
  editions: EditionDescription[];
  version: string | undefined;
  date: string | undefined;
  /** IRI of a licence, or other words about rights. */
  licence: string | undefined;
  publisher: string | undefined;
  /** Words of the description in each language, and of how the data was made. */
  describe: (language: Language, title: string) => { description: string; provenance: string };
  coverage: Coverage | undefined;
  /** Versions published before, the oldest first, and what is different from the last, in words. */
  earlier: { versions: readonly string[]; notes: LanguageMap };
  /** The dataset's triples. */
  quads: Quad[];
  /** SHA-256 of the canonical N-Triples. */
  canonicalSha256: string;
  /** Files that have the dataset, or a part of it. */
  files: OutputFile[];
  /** Files that it was made from. */
  sources: SourceFile[];
  tool: Tool;
  iris: Iris;
  digest: (text: string) => string;
}

const subject = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#subject';
const publicAccess = 'http://publications.europa.eu/resource/authority/access-right/PUBLIC';

/**
 * Describes a dataset by DCAT 3, VoID, schema.org and PROV-O, on one address that is all three kinds of dataset: what it
 * holds and how much, its licence, its files with their digests, the datasets it links to, what it was made from. Counts
 * are those of the triples; there is no clock: the dates are the front matter's.
 * https://www.w3.org/TR/vocab-dcat-3/, https://www.w3.org/TR/void/, https://schema.org/Dataset
 */
export function describeDataset(input: DatasetInput): Node[] {
  const { publication, editions, iris, version, date, quads } = input;
  const { name } = publication;
  const iri = iris.dataset(name);
  const node: Node = { '@id': iri, '@type': ['dcat:Dataset', 'void:Dataset', 'schema:Dataset'] };
  const origin: Node = { '@id': `${iri}#provenance`, '@type': ['dct:ProvenanceStatement'] };
  for (const { language, title, abstract, keywords } of editions) {
    add(node, 'dct:title', tagged(title, language));
    add(node, 'schema:name', tagged(title, language));
    const { description, provenance } = input.describe(language, title);
    const words = [description, abstract].filter(Boolean).join(' ');
    add(node, 'dct:description', tagged(words, language));
    add(node, 'schema:description', tagged(words, language));
    add(origin, 'rdfs:label', tagged(provenance, language));
    for (const keyword of keywords) {
      add(node, 'dcat:keyword', tagged(keyword, language));
      add(node, 'schema:keywords', tagged(keyword, language));
    }
    add(node, 'dct:language', ref(`http://id.loc.gov/vocabulary/iso639-1/${language}`));
    add(node, 'schema:inLanguage', literal(language));
  }
  add(node, 'dct:identifier', literal(iri));
  for (const property of ['dct:creator', 'schema:creator'])
    add(node, property, ...authorsOf(name, quads, iris).map(ref));
  const source = editions.find(({ isSource }) => isSource) ?? editions[0];
  if (input.publisher) add(node, 'dct:publisher', ref(`${iris.publication(name)}#publisher`));
  if (date) {
    for (const property of ['dct:issued', 'dct:modified', 'schema:datePublished', 'schema:dateModified'])
      add(node, property, dateLiteral(date));
  }
  if (input.licence?.startsWith('http')) {
    for (const property of ['dct:license', 'schema:license']) add(node, property, ref(input.licence));
  } else if (input.licence) add(node, 'dct:rights', literal(input.licence));
  add(node, 'dct:accessRights', ref(publicAccess));
  add(node, 'schema:isAccessibleForFree', literal('true', 'xsd:boolean'));
  add(node, 'schema:about', ref(iris.publication(name)));
  add(node, 'dct:conformsTo', ref(iris.file(shapesPath)));
  if (source) add(node, 'dcat:landingPage', ref(iris.file(htmlPath({ name }, source.language))));
  const observed = quads.find(
    ({ predicate }) => predicate.value === 'http://purl.org/linked-data/cube#dataSet',
  );
  if (observed) add(node, 'dct:hasPart', ref(observed.object.value));
  add(node, 'dct:provenance', ref(origin['@id']));
  const coverage = input.coverage ? writeCoverage(node, input.coverage, iris) : [];
  const { versions, notes } = input.earlier;
  const series = writeVersions(node, { base: iris.base, name, earlier: versions, notes });

  const { files, sources, tool, digest, canonicalSha256 } = input;
  const distributions = writeDistributions(node, {
    files,
    licence: input.licence,
    canonicalSha256,
    iris,
    digest,
  });
  const provenance = writeProvenance(node, { sources, tool, iris, digest });
  const linksets = writeLinksets(node, quads, iris);
  add(node, 'void:exampleResource', ...exampleOf(quads, iris).map(ref));
  const statistics = writeStatistics(node, countGraph(quads), iris);
  if (version) add(node, 'dcat:version', literal(version));
  if (version) add(node, 'schema:version', literal(version));
  return [node, origin, ...coverage, ...series, ...distributions, ...provenance, ...linksets, ...statistics];
}

/** The entity that the texts state most of; the first of several. */
function exampleOf(quads: Quad[], { base }: Iris): string[] {
  const counts = new Map<string, number>();
  for (const { predicate, object } of quads) {
    if (predicate.value !== subject || !object.value.startsWith(`${base}id/`)) continue;
    const entity = object.value.replace(/#.*$/, '');
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts]
    .flatMap(([entity, count]) => (count === most ? [entity] : []))
    .sort()
    .slice(0, 1);
}

/** The authors of the publication, as the data names them. */
function authorsOf(name: string, quads: Quad[], iris: Iris): string[] {
  const work = iris.publication(name);
  return quads
    .filter(
      ({ subject, predicate }) => subject.value === work && predicate.value === 'http://schema.org/author',
    )
    .map(({ object }) => object.value);
}
