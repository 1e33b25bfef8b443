import type { Term } from '@rdfjs/types';
import { findViolations } from './find-violations.ts';
import { literalConstraints } from './literal-constraints.ts';
import { ofEachValue } from './of-each-value.ts';
import type { Constraint, ConstraintMaker, ShapeReading } from './shape.ts';
import { termId } from './term-id.ts';

const shacl = 'http://www.w3.org/ns/shacl#';
const kinds = new Map([
  ['BlankNode', ['BlankNode']],
  ['IRI', ['NamedNode']],
  ['Literal', ['Literal']],
  ['BlankNodeOrIRI', ['BlankNode', 'NamedNode']],
  ['BlankNodeOrLiteral', ['BlankNode', 'Literal']],
  ['IRIOrLiteral', ['NamedNode', 'Literal']],
]);

/** By the parameter, as shapes write it: sh:minCount (https://www.w3.org/TR/shacl/#core-components). */
export const constraintMakers: ReadonlyMap<string, ConstraintMaker> = new Map<string, ConstraintMaker>([
  ['minCount', ofCount('MinCount', 'Less than', (count, least) => count >= least)],
  ['maxCount', ofCount('MaxCount', 'More than', (count, most) => count <= most)],
  ['uniqueLang', { make: uniqueLang, isOfValues: true }],
  ['nodeKind', { make: nodeKind }],
  ...literalConstraints,
  ['in', { make: isIn }],
  ['class', { make: isOfClass, isRepeatable: true }],
  ['node', { make: node, isRepeatable: true }],
  ['or', { make: or, isRepeatable: true }],
]);

function ofCount(
  name: string,
  words: string,
  fits: (count: number, bound: number) => boolean,
): ConstraintMaker {
  const make = ({ value }: Term): Constraint => {
    const fault = { message: `${words} ${value} values` };
    return { name, findFaults: ({ length }) => (fits(length, Number(value)) ? [] : [fault]) };
  };
  return { make, isOfValues: true };
}

function uniqueLang({ value: asked }: Term): Constraint | undefined {
  if (asked !== 'true') return undefined;
  const findFaults: Constraint['findFaults'] = (values) => {
    const counts = new Map<string, number>();
    for (const value of values) {
      const language = value.termType === 'Literal' ? value.language.toLowerCase() : '';
      if (language !== '') counts.set(language, (counts.get(language) ?? 0) + 1);
    }
    return [...counts]
      .filter(([, count]) => count > 1)
      .map(([language, count]) => ({ message: `Language "${language}" has been used by ${count} values` }));
  };
  return { name: 'UniqueLang', findFaults };
}

function nodeKind({ value: kind }: Term): Constraint {
  const types = kinds.get(kind.replace(shacl, ''));
  if (!types) throw new Error(`${kind} is no kind of node`);
  return ofEachValue('NodeKind', `Value does not have node kind <${kind}>`, ({ termType }) =>
    types.includes(termType),
  );
}

function isIn(head: Term, { listOf }: ShapeReading): Constraint {
  const list = listOf(head);
  const allowed = new Set(list.map(termId));
  const more = allowed.size > 3 ? ` ... (and ${allowed.size - 3} more)` : '';
  const shown = list.slice(0, 3).map(({ value }) => value);
  const message = `Value is not one of the allowed values: ${shown.join(', ')}${more}`;
  return ofEachValue('In', message, (value) => allowed.has(termId(value)));
}

function isOfClass({ value: asked }: Term): Constraint {
  return ofEachValue('Class', '', (value, data) => data.isInstance(value, asked));
}

function node(parameter: Term, { shapeOf }: ShapeReading): Constraint {
  const shape = shapeOf(parameter);
  const message = `Value does not have shape <${shape.iri}>`;
  return ofEachValue('Node', message, (value, data) => findViolations(shape, value, data).length === 0);
}

function or(head: Term, { listOf, shapeOf }: ShapeReading): Constraint {
  const shapes = listOf(head).map(shapeOf);
  return ofEachValue('Or', '', (value, data) =>
    shapes.some((shape) => findViolations(shape, value, data).length === 0),
  );
}
