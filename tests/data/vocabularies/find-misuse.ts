import type { Quad, Term } from '@rdfjs/types';
import type { Definitions } from './definitions.ts';
import { findContradictions } from './find-contradictions.ts';
import { fitsRange } from './fits-range.ts';
import { isOfClass } from './is-of-class.ts';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const owl = 'http://www.w3.org/2002/07/owl#';

export type Fault =
  | 'unknown term'
  | 'deprecated term'
  | 'property as class'
  | 'class as property'
  | 'literal for a thing'
  | 'thing for a literal'
  | 'outside the domain'
  | 'outside the range'
  | 'disjoint classes'
  | 'disjoint properties'
  | 'labels';

/** One use of a term that is not what its vocabulary defines. */
export interface Misuse {
  fault: Fault;
  /** What is wrong, without the things that it is wrong of: so equal faults can be counted. */
  what: string;
  where: string;
}
/** Says all classes of a thing; undefined where neither the data nor a vocabulary says any. */
export type Classify = (term: Term) => ReadonlySet<string> | undefined;

/** Holds triples against the definitions of the terms that they use, and of those that follow from these. */
export function findMisuse(
  quads: readonly Quad[],
  definitions: Definitions,
  isKnown: (term: string) => boolean,
): Misuse[] {
  const classify = createClassifier(quads, definitions);
  return [
    ...quads.flatMap((quad) => [
      ...judgeTerm(quad, definitions, isKnown),
      ...(quad.predicate.value === `${rdf}type` ? [] : judgeEnds(quad, definitions, classify)),
    ]),
    ...findContradictions(quads, definitions, classify),
  ];
}

function createClassifier(quads: readonly Quad[], definitions: Definitions): Classify {
  const declared = new Map<string, string[]>();
  const declare = (thing: string, name: string) =>
    declared.set(thing, [...(declared.get(thing) ?? []), name]);
  for (const { subject, predicate, object } of quads) {
    if (predicate.value === `${rdf}type`) declare(subject.value, object.value);
    // Nobody says of the parts of a list that they are lists.
    if (predicate.value === `${rdf}first`) declare(subject.value, `${rdf}List`);
  }
  const known = new Map<string, ReadonlySet<string>>();
  return ({ value }) => {
    const types = [...(declared.get(value) ?? []), ...definitions.typesOf(value)];
    if (types.length === 0) return undefined;
    const all = known.get(value) ?? definitions.widen(types);
    known.set(value, all);
    return all;
  };
}

/** The term that a triple rests on: its predicate, or the class that it gives. */
function judgeTerm(
  { predicate, object, subject }: Quad,
  definitions: Definitions,
  isKnown: (term: string) => boolean,
): Misuse[] {
  const isClass = predicate.value === `${rdf}type`;
  const what = isClass ? object.value : predicate.value;
  const tell = (fault: Fault): Misuse => ({ fault, what, where: subject.value });
  if (!isKnown(what)) return [tell('unknown term')];
  const sorts = definitions.typesOf(what);
  const asProperty = sorts.some((sort) => /[#/]\w*Property$/.test(sort));
  const asClass = sorts.some((sort) => /[#/]Class$/.test(sort));
  return [
    ...(definitions.isDeprecated(what) ? [tell('deprecated term')] : []),
    ...(isClass && asProperty && !asClass ? [tell('property as class')] : []),
    ...(!isClass && asClass && !asProperty ? [tell('class as property')] : []),
  ];
}

/** The ends of a triple, by its predicate; if nothing is wrong with them by it, by those that follow from it. */
function judgeEnds(quad: Quad, definitions: Definitions, classify: Classify): Misuse[] {
  const { subject, predicate, object } = quad;
  const [from, to] = [classify(subject), classify(object)];
  const where = `${subject.value} ${predicate.value} ${object.value}`;
  const found = object.termType === 'Literal' ? `a literal of ${object.datatype.value}` : told(to);
  for (const property of definitions.widenProperty(predicate.value)) {
    const via = property === predicate.value ? property : `${predicate.value}, being ${property}`;
    const domains = definitions
      .domainsOf(property)
      .filter((classes) => !classes.some((name) => isOfClass(name, from, definitions)));
    const ranges = definitions
      .rangesOf(property)
      .filter((classes) => !fitsRange(object, classes, to, definitions));
    const sort = sortFault(definitions.typesOf(property), object);
    const misuses: Misuse[] = [
      ...(sort === undefined ? [] : [{ fault: sort, what: via, where }]),
      ...domains.map((classes): Misuse => {
        return { fault: 'outside the domain', what: `${via}: ${told(from)} for ${told(classes)}`, where };
      }),
      ...ranges.map((classes): Misuse => {
        return { fault: 'outside the range', what: `${via}: ${found} for ${told(classes)}`, where };
      }),
    ];
    if (misuses.length > 0) return misuses;
  }
  return [];
}

/** Literals of properties whose objects are things, and the other way round. */
function sortFault(sorts: readonly string[], object: Term): Fault | undefined {
  const isLiteral = object.termType === 'Literal';
  if (isLiteral && sorts.includes(`${owl}ObjectProperty`)) return 'literal for a thing';
  return !isLiteral && sorts.includes(`${owl}DatatypeProperty`) ? 'thing for a literal' : undefined;
}

function told(classes: Iterable<string> | undefined): string {
  return classes === undefined ? 'a thing without class' : [...classes].join(' | ');
}
