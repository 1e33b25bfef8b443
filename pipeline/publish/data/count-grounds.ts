import type { Quad } from '@rdfjs/types';
import { coreNamespace } from '../../graph/iri.ts';
import { addTo } from '../../values/add-to.ts';

/** How many assertions on entities and their parts rest on what. */
export interface GroundCounts {
  /** On sentences. */
  stated: number;
  /** On records alone. */
  recorded: number;
  /** On a rule of the program. */
  inferred: number;
}

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const prov = 'http://www.w3.org/ns/prov#';
const quoted = `${prov}wasQuotedFrom`;
const influenced = `${prov}wasInfluencedBy`;
/** How a thing came about is no assertion about it. */
const grounds = new Set([quoted, influenced, `${prov}wasDerivedFrom`]);

/**
 * Counts the triples about entities and their parts by what each rests on: a statement that says it, else the record that gives the
 * property, else a rule, else the sentences that the part as a whole is quoted from (docs/linked-data.md has the same in SPARQL).
 *
 * @param entities what the addresses of entities begin with
 */
export function countGrounds(quads: readonly Quad[], entities: string): GroundCounts {
  const known = indexGrounds(quads);
  const counts: GroundCounts = { stated: 0, recorded: 0, inferred: 0 };
  for (const { subject, predicate, object } of quads) {
    if (!subject.value.startsWith(entities) || grounds.has(predicate.value)) continue;
    const own = `${subject.value} ${predicate.value}`;
    if (known.stated.has(`${own} ${keyOf(object)}`)) counts.stated += 1;
    else if (known.recorded.has(own)) counts.recorded += 1;
    else if (known.byRule.has(predicate.value) || known.made.has(subject.value)) counts.inferred += 1;
    else if (known.quoted.has(subject.value)) counts.stated += 1;
  }
  return counts;
}

interface KnownGrounds {
  /** Subject, property and value. */
  stated: Set<string>;
  /** Subject and property. */
  recorded: Set<string>;
  /** Properties. */
  byRule: Set<string>;
  /** Subjects. */
  made: Set<string>;
  quoted: Set<string>;
}

function indexGrounds(quads: readonly Quad[]): KnownGrounds {
  const bySubject = new Map<string, Quad[]>();
  const made = new Set<string>();
  const quotedFrom = new Set<string>();
  for (const quad of quads) {
    const { subject, predicate } = quad;
    if (predicate.value === quoted) quotedFrom.add(subject.value);
    if (predicate.value === influenced) made.add(subject.value);
    if (!telling.has(predicate.value)) continue;
    addTo(bySubject, subject.value, quad);
  }
  const stated = new Set<string>();
  const recorded = new Set<string>();
  const byRule = new Set<string>();
  for (const [teller, told] of bySubject) {
    const of = (property: string) => told.filter(({ predicate }) => predicate.value === property);
    const [subject] = of(`${rdf}subject`);
    const [predicate] = of(`${rdf}predicate`);
    if (subject && predicate && quotedFrom.has(teller))
      for (const { object } of of(`${rdf}object`))
        stated.add(`${subject.object.value} ${predicate.object.value} ${keyOf(object)}`);
    const [about] = of('http://purl.org/dc/terms/subject');
    for (const { object } of of(`${coreNamespace}recordedProperty`))
      recorded.add(`${about?.object.value ?? ''} ${object.value}`);
    for (const { object } of of(`${coreNamespace}inferredProperty`)) byRule.add(object.value);
  }
  return { stated, recorded, byRule, made, quoted: quotedFrom };
}

/** Properties by which a statement, a record or a rule tells what rests on it. */
const telling = new Set([
  ...['subject', 'predicate', 'object'].map((name) => rdf + name),
  'http://purl.org/dc/terms/subject',
  `${coreNamespace}recordedProperty`,
  `${coreNamespace}inferredProperty`,
]);

function keyOf(object: Quad['object']): string {
  return object.termType === 'Literal'
    ? `${object.datatype.value} ${object.language} ${object.value}`
    : object.value;
}
