import fc from 'fast-check';
import { Parser } from 'n3';
import { expect, test } from 'vitest';
import { constraintMakers } from '../../pipeline/proof/shapes/constraint-makers.ts';
import { anyGraph } from './any-graph.ts';
import { createCourt } from './create-court.ts';

/** Every constraint that shapes have, each of values themselves, where projects have some only within others. */
const everyConstraint = new Parser().parse(`
  @prefix : <https://example.org/> .
  @prefix sh: <http://www.w3.org/ns/shacl#> .
  @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
  @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
  :Ship a sh:NodeShape ; sh:targetClass :Ship, :Boat ; sh:nodeKind sh:IRI ; sh:or ( :few :Port ) ;
    sh:property :name, :few, :tons, :length, :flag, :port, :twin, :any, :word .
  :Port a sh:NodeShape ; sh:targetClass :Port ; sh:class :Place ; sh:property :few, :any .
  :name a sh:PropertyShape ; sh:path :name ; sh:datatype rdf:langString ; sh:languageIn ( "en" "es" "pt" ) ;
    sh:uniqueLang true ; sh:minLength 2 ; sh:maxLength 4 ; sh:minCount 1 ; sh:maxCount 3 .
  :few a sh:PropertyShape ; sh:path :few ; sh:maxCount 1 .
  :tons a sh:PropertyShape ; sh:path :tons ; sh:datatype xsd:integer ; sh:minInclusive 1 ; sh:maxInclusive 90 .
  :length a sh:PropertyShape ; sh:path :length ; sh:datatype xsd:decimal ; sh:minInclusive -0.5 ; sh:maxInclusive 1.5 ;
    sh:minExclusive -0.5 ; sh:maxExclusive 1.5 .
  :flag a sh:PropertyShape ; sh:path :flag ; sh:datatype xsd:boolean ; sh:in ( true "yes" 1 :1 "1998"^^xsd:gYear ) .
  :port a sh:PropertyShape ; sh:path :port ; sh:node :Port ; sh:class :Port, :Place ; sh:nodeKind sh:BlankNodeOrIRI .
  :twin a sh:PropertyShape ; sh:path :twin ; sh:or ( :Boat :Port ) ; sh:property :few, :tons .
  :Boat a sh:NodeShape ; sh:class :Boat ; sh:property :any .
  :any a sh:PropertyShape ; sh:path :any ; sh:nodeKind sh:IRIOrLiteral ; sh:pattern "^h", "[0-5]$" ; sh:maxLength 21 .
  :word a sh:PropertyShape ; sh:path :word ; sh:datatype xsd:string ; sh:nodeKind sh:Literal ; sh:uniqueLang false ;
    sh:in ( "a" "PE" ) .
`);

const court = createCourt(everyConstraint);

test('law: every graph is judged alike', async () => {
  await fc.assert(
    fc.asyncProperty(anyGraph(everyConstraint), async (graph) => {
      await court(graph);
    }),
    { numRuns: 150 },
  );
});

test('every constraint is among what is judged', async () => {
  const seen = new Set<string>();
  // Graphs that are the same each time: chance alone would leave one out now and then.
  const graphs = fc.sample(anyGraph(everyConstraint), { seed: 12, numRuns: 200 });
  // Two names in one language are rare among them.
  graphs.push(new Parser().parse('@prefix : <https://example.org/> . :a a :Ship ; :name "ab"@en, "cd"@en .'));
  for (const graph of graphs) {
    for (const { constraint } of await court(graph)) seen.add(constraint);
  }
  const parameters = [...constraintMakers.keys()].map((name) =>
    name.replace(/^./, (first) => first.toUpperCase()),
  );
  expect([...seen].sort()).toEqual(parameters.sort());
});
