import type { Json, Property } from '../../model.ts';
import { stableJson } from '../json-value.ts';
import { findUnheldNumber } from '../unheld-number.ts';
import type { ValueKind } from '../value-kind.ts';
import { type ValueProblem, wrongType } from '../value-problem.ts';
import { readable } from '../value-reader.ts';

/** Whatever JSON can hold, as one literal: lists of lists, maps whose names are data, what a schema says nothing of. */
export const json: ValueKind = {
  keywords: new Set(),
  knownUnits: (units) => units,
  instanceType: 'any',
  isTagged: false,
  refersTo: undefined,
  composition: undefined,
  check: checkNumbers,
  same: () => false,
  isVerbatim: true,
  isReadBack: false,
  createReader: () => (words) => readable(words.replace(/\s+/g, ' ')),
  createWriter: () => (value) => write(value ?? null),
  agrees: undefined,
  example: '[1, 2]',
  readTitle: (title) => {
    const parsed = parse(title);
    return parsed && readable(parsed.value);
  },
  fromRecord: (text) => text,
  fromVariable: (texts) => texts.join('; '),
  data: (value, { datatype = 'rdf:JSON' }) => [{ value: stableJson(value), datatype }],
  propertyClass: 'owl:DatatypeProperty',
  contextTypes: [],
  contextEntry: () => ({ '@type': '@json' }),
  shape: ({ datatype = 'rdf:JSON' }: Property) => [['sh:datatype', { iri: datatype }]],
  typescript: () => 'unknown',
  typescriptDefinitions: () => ({}),
  editorSchema: () => ({}),
  description: 'anything that JSON can hold, as one literal: `[[-71.97, -13.53], [-71.98, -13.5]]`',
};

/** Its numbers are doubles in the data (https://www.w3.org/TR/rdf12-concepts/#section-json), so none may be rounded. */
function checkNumbers(value: Json): ValueProblem[] {
  const found = findUnheldNumber(value);
  return found === undefined ? [] : wrongType('json', found);
}

function write(value: Json): string {
  return typeof value === 'string' ? value : stableJson(value);
}

function parse(text: string): { value: Json } | undefined {
  try {
    return { value: JSON.parse(text) as Json };
  } catch {
    return undefined;
  }
}
