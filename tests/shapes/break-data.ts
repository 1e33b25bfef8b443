import type { Literal, NamedNode, Quad } from '@rdfjs/types';
import fc from 'fast-check';
import { DataFactory } from 'n3';

const { blankNode, literal, namedNode, quad } = DataFactory;
const xsd = 'http://www.w3.org/2001/XMLSchema#';
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

type Break = (broken: Quad) => Quad[];

const withObject = ({ subject, predicate }: Quad, object: Quad['object']): Quad =>
  quad(subject as NamedNode, predicate as NamedNode, object as Literal);
const asLiteral = ({ object }: Quad): Literal =>
  object.termType === 'Literal' ? object : literal(object.value);
const written = (broken: Quad, value: string): Literal => {
  const { language, datatype } = asLiteral(broken);
  return language ? literal(value, language) : literal(value, namedNode(datatype.value));
};

/** What can go wrong with a statement, by name. */
const breaks: Record<string, Break> = {
  drop: () => [],
  repeat: (broken) => [broken, broken],
  'second value': (broken) => [
    broken,
    withObject(
      broken,
      broken.object.termType === 'Literal'
        ? written(broken, `${broken.object.value} 2`)
        : namedNode(`${broken.object.value}-2`),
    ),
  ],
  datatype: (broken) => [withObject(broken, literal(broken.object.value, namedNode(`${xsd}double`)))],
  'no datatype': (broken) => [withObject(broken, literal(broken.object.value))],
  language: (broken) => [withObject(broken, literal(broken.object.value, 'fr'))],
  'lexical form': (broken) => [withObject(broken, written(broken, `${broken.object.value}x`))],
  'no words': (broken) => [withObject(broken, written(broken, ''))],
  'many words': (broken) => [withObject(broken, written(broken, broken.object.value.repeat(200)))],
  'large number': (broken) => [withObject(broken, written(broken, '999999'))],
  'small number': (broken) => [withObject(broken, written(broken, '-999999.5'))],
  address: (broken) => [withObject(broken, namedNode('https://example.org/nothing'))],
  'no address': (broken) => [withObject(broken, blankNode('nobody'))],
  class: (broken) => [
    quad(broken.subject as NamedNode, namedNode(type), namedNode('https://example.org/Nothing')),
  ],
  'words for an address': (broken) => [withObject(broken, literal('words', 'en'))],
  'address of itself': (broken) => [withObject(broken, broken.subject as Quad['object'])],
};

/** Which statement, counted round and round, and what is wrong with it. */
export type Fault = [place: number, what: string];

export const anyFault: fc.Arbitrary<Fault> = fc.tuple(
  fc.noBias(fc.nat(10_000_000)),
  fc.constantFrom(...Object.keys(breaks)),
);

export function breakData(data: Quad[], faults: readonly Fault[]): Quad[] {
  const byPlace = new Map(faults.map(([place, what]) => [place % data.length, breaks[what]]));
  return data.flatMap((each, place) => byPlace.get(place)?.(each) ?? [each]);
}
