import type { Iris } from '../../graph/iri.ts';
import { add, type Node, ref } from '../../linked/rdf/nodes.ts';
import type { Property, Publication, StatedFact } from '../../model.ts';
import { addTo } from '../../values/add-to.ts';
import { kindOf } from '../../values/kind-of.ts';
import { lookUp } from '../look-up.ts';
import { addressPath } from './addressed-path.ts';
import { writeEvidence } from './evidence.ts';
import { statementTriples, type Triple } from './statement-triples.ts';
import type { EvidenceContext, ValueContext } from './values.ts';

/** Statements of the texts, reified so that each can carry its evidence. */
export interface StatementNodes {
  nodes: Node[];
  /** IRIs of the statements by "type:slug#path". */
  byTarget: Map<string, string[]>;
  /** All that they say of entities and of parts of these. */
  triples: Triple[];
}

/** A statement as the data has it: of a text value one for each language. */
export interface ListedStatement {
  iri: string;
  fact: StatedFact;
  property: Property;
}

/** One rdf:Statement for each statement, with its evidence. */
export function writeStatements(publication: Publication, context: EvidenceContext): StatementNodes {
  const written: StatementNodes = { nodes: [], byTarget: new Map(), triples: [] };
  for (const { iri, fact, property } of listStatements(publication, context)) {
    const target = `${fact.subject}#${fact.path}`;
    addTo(written.byTarget, target, iri);
    const triples = triplesOf(fact, property, publication, context);
    written.triples.push(...triples);
    written.nodes.push(...writeStatement(iri, fact, triples, publication, context));
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

/** What is said of the parts of a value that a statement names, a period or a number and its unit, has the same evidence. */
function writeStatement(
  iri: string,
  fact: StatedFact,
  triples: readonly Triple[],
  publication: Publication,
  context: EvidenceContext,
): Node[] {
  const subject = subjectOf(fact, publication, context);
  const evidence = writeEvidence(iri, fact, publication, context);
  const targets = evidence.targets.map((target) => ref(target['@id']));
  const node: Node = { '@id': iri, '@type': ['rdf:Statement', 'prov:Entity'] };
  add(node, 'rdf:subject', ref(subject));
  for (const { predicate, object } of triples.filter((triple) => triple.subject === subject)) {
    node['rdf:predicate'] = [ref(predicate)];
    add(node, 'rdf:object', object);
  }
  add(node, 'prov:wasQuotedFrom', ...targets);
  const parts = new Set(triples.map((triple) => triple.subject).filter((each) => each !== subject));
  return [
    node,
    ...[...parts].flatMap((part): Node[] =>
      targets.length > 0 ? [{ '@id': part, 'prov:wasQuotedFrom': targets }] : [],
    ),
    ...evidence.nodes,
  ];
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

function triplesOf(
  fact: StatedFact,
  property: Property,
  publication: Publication,
  context: ValueContext,
): Triple[] {
  const { subject: entity, path, value, words } = fact;
  const said = kindOf(property).isTagged ? Object.entries(words) : [['', ''] as const];
  return said.flatMap(([language, text]) =>
    statementTriples({ entity, path, value, words: text, language }, publication, context),
  );
}
