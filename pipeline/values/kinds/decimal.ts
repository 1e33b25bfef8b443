import { canonicalDecimal, decimalPattern } from '../decimal.ts';
import { literalShape } from '../literal-shape.ts';
import { readBareNumber, readCanonicalNumber } from '../read-bare-number.ts';
import type { ValueKind } from '../value-kind.ts';
import { wrongType } from '../value-problem.ts';

/** A number: digits with a decimal point, without separators or exponent ("54.41"). */
export const decimal: ValueKind = {
  keywords: new Set(),
  knownUnits: (units) => units,
  instanceType: 'number',
  isTagged: false,
  refersTo: undefined,
  composition: undefined,
  check: (value) =>
    typeof value === 'string' && value !== '' && canonicalDecimal(value) === value
      ? []
      : wrongType('decimal', value),
  same: () => false,
  isVerbatim: false,
  isReadBack: true,
  createReader: (edition) => (words) => readBareNumber(words, 'decimal', edition),
  createWriter:
    ({ numbers }) =>
    (value) =>
      numbers.write(String(value ?? '')),
  agrees: (words, title) => words === title,
  example: '54.41',
  readTitle: (title) => readCanonicalNumber(title, canonicalDecimal),
  fromRecord: (text) => canonicalDecimal(text) ?? text,
  fromVariable: ([text]) => canonicalDecimal(text) ?? text,
  data: (value) => (typeof value === 'string' ? [{ value, datatype: 'xsd:decimal' }] : []),
  propertyClass: 'owl:DatatypeProperty',
  contextTypes: ['xsd:decimal'],
  contextEntry: () => ({ '@type': 'xsd:decimal' }),
  shape: (property) => literalShape(property, 'xsd:decimal'),
  typescript: () => 'string',
  typescriptDefinitions: () => ({}),
  editorSchema: () => ({ anyOf: [{ type: 'number' }, { type: 'string', pattern: `^(${decimalPattern})$` }] }),
  description: 'a number',
};
