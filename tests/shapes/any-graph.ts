import type { Quad } from '@rdfjs/types';
import fc from 'fast-check';
import { DataFactory } from 'n3';
import { bySubject } from './by-subject.ts';

const { blankNode, literal, namedNode, quad } = DataFactory;
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const shacl = 'http://www.w3.org/ns/shacl#';
const xsd = 'http://www.w3.org/2001/XMLSchema#';
const subClassOf = namedNode('http://www.w3.org/2000/01/rdf-schema#subClassOf');

const forms = [
  ...[
    '',
    'a',
    'words',
    '1',
    '0',
    '-1',
    '+1',
    '1.5',
    '.5',
    '1.',
    '90',
    '180.5',
    '-0',
    '1e3',
    '1,5',
    'true',
    'yes',
  ],
  ...['1998', '1998-10', '1998-10-26', '1998-13', '1998-10-26Z', '-0043', '14:45:00', '25:00:00', '14:45'],
  ...['1998-10-26T14:45:00', '1998-10-26T14:45:00-05:00', 'POINT(1 2)', 'km', 'PEN', 'en', 'ISO 9001', 'PE'],
];
const datatypes = [
  ...['string', 'integer', 'nonNegativeInteger', 'decimal', 'double', 'int', 'boolean', 'anyURI'],
  ...['date', 'gYear', 'gYearMonth', 'time', 'dateTime'],
];

/**
 * Small graphs out of what shapes speak about: nodes of their classes with values of their properties, which fit or do not.
 */
export function anyGraph(shapes: Quad[]): fc.Arbitrary<Quad[]> {
  const objectsOf = (...properties: string[]) => [
    ...new Set(
      shapes.flatMap(({ predicate, object }) => (properties.includes(predicate.value) ? object.value : [])),
    ),
  ];
  const said = bySubject(shapes);
  const pathsOf = (shape: string): string[] =>
    (said.get(shape) ?? []).flatMap(({ predicate, object }) => {
      if (predicate.value === `${shacl}property`) return pathsOf(object.value);
      return predicate.value === `${shacl}path` ? object.value : [];
    });
  const targets = shapes
    .filter(({ predicate }) => predicate.value === `${shacl}targetClass`)
    .map(({ subject, object }) => ({ ofClass: object.value, paths: pathsOf(subject.value) }));
  const classes = objectsOf(`${shacl}targetClass`, `${shacl}class`);
  const words = [...forms, ...objectsOf(`${rdf}first`).filter((item) => !item.includes(':'))];

  const anyNode = fc.oneof(
    { weight: 6, arbitrary: fc.nat(5).map((number) => namedNode(`https://example.org/${number}`)) },
    { weight: 1, arbitrary: fc.nat(2).map((number) => blankNode(`b${number}`)) },
  );
  const anyObject = fc.oneof(
    anyNode,
    fc.constantFrom(...words).map((word) => literal(word)),
    fc
      .tuple(fc.constantFrom(...words), fc.constantFrom(...datatypes))
      .map(([word, datatype]) => literal(word, namedNode(xsd + datatype))),
    fc
      .tuple(fc.constantFrom(...forms), fc.constantFrom('en', 'es', 'pt', 'pt-BR', 'fr'))
      .map(([word, language]) => literal(word, language)),
  );
  const anyStatements = fc
    .constantFrom(...targets)
    .chain(({ ofClass, paths }) =>
      fc
        .tuple(
          anyNode,
          fc.subarray(classes, { maxLength: 2 }),
          fc.array(fc.tuple(fc.constantFrom(...paths, `${rdf}type`), anyObject), { maxLength: 12 }),
        )
        .map(([node, others, says]) => [
          ...[ofClass, ...others].map((each) => quad(node, namedNode(`${rdf}type`), namedNode(each))),
          ...says.map(([path, object]) => quad(node, namedNode(path), object)),
        ]),
    );
  // From a class to one after it: circles of classes are no matter of shapes.
  const anyHierarchy = fc
    .array(fc.tuple(fc.nat(classes.length - 1), fc.nat(classes.length - 1)), { maxLength: 2 })
    .map((pairs) =>
      pairs.flatMap(([a, b]) =>
        a < b ? [quad(namedNode(classes[a] ?? ''), subClassOf, namedNode(classes[b] ?? ''))] : [],
      ),
    );
  return fc
    .tuple(fc.array(anyStatements, { minLength: 1, maxLength: 5 }), anyHierarchy)
    .map(([statements, hierarchy]) => [...statements.flat(), ...hierarchy]);
}
