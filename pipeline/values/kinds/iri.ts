import type { Json } from '../../model.ts';
import { doiAddress, encodeIri, isIri } from '../iri-form.ts';
import { unsafeScheme } from '../iri-scheme.ts';
import { showValue } from '../json-value.ts';
import { patternShape } from '../literal-shape.ts';
import type { ValueKind } from '../value-kind.ts';
import { type ValueProblem, wrongType } from '../value-problem.ts';
import { readable, unread } from '../value-reader.ts';

/** An address as a text gives it: its scheme in lower case, so that a word with a colon is none. */
function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:./.test(text) && isIri(text) && text.split(':')[0] !== prefix;
}

/** A scheme that the data have as a prefix: an address of it would be read as a short one. */
const prefix = 'geo';

/** An absolute address (https://ror.org/04mh6t995). */
export const iri: ValueKind = {
  keywords: new Set(),
  knownUnits: (units) => units,
  instanceType: 'string',
  isTagged: false,
  refersTo: 'address',
  composition: undefined,
  check: checkAddress,
  same: () => false,
  isVerbatim: true,
  isReadBack: false,
  createReader:
    ({ tag }) =>
    (words) =>
      isAddress(words) ? readable(words) : unread('value-is-readable', { context: 'iri', found: words, tag }),
  createWriter: () => (value) => String(value ?? ''),
  agrees: undefined,
  example: 'https://example.org/',
  readTitle: (title) => (isAddress(title) ? readable(title) : undefined),
  fromRecord: (text) => text,
  // A DOI, whose variable has no address but the name alone.
  // What reference managers export is encoded, not refused.
  fromVariable: ([text]) => (text.startsWith('10.') ? doiAddress(text) : encodeIri(text)),
  data: (value) => (typeof value === 'string' ? [{ iri: value }] : []),
  propertyClass: 'owl:ObjectProperty',
  contextTypes: ['@id'],
  contextEntry: (many) => ({ '@type': '@id', ...(many ? { '@container': '@set' } : {}) }),
  shape: ({ limits }) => [['sh:nodeKind', { iri: 'sh:IRI' }], ...patternShape(limits?.pattern)],
  typescript: () => 'string',
  typescriptDefinitions: () => ({}),
  editorSchema: () => ({ type: 'string', format: 'uri' }),
  description: 'an absolute address',
};

function checkAddress(value: Json): ValueProblem[] {
  if (typeof value !== 'string' || value === '') return wrongType('iri', value);
  if (!/^[a-z][a-z0-9+.-]*:./is.test(value) || !isIri(encodeIri(value))) return wrongType('iri', value);
  const scheme = unsafeScheme(value);
  const found = showValue(value);
  if (scheme !== undefined) return [{ rule: 'iri-scheme-is-safe', path: '', values: { scheme, found } }];
  if (value.split(':')[0]?.toLowerCase() === prefix)
    return [{ rule: 'value-has-the-right-type', path: '', values: { context: 'iriPrefix', found } }];
  if (isIri(value)) return [];
  const values = { context: 'iriForm', found, expected: encodeIri(value) };
  return [{ rule: 'value-has-the-right-type', path: '', values }];
}
