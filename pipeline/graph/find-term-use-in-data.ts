import type { Quad } from '@rdfjs/types';
import type { Property, Vocabulary } from '../model.ts';
import type { TermUse } from './vocabulary-in-use.ts';

const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** What of a vocabulary triples use, by the addresses of its terms: of data that are published, and whose texts are not read. */
export function findTermUseInData({ types }: Vocabulary, quads: Iterable<Quad>): TermUse {
  const [classes, predicates] = [new Set<string>(), new Set<string>()];
  for (const { predicate, object } of quads) {
    predicates.add(predicate.value);
    if (predicate.value === type) classes.add(object.value);
  }
  const used = [...types.values()].filter(
    ({ classes: own, abstract }) => !abstract && own.length > 0 && own.every((iri) => classes.has(iri)),
  );
  const properties: string[][] = [];
  const visit = (
    known: ReadonlyMap<string, Property>,
    above: string[],
    seen: ReadonlySet<Property>,
  ): void => {
    for (const [name, property] of known) {
      if (seen.has(property) || !predicates.has(property.iri)) continue;
      properties.push([...above, name]);
      visit(property.parts, [...above, name], new Set([...seen, property]));
    }
  };
  for (const { name, properties: own } of used) visit(own, [name], new Set());
  return { types: used.map(({ name }) => name).sort(), properties };
}
