import type { Json } from '../../model.ts';
import { unsafeScheme } from '../iri-scheme.ts';
import { showValue } from '../json-value.ts';
import { asciiDigits } from '../literal-shape.ts';
import type { ValueKind } from '../value-kind.ts';
import { type ValueProblem, wrongType } from '../value-problem.ts';
import { readable, unread } from '../value-reader.ts';

/** An address as a text gives it: lower case, and what an address cannot have is not in it (RFC 3987). */
const address = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/;

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
      address.test(words)
        ? readable(words)
        : unread('value-is-readable', { context: 'iri', found: words, tag }),
  createWriter: () => (value) => String(value ?? ''),
  agrees: undefined,
  example: 'https://example.org/',
  readTitle: (title) => (address.test(title) ? readable(title) : undefined),
  fromRecord: (text) => text,
  // A DOI, whose variable has no address but the name alone.
  fromVariable: ([text]) => (text.startsWith('10.') ? `https://doi.org/${text}` : text),
  data: (value) => (typeof value === 'string' ? [{ iri: value }] : []),
  propertyClass: 'owl:ObjectProperty',
  contextEntry: (many) => ({ '@type': '@id', ...(many ? { '@container': '@set' } : {}) }),
  shape: ({ limits }) => [
    ['sh:nodeKind', { iri: 'sh:IRI' }],
    ...(limits?.pattern ? [['sh:pattern', { value: asciiDigits(limits.pattern) }] satisfies Pattern] : []),
  ],
  typescript: () => 'string',
  typescriptDefinitions: () => ({}),
  editorSchema: () => ({ type: 'string', format: 'uri' }),
  description: 'an absolute address',
};

type Pattern = [string, { value: string }];

function checkAddress(value: Json): ValueProblem[] {
  if (typeof value !== 'string' || value === '') return wrongType('iri', value);
  if (!/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value) || !URL.canParse(value))
    return wrongType('iri', value);
  const scheme = unsafeScheme(value);
  if (scheme === undefined) return [];
  return [{ rule: 'iri-scheme-is-safe', path: '', values: { scheme, found: showValue(value) } }];
}
