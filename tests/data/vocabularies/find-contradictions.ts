import type { Quad } from '@rdfjs/types';
import type { Definitions } from './definitions.ts';
import type { Classify, Misuse } from './find-misuse.ts';

const skos = 'http://www.w3.org/2004/02/skos/core#';
const labels = ['prefLabel', 'altLabel', 'hiddenLabel'].map((name) => skos + name);

/** What no thing and no pair of things can be or have at once: disjoint classes and properties, and the labels of SKOS. */
export function findContradictions(
  quads: readonly Quad[],
  definitions: Definitions,
  classify: Classify,
): Misuse[] {
  const subjects = new Map(quads.map(({ subject }) => [subject.value, subject]));
  return [
    ...[...subjects.values()].flatMap((subject) => {
      const classes = classify(subject) ?? new Set<string>();
      return pairsAmong(classes, definitions).map(
        (what): Misuse => ({ fault: 'disjoint classes', what, where: subject.value }),
      );
    }),
    ...findPairs(quads, definitions),
    ...findLabels(quads),
  ];
}

function pairsAmong(terms: ReadonlySet<string>, definitions: Definitions): string[] {
  return [...terms].flatMap((term) =>
    definitions
      .disjointWith(term)
      .filter((other) => term < other && terms.has(other))
      .map((other) => `${term} with ${other}`),
  );
}

/** Pairs of things that two disjoint properties join; what is wider by SKOS through any number of steps is, too. */
function findPairs(quads: readonly Quad[], definitions: Definitions): Misuse[] {
  const joins = new Map<string, Set<string>>();
  const join = (from: string, to: string, property: string) => {
    const key = `${from} ${to}`;
    const found = joins.get(key) ?? new Set();
    joins.set(key, found);
    for (const each of definitions.widenProperty(property)) found.add(each);
  };
  const broader = new Map<string, string[]>();
  for (const { subject, predicate, object } of quads) {
    const narrower = predicate.value === `${skos}narrower`;
    const [from, to] = narrower ? [object.value, subject.value] : [subject.value, object.value];
    join(subject.value, object.value, predicate.value);
    if (definitions.widenProperty(predicate.value).has(`${skos}related`)) join(to, from, `${skos}related`);
    if (narrower || definitions.widenProperty(predicate.value).has(`${skos}broader`))
      broader.set(from, [...(broader.get(from) ?? []), to]);
  }
  for (const from of broader.keys()) {
    const above = new Set(broader.get(from));
    for (const each of above) for (const next of broader.get(each) ?? []) above.add(next);
    for (const to of above) join(from, to, `${skos}broaderTransitive`);
  }
  const related = (terms: ReadonlySet<string>) =>
    terms.has(`${skos}related`) && terms.has(`${skos}broaderTransitive`)
      ? [`${skos}related with ${skos}broaderTransitive`]
      : [];
  return [...joins].flatMap(([where, terms]) =>
    [...pairsAmong(terms, definitions), ...related(terms)].map(
      (what): Misuse => ({ fault: 'disjoint properties', what, where }),
    ),
  );
}

/** S13 and S14 of SKOS: one preferred label in a language, and no label that is two sorts of label at once. */
function findLabels(quads: readonly Quad[]): Misuse[] {
  const seen = new Map<string, string>();
  const preferred = new Set<string>();
  const faults: Misuse[] = [];
  for (const { subject, predicate, object } of quads) {
    if (object.termType !== 'Literal' || !labels.includes(predicate.value)) continue;
    const label = `${subject.value} "${object.value}"@${object.language}`;
    const before = seen.get(label);
    if (before !== undefined && before !== predicate.value)
      faults.push({ fault: 'labels', what: `${before} and ${predicate.value}`, where: label });
    seen.set(label, predicate.value);
    if (predicate.value !== labels[0]) continue;
    const place = `${subject.value} @${object.language}`;
    if (preferred.has(place)) faults.push({ fault: 'labels', what: 'two preferred labels', where: place });
    preferred.add(place);
  }
  return faults;
}
