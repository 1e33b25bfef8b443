import { canonicalInteger } from '../decimal.ts';
import { literalShape } from '../literal-shape.ts';
import { readBareNumber, readCanonicalNumber } from '../read-bare-number.ts';
import type { ValueKind } from '../value-kind.ts';
import { wrongType } from '../value-problem.ts';

/** A whole number: decimal digits without separators ("204"). */
export const integer: ValueKind = {
  keywords: new Set(['x-unique']),
  knownUnits: (units) => units,
  instanceType: 'integer',
  isTagged: false,
  refersTo: undefined,
  composition: undefined,
  check: (value) =>
    typeof value === 'string' && value !== '' && canonicalInteger(value) === value
      ? []
      : wrongType('integer', value),
  same: () => false,
  isVerbatim: false,
  isReadBack: true,
  createReader: (edition) => (words) => readBareNumber(words, 'integer', edition),
  createWriter:
    ({ numbers }) =>
    (value) =>
      numbers.write(String(value ?? '')),
  agrees: (words, title) => words === title,
  example: '5000000',
  readTitle: (title) => readCanonicalNumber(title, canonicalInteger),
  fromRecord: (text) => canonicalInteger(text) ?? text,
  fromVariable: ([text]) => canonicalInteger(text) ?? text,
  data: (value) => (typeof value === 'string' ? [{ value, datatype: 'xsd:integer' }] : []),
  propertyClass: 'owl:DatatypeProperty',
  contextTypes: ['xsd:integer'],
  contextEntry: () => ({ '@type': 'xsd:integer' }),
  shape: (property) => literalShape(property, 'xsd:integer'),
  typescript: () => 'string',
  typescriptDefinitions: () => ({}),
  editorSchema: () => ({ anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^([+-]?\\d+)$' }] }),
  description: 'a whole number',
};
