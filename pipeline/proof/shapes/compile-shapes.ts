import type { Quad, Term } from '@rdfjs/types';
import { type Matches, matchAtOnce } from '../../values/patterns/create-pattern-matcher.ts';
import { constraintMakers } from './constraint-makers.ts';
import { indexQuads, type QuadIndex } from './index-quads.ts';
import type { Shape, ShapeReading } from './shape.ts';
import { termId } from './term-id.ts';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const shacl = 'http://www.w3.org/ns/shacl#';

/** A shape that is asked of all nodes of its classes, and of those that have one of its properties. */
export interface TargetedShape {
  classes: string[];
  subjectsOf: string[];
  shape: Shape;
}

/** Properties of a shape that are no constraints, or not of its own values. */
const others = new Set(
  ['name', 'path', 'property', 'targetClass', 'targetSubjectsOf']
    .map((name) => shacl + name)
    .concat(
      `${rdf}type`,
      ...['comment', 'label'].map((name) => `http://www.w3.org/2000/01/rdf-schema#${name}`),
    ),
);

/**
 * Makes functions of a graph of shapes, so that data can be asked without reading it again. Knows what Tinkuy writes of SHACL
 * Core (publish/shapes/, values/kinds/), and everything in the graph has to be that: a constraint that is passed over would
 * be a check that cannot fail.
 *
 * @throws Error for what is not known: a bug of ours
 */
export function compileShapes(quads: Iterable<Quad>, matches: Matches = matchAtOnce): TargetedShape[] {
  const graph = indexQuads(quads);
  const compiled = new Map<string, Shape>();
  const begun = new Set<string>();
  const compile = (node: Term): Shape => {
    const id = termId(node);
    const known = compiled.get(id);
    if (known) return known;
    if (begun.has(id)) throw new Error(`The shape ${id} asks for itself, which SHACL leaves open`);
    begun.add(id);
    const shape = compileShape(node, graph, {
      shapeOf: compile,
      listOf: (head) => readList(head, graph),
      matches,
    });
    compiled.set(id, shape);
    return shape;
  };
  const targeted: TargetedShape[] = [];
  for (const node of graph.nodes()) {
    if (graph.objects(node, `${rdf}first`).length > 0) continue;
    const shape = compile(node);
    const classes = graph.objects(node, `${shacl}targetClass`).map(termId);
    const subjectsOf = graph.objects(node, `${shacl}targetSubjectsOf`).map(termId);
    if (classes.length + subjectsOf.length > 0) targeted.push({ classes, subjectsOf, shape });
  }
  return targeted;
}

function compileShape(node: Term, graph: QuadIndex, reading: ShapeReading): Shape {
  const path = readPath(node, graph);
  const shape: Shape = { iri: node.value, path, constraints: [], properties: [] };
  for (const property of graph.properties(node)) {
    if (others.has(property)) continue;
    const name = property.startsWith(shacl) ? property.slice(shacl.length) : '';
    const maker = constraintMakers.get(name);
    if (!maker) throw unknown(node, property);
    const parameters = graph.objects(node, property);
    if (parameters.length > 1 && !maker.isRepeatable) throw unknown(node, `${property} twice`);
    if (path === undefined && maker.isOfValues) throw unknown(node, `${property} without a path`);
    shape.constraints.push(...parameters.flatMap((parameter) => maker.make(parameter, reading) ?? []));
  }
  shape.properties.push(...graph.objects(node, `${shacl}property`).map(reading.shapeOf));
  return shape;
}

/** The path of a shape of a property, which is one property; undefined for a shape of a node. */
function readPath(node: Term, graph: QuadIndex): string | undefined {
  const classes = graph.objects(node, `${rdf}type`).map(termId);
  const [path, ...more] = graph.objects(node, `${shacl}path`);
  const expected = `${shacl}${path ? 'PropertyShape' : 'NodeShape'}`;
  if (classes.join() !== expected) throw unknown(node, `the classes ${classes.join()}`);
  if (more.length > 0 || (path && path.termType !== 'NamedNode'))
    throw unknown(node, 'a path of several steps');
  return path?.value;
}

function readList(head: Term, graph: QuadIndex): Term[] {
  const items: Term[] = [];
  for (let cell: Term = head; cell.value !== `${rdf}nil`; ) {
    const [first, another] = graph.objects(cell, `${rdf}first`);
    const [rest, branch] = graph.objects(cell, `${rdf}rest`);
    if (!first || !rest || another || branch) throw unknown(cell, 'no list that ends');
    items.push(first);
    cell = rest;
  }
  return items;
}

function unknown(node: Term, what: string): Error {
  return new Error(`The shape ${termId(node)} has ${what}, which proof/shapes/ does not know`);
}
