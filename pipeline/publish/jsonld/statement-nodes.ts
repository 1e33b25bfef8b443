import type { Iris } from '../../graph/iri.ts';
import { add, type Node, ref, tagged } from '../../linked/rdf/nodes.ts';
import type { Json, Property, Publication, StatedFact } from '../../model.ts';
import { addTo } from '../../values/add-to.ts';
import { kindOf } from '../../values/kind-of.ts';
import { lookUp } from '../look-up.ts';
import { addressPath } from './addressed-path.ts';
import { writeEvidence } from './evidence.ts';
import { statementTriples } from './statement-triples.ts';
import { type EvidenceContext, predicateOf, type ValueContext } from './values.ts';

/** Statements of the texts, reified so that each can carry its evidence. */
export interface StatementNodes {
  nodes: Node[];
  /** IRIs of the statements by "type:slug#path". */
  byTarget: Map<string, string[]>;
}

/** A statement as the data has it: of a text value one for each language. */
export interface ListedStatement {
  iri: string;
  fact: StatedFact;
  property: Property;
}

/** One rdf:Statement for each statement, with its evidence. */
export function writeStatements(publication: Publication, context: EvidenceContext): StatementNodes {
  const written: StatementNodes = { nodes: [], byTarget: new Map() };
  for (const { iri, fact, property } of listStatements(publication, context)) {
    const target = `${fact.subject}#${fact.path}`;
    addTo(written.byTarget, target, iri);
    written.nodes.push(...writeStatement(iri, fact, property, publication, context));
  }
  return written;
}

/**
 * One for each fact that the texts state; of a text value one for each language, for a statement has one object.
 * Address: <base>statement/<publication>/<type>/<slug>/<path>, then a number where it is stated again, then the
 * language of a text value.
 */
export function listStatements(
  publication: Publication,
  { iris, vocabulary }: ValueContext,
): ListedStatement[] {
  const counts = new Map<string, number>();
  const facts = [...publication.graph.facts].sort((a, b) => a.segment - b.segment);
  return facts.flatMap((fact) => {
    const target = `${fact.subject}#${fact.path}`;
    const property = lookUp(fact.subject, fact.path, publication.graph, vocabulary)?.property;
    if (!property) return [];
    const count = (counts.get(target) ?? 0) + 1;
    counts.set(target, count);
    const iri = address(publication.name, fact, count, iris);
    return splitFact(iri, fact, property).map((part) => ({ ...part, property }));
  });
}

function address(name: string, { subject, path }: StatedFact, position: number, iris: Iris): string {
  const place = `${iris.base}statement/${encodeURIComponent(name)}/${subject.replace(':', '/')}/${path}`;
  return position === 1 ? place : `${place}/${position}`;
}

function splitFact(iri: string, fact: StatedFact, property: Property): { iri: string; fact: StatedFact }[] {
  if (!kindOf(property).isTagged) return [{ iri, fact }];
  return Object.entries(fact.words)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([language, words]) => ({
      iri: `${iri}/${language}`,
      fact: { ...fact, words: { [language]: words }, orders: pick(fact.orders, language) },
    }));
}

function pick(orders: StatedFact['orders'], language: string): StatedFact['orders'] {
  const order = Object.hasOwn(orders, language) ? orders[language] : undefined;
  return order === undefined ? {} : { [language]: order };
}

function writeStatement(
  iri: string,
  fact: StatedFact,
  property: Property,
  publication: Publication,
  context: EvidenceContext,
): Node[] {
  const node: Node = { '@id': iri, '@type': ['rdf:Statement', 'prov:Entity'] };
  add(node, 'rdf:subject', ref(subjectOf(fact, publication, context)));
  const { whole } = addressPath(fact.subject, fact.path, publication.graph, context.vocabulary);
  add(node, 'rdf:predicate', ref(predicateOf(property, fact.value, whole)));
  for (const object of objectsOf(fact, property, publication, context)) add(node, 'rdf:object', object);
  const evidence = writeEvidence(iri, fact, publication, context);
  for (const target of evidence.targets) add(node, 'prov:wasQuotedFrom', ref(target['@id']));
  return [node, ...evidence.nodes];
}

/** Of "population.period" it is the measurement that has the period. */
function subjectOf(
  { subject, path }: StatedFact,
  { graph }: Publication,
  { iris, vocabulary }: ValueContext,
): string {
  const { holder } = addressPath(subject, path, graph, vocabulary);
  return holder === undefined ? iris.entity(subject) : iris.statement(subject, holder);
}

function objectsOf(
  fact: StatedFact,
  property: Property,
  publication: Publication,
  context: EvidenceContext,
): Json[] {
  const { subject, path, value, words } = fact;
  if (kindOf(property).isTagged) {
    return Object.entries(words).map(([language, text]) => tagged(text, language));
  }
  const statement = { entity: subject, path, value, words: '', language: '' };
  const own = subjectOf(fact, publication, context);
  return statementTriples(statement, publication, context)
    .filter((triple) => triple.subject === own)
    .map(({ object }) => object);
}
