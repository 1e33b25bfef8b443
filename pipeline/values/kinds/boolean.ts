import { literalShape } from '../literal-shape.ts';
import type { ValueKind } from '../value-kind.ts';
import { wrongType } from '../value-problem.ts';
import { readable, unread } from '../value-reader.ts';

/** true or false. */
export const boolean: ValueKind = {
  keywords: new Set(),
  knownUnits: (units) => units,
  instanceType: 'boolean',
  isTagged: false,
  refersTo: undefined,
  composition: undefined,
  check: (value) => (typeof value === 'boolean' ? [] : wrongType('boolean', value)),
  same: () => false,
  isVerbatim: false,
  isReadBack: false,
  createReader:
    ({ tag, words: { booleans } }) =>
    (words) => {
      const word = words.toLocaleLowerCase(tag);
      if (word === booleans?.true) return readable(true);
      if (word === booleans?.false) return readable(false);
      return unread('value-is-readable', { context: 'boolean', found: words, tag });
    },
  createWriter:
    ({ words: { booleans } }) =>
    (value) =>
      booleans?.[value === true ? 'true' : 'false'] ?? String(value ?? ''),
  agrees: undefined,
  example: 'true',
  readTitle: (title) => (title === 'true' || title === 'false' ? readable(title === 'true') : undefined),
  fromRecord: (text) => (text === 'true' ? true : text === 'false' ? false : text),
  fromVariable: ([text]) => (text === 'true' ? true : text === 'false' ? false : text),
  data: (value) => (typeof value === 'boolean' ? [{ value: String(value), datatype: 'xsd:boolean' }] : []),
  propertyClass: 'owl:DatatypeProperty',
  contextTypes: ['xsd:boolean'],
  contextEntry: () => ({ '@type': 'xsd:boolean' }),
  shape: (property) => literalShape(property, 'xsd:boolean'),
  typescript: () => 'boolean',
  typescriptDefinitions: () => ({}),
  editorSchema: () => ({ type: 'boolean' }),
  description: '`true` or `false`',
};
