import type { Quad } from '@rdfjs/types';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#';
const owl = 'http://www.w3.org/2002/07/owl#';
const schema = 'http://schema.org/';

/** What vocabularies say of their terms, as asked by a judge of data that use them. */
export interface Definitions {
  /** All classes that a thing has which has these: wider and equivalent ones too. */
  widen(classes: Iterable<string>): Set<string>;
  /** A property, and all that follow from it. */
  widenProperty(property: string): Set<string>;
  /** The classes that a term of a vocabulary has itself, a unit or a code. */
  typesOf(term: string): readonly string[];
  /** Each list holds alternatives, of which the subject has to be one; all lists have to hold. */
  domainsOf(property: string): readonly (readonly string[])[];
  rangesOf(property: string): readonly (readonly string[])[];
  /** Classes, or properties, that no thing or pair has together with this one. */
  disjointWith(term: string): readonly string[];
  isDeprecated(term: string): boolean;
}

/** Looks objects up by predicate and subject. */
function indexObjects(quads: readonly Quad[]): (predicate: string, subject: string) => readonly string[] {
  const index = new Map<string, string[]>();
  for (const { subject, predicate, object } of quads) {
    const key = `${predicate.value} ${subject.value}`;
    const found = index.get(key);
    if (found) found.push(object.value);
    else index.set(key, [object.value]);
  }
  return (predicate, subject) => index.get(`${predicate} ${subject}`) ?? [];
}

/** Reaches all that follow from terms by one step, any number of times. */
function reach(from: Iterable<string>, step: (term: string) => readonly string[]): Set<string> {
  const reached = new Set(from);
  for (const term of reached) for (const next of step(term)) reached.add(next);
  return reached;
}

/** Both directions of properties that vocabularies give in one only. */
function bothWays(quads: readonly Quad[], predicate: string): (term: string) => readonly string[] {
  const pairs = quads.filter((quad) => quad.predicate.value === predicate);
  const index = new Map<string, string[]>();
  for (const { subject, object } of pairs)
    for (const [from, to] of [
      [subject.value, object.value],
      [object.value, subject.value],
    ] as const)
      index.set(from, [...(index.get(from) ?? []), to]);
  return (term) => index.get(term) ?? [];
}

/** The address that a term’s name follows. */
export function namespaceOf(term: string): string {
  return term.replace(/[^/#]*$/, '');
}

/**
 * Reads what the vocabularies in these triples say: RDFS, the part of OWL that names classes, and schema.org’s own words.
 *
 * @param own what terms of the project begin with: they are what their wider terms are, in whatever vocabulary. What follows from a
 * vocabulary's term in another one is that vocabulary's affair: ORG has members of organizations, which FOAF has of groups only.
 */
export function readDefinitions(quads: readonly Quad[], own: string): Definitions {
  const objects = indexObjects(quads);
  const equalClasses = bothWays(quads, `${owl}equivalentClass`);
  const apart = ['disjointWith', 'propertyDisjointWith'].map((name) => bothWays(quads, owl + name));
  const listOf = (head: string): string[] => {
    const [first] = objects(`${rdf}first`, head);
    const [rest] = objects(`${rdf}rest`, head);
    return first === undefined || rest === undefined ? [] : [first, ...listOf(rest)];
  };
  const alternatives = (name: string): string[] => {
    const [union] = objects(`${owl}unionOf`, name);
    return union === undefined ? [name] : listOf(union);
  };
  const constraints = (property: string, strict: string, included: string): string[][] => {
    const open = objects(included, property);
    return [...objects(strict, property).map(alternatives), ...(open.length > 0 ? [[...open]] : [])];
  };
  return {
    widen: (classes) =>
      reach(classes, (name) => [...objects(`${rdfs}subClassOf`, name), ...equalClasses(name)]),
    widenProperty: (property) =>
      reach([property], (name) =>
        [`${rdfs}subPropertyOf`, `${owl}equivalentProperty`]
          .flatMap((each) => objects(each, name))
          .filter((wider) => name.startsWith(own) || namespaceOf(wider) === namespaceOf(name)),
      ),
    typesOf: (term) => objects(`${rdf}type`, term),
    domainsOf: (property) => constraints(property, `${rdfs}domain`, `${schema}domainIncludes`),
    rangesOf: (property) => constraints(property, `${rdfs}range`, `${schema}rangeIncludes`),
    disjointWith: (term) => apart.flatMap((ask) => ask(term)),
    isDeprecated: (term) =>
      objects(`${owl}deprecated`, term).includes('true') || objects(`${schema}supersededBy`, term).length > 0,
  };
}
