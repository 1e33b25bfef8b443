import type { Quad } from '@rdfjs/types';
import type { Iris } from '../../graph/iri.ts';
import { describeChanges } from '../../linked/compare/describe-changes.ts';
import { countGraph } from '../../linked/rdf/count-graph.ts';
import { add, dateLiteral, literal, type Node, ref, tagged } from '../../linked/rdf/nodes.ts';
import type { LanguageMap } from '../../model.ts';
import type { Translate } from '../../project/furniture.ts';
import type { Drawing } from '../drawing.ts';
import { htmlPath } from '../outputs/html-page.ts';
import type { WrittenOutput } from '../outputs/output.ts';
import { outputTitle } from '../outputs/output-words.ts';
import { shapesPath } from '../outputs/shapes.ts';
import { recordFiles } from '../record-files.ts';
import { isGap } from '../translation-status.ts';
import { datasetWords } from './dataset-words.ts';
import { writeDistributions } from './distributions.ts';
import { writeLinksets } from './linksets.ts';
import { writeProvenance } from './provenance.ts';
import { writeStatistics } from './statistics.ts';
import { writeCoverage } from './write-coverage.ts';
import { writeGroundCounts } from './write-ground-counts.ts';
import { writeVersions } from './write-versions.ts';

const subject = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#subject';
const publicAccess = 'http://publications.europa.eu/resource/authority/access-right/PUBLIC';

/**
 * Describes a dataset by DCAT 3, VoID, schema.org and PROV-O, on one address that is all three kinds of dataset: what it
 * holds and how much, its licence, its files with their digests, the datasets it links to, what it was made from. Counts
 * are those of the triples; there is no clock: the dates are the front matter's.
 * https://www.w3.org/TR/vocab-dcat-3/, https://www.w3.org/TR/void/, https://schema.org/Dataset
 *
 * @param distributions files that have the dataset, or a part of it
 */
export function describeDataset(drawing: Drawing, distributions: readonly WrittenOutput[]): Node[] {
  const { publication, iris, quads, source, sources, canonicalSha256 } = drawing;
  const { digest, tool } = drawing.services;
  const { name } = publication;
  const iri = iris.dataset(name);
  const node: Node = { '@id': iri, '@type': ['dcat:Dataset', 'void:Dataset', 'schema:Dataset'] };
  const origin: Node = { '@id': `${iri}#provenance`, '@type': ['dct:ProvenanceStatement'] };
  addWords(node, origin, drawing);
  addIdentity(node, drawing);
  addRights(node, drawing);
  addNeighbours(node, drawing);
  add(node, 'dct:provenance', ref(origin['@id']));
  const coverage = source ? writeCoverage(node, source.dataset, iris) : [];
  const { versions, change } = drawing.earlier.value;
  const series = writeVersions(node, {
    base: iris.base,
    name,
    earlier: versions,
    notes: change ? inEveryLanguage(drawing, (t) => describeChanges(change, t)) : {},
  });
  const files = writeDistributions(node, {
    files: distributions.flatMap(({ output, files: own }) => {
      const title = inEveryLanguage(drawing, (t) => outputTitle(output, t));
      return own.map((file) => ({ file, title }));
    }),
    licence: source?.licence.data,
    canonicalSha256,
    iris,
    digest,
  });
  const known = new Set(sources.map(({ path }) => path));
  const recorded = [...publication.graph.entities.values()].flatMap(recordFiles);
  const shared = [...new Set(recorded)].filter((path) => !known.has(path));
  const provenance = writeProvenance(node, { sources, shared, tool, iris, digest });
  const linksets = writeLinksets(node, quads, iris);
  add(node, 'void:exampleResource', ...exampleOf(quads, iris).map(ref));
  const statistics = writeStatistics(node, countGraph(quads), iris);
  const grounds = writeGroundCounts(node, drawing.grounds, (name) =>
    inEveryLanguage(drawing, (t) => t(`edition:grounds.${name}`)),
  );
  return [
    ...[node, origin, ...coverage, ...series, ...files, ...provenance, ...linksets, ...statistics],
    ...grounds,
  ];
}

/** Title, description, keywords and languages; in a gap of an edition there are no words of its language. */
function addWords(node: Node, origin: Node, { editions, wordsOf, grounds, services }: Drawing): void {
  for (const { edition, metadata } of editions) {
    if (isGap(edition, 'title')) continue;
    const { language, tag } = edition;
    const { title } = metadata;
    const { description, provenance } = datasetWords(
      wordsOf(language).t,
      { title, tag },
      grounds,
      services.keep,
    );
    const abstract = isGap(edition, 'abstract') ? undefined : metadata.abstract;
    const words = [description, abstract].filter(Boolean).join(' ');
    for (const property of ['dct:title', 'schema:name']) add(node, property, tagged(title, language));
    for (const property of ['dct:description', 'schema:description'])
      add(node, property, tagged(words, language));
    add(origin, 'rdfs:label', tagged(provenance, language));
    const keywords = metadata.keywords.filter((_, index) => !isGap(edition, `keywords/${index}`));
    for (const property of ['dcat:keyword', 'schema:keywords'])
      add(node, property, ...keywords.map((keyword) => tagged(keyword, language)));
    add(node, 'dct:language', ref(`http://id.loc.gov/vocabulary/iso639-1/${language}`));
    add(node, 'schema:inLanguage', literal(language));
  }
}

function addIdentity(node: Node, { publication: { name }, quads, source, iris }: Drawing): void {
  add(node, 'dct:identifier', literal(node['@id']));
  for (const property of ['dct:creator', 'schema:creator'])
    add(node, property, ...authorsOf(name, quads, iris).map(ref));
  if (source?.publisher) add(node, 'dct:publisher', ref(`${iris.publication(name)}#publisher`));
  if (source?.date) {
    for (const property of ['dct:issued', 'dct:modified', 'schema:datePublished', 'schema:dateModified'])
      add(node, property, dateLiteral(source.date));
  }
  if (source?.version) {
    for (const property of ['dcat:version', 'schema:version']) add(node, property, literal(source.version));
  }
}

function addRights(node: Node, { source }: Drawing): void {
  const licence = source?.licence.data;
  if (licence?.startsWith('http')) {
    for (const property of ['dct:license', 'schema:license']) add(node, property, ref(licence));
  } else if (licence) add(node, 'dct:rights', literal(licence));
  add(node, 'dct:accessRights', ref(publicAccess));
  add(node, 'schema:isAccessibleForFree', literal('true', 'xsd:boolean'));
}

/** What the dataset is about, conforms to and is shown by. */
function addNeighbours(node: Node, { publication, editions, quads, iris }: Drawing): void {
  const { name } = publication;
  add(node, 'schema:about', ref(iris.publication(name)));
  add(node, 'dct:conformsTo', ref(iris.file(shapesPath)));
  const told = editions.map(({ edition }) => edition).filter((edition) => !isGap(edition, 'title'));
  const shown = told.find(({ isSource }) => isSource) ?? told[0];
  if (shown) add(node, 'dcat:landingPage', ref(iris.file(htmlPath({ name }, shown.language))));
  const observed = quads.find(
    ({ predicate }) => predicate.value === 'http://purl.org/linked-data/cube#dataSet',
  );
  if (observed) add(node, 'dct:hasPart', ref(observed.object.value));
}

function inEveryLanguage({ publication, wordsOf }: Drawing, words: (t: Translate) => string): LanguageMap {
  return Object.fromEntries(
    publication.editions.map(({ language }) => [language, words(wordsOf(language).t)]),
  );
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
