import type { Term } from '@rdfjs/types';
import { lexicalForm } from './lexical-form.ts';
import { ofEachValue } from './of-each-value.ts';
import { parseBounded } from './parse-bounded.ts';
import type { Constraint, ConstraintMaker, ShapeReading } from './shape.ts';

/** Constraints of how a value is written, by their parameters. */
export const literalConstraints: readonly [string, ConstraintMaker][] = [
  ['minLength', ofLength('MinLength', 'less', (length, least) => length >= least)],
  ['maxLength', ofLength('MaxLength', 'more', (length, most) => length <= most)],
  ['minInclusive', ofBound('MinInclusive', 'greater than or equal to', (number, least) => number >= least)],
  ['maxInclusive', ofBound('MaxInclusive', 'less than or equal to', (number, most) => number <= most)],
  ['minExclusive', ofBound('MinExclusive', 'greater than', (number, least) => number > least)],
  ['maxExclusive', ofBound('MaxExclusive', 'less than', (number, most) => number < most)],
  ['datatype', { make: datatype }],
  ['pattern', { make: pattern, isRepeatable: true }],
  ['languageIn', { make: languageIn }],
];

type Compares = (found: number, bound: number) => boolean;

/** Lengths are counted in characters, as SPARQL's STRLEN and JSON Schema count them, and not in UTF-16 units. */
function ofLength(name: string, words: string, fits: Compares): ConstraintMaker {
  const make = ({ value: bound }: Term): Constraint =>
    ofEachValue(
      name,
      `Value has ${words} than ${bound} characters`,
      ({ termType, value }) => termType !== 'BlankNode' && fits([...value].length, Number(bound)),
    );
  return { make };
}

function ofBound(name: string, words: string, fits: Compares): ConstraintMaker {
  const make = (parameter: Term): Constraint => {
    const bound = parseBounded(parameter);
    if (bound === undefined) throw new Error(`${parameter.value} is no bound`);
    return ofEachValue(name, `Value is not ${words} ${parameter.value}`, (value) => {
      const number = parseBounded(value);
      return number !== undefined && fits(number, bound);
    });
  };
  return { make };
}

function datatype({ value: asked }: Term): Constraint {
  const form = lexicalForm(asked);
  return ofEachValue(
    'Datatype',
    `Value does not have datatype <${asked}>`,
    (term) => term.termType === 'Literal' && term.datatype.value === asked && form.test(term.value),
  );
}

/** Patterns are read with Unicode, as the patterns of schemas are, which they come from. */
function pattern({ value: source }: Term, { matches }: ShapeReading): Constraint {
  return ofEachValue(
    'Pattern',
    `Value does not match pattern "${source}"`,
    ({ termType, value }) => termType !== 'BlankNode' && matches(source, value) !== false,
  );
}

/** A range fits a tag that is it or begins with it and a hyphen (https://www.w3.org/TR/sparql11-query/#func-langMatches). */
function languageIn(head: Term, { listOf }: ShapeReading): Constraint {
  const ranges = listOf(head).map(({ value }) => value.toLowerCase());
  return ofEachValue('LanguageIn', `Language does not match any of ${ranges.join(', ')}`, (value) => {
    const tag = value.termType === 'Literal' ? value.language.toLowerCase() : '';
    return ranges.some((range) => tag === range || tag.startsWith(`${range}-`));
  });
}
