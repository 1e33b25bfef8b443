import { literalShape } from '../literal-shape.ts';
import type { ValueKind } from '../value-kind.ts';
import { checkCharacters, wrongType } from '../value-problem.ts';
import { readable } from '../value-reader.ts';

/** Characters that are the same in every language: the number of a law, the name of a person. */
export const string: ValueKind = {
  keywords: new Set(['x-unique']),
  knownUnits: (units) => units,
  instanceType: 'string',
  isTagged: false,
  refersTo: undefined,
  composition: undefined,
  check: (value, { isPlain }) =>
    typeof value === 'string' && (value !== '' || isPlain === true)
      ? checkCharacters(value, '')
      : wrongType('string', value),
  same: () => false,
  isVerbatim: true,
  isReadBack: false,
  createReader: () => (words) => readable(words.replace(/\s+/g, ' ')),
  createWriter: () => (value) => String(value ?? ''),
  agrees: undefined,
  example: '',
  readTitle: (title) => (title === '' ? undefined : readable(title)),
  fromRecord: (text) => text,
  fromVariable: (texts) => texts.join('; '),
  data: (value) => (typeof value === 'string' ? [{ value }] : []),
  propertyClass: 'owl:DatatypeProperty',
  contextTypes: ['xsd:string'],
  contextEntry: () => ({}),
  shape: (property) => literalShape(property, 'xsd:string'),
  typescript: () => 'string',
  typescriptDefinitions: () => ({}),
  editorSchema: () => ({ type: ['string', 'number'] }),
  description: 'a text that is the same in every language',
};
