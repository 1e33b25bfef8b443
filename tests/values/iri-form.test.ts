import fc from 'fast-check';
import { Parser } from 'n3';
import oxigraph from 'oxigraph';
import { expect, test } from 'vitest';
import { expandIri } from '../../pipeline/linked/rdf/expand-iri.ts';
import { doiAddress, encodeIri, isIri } from '../../pipeline/values/iri-form.ts';

const odd = [
  ...[
    '[',
    ']',
    ' ',
    '"',
    '<',
    '>',
    '{',
    '}',
    '|',
    '\\',
    '^',
    '`',
    '%',
    '%4',
    '%zz',
    '%41',
    '#',
    '?',
    '/',
    '//',
  ],
  ...[
    '\u00A0',
    '\u3000',
    '\u200E',
    '\u202E',
    '\u2067',
    '\u0000',
    '\u0085',
    '\uFEFF',
    '\uFFFE',
    '\uE000',
    '\u{E0001}',
  ],
  ...['ñ', '日', '😀', ':', '@', '&', '=', "'", '(', ')', '~', '-', '..', 'é', '\n', '\t'],
];
const piece = fc.oneof(fc.constantFrom(...odd), fc.stringMatching(/^[a-z0-9]{1,4}$/));
const rest = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const address = fc
  .tuple(
    fc.constantFrom(
      'https://example.org/',
      'http://example.org:80/a?',
      'urn:x:',
      'mailto:a',
      'https://ñandú.pe/#',
    ),
    rest,
  )
  .map((parts) => parts.join(''));

/** Whether readers of RDF that are not ours take an address. */
function isTaken(iri: string): boolean {
  const line = `<urn:a:b> <urn:a:p> <${iri}> .`;
  try {
    new oxigraph.Store().load(line, { format: 'application/n-triples' });
    return new Parser({ format: 'application/n-triples' }).parse(line).length === 1;
  } catch {
    return false;
  }
}

test('what is an IRI every reader of RDF takes, and it is written as it is', () => {
  fc.assert(
    fc.property(address, (text) => {
      fc.pre(isIri(text));
      expect(isTaken(text)).toBe(true);
      expect(expandIri(text, new Map())).toBe(text);
      expect(encodeIri(text)).toBe(text);
    }),
    { numRuns: 3000 },
  );
});

test('what is encoded is an IRI that leads where a browser goes with the address', () => {
  fc.assert(
    fc.property(address, (text) => {
      const encoded = encodeIri(text);
      expect(isIri(encoded)).toBe(true);
      expect(decoded(encoded)).toBe(decoded(text));
    }),
    { numRuns: 3000 },
  );
});

/** What a percent sign encodes is what it stands for; one that encodes nothing is itself. */
function decoded(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const found: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const hex = /^%([0-9A-Fa-f]{2})/.exec(String.fromCharCode(...bytes.slice(at, at + 3)))?.[1];
    found.push(hex === undefined ? (bytes[at] ?? 0) : Number.parseInt(hex, 16));
    if (hex !== undefined) at += 2;
  }
  return found.join(' ');
}

test.each([
  'https://example.org/list?year[]=1998',
  'https://example.org/a b',
  'https://example.org/a"b',
  'https://example.org/50%',
  'https://example.org/a#b#c',
  'https://example.org/\u202Eabc',
  'https://example.org/\u00A0',
  'https://[::g]/',
  'example.org',
  'https://',
])('%s is none', (text) => {
  expect(isIri(text)).toBe(false);
});

test.each([
  'https://example.org/?q=a&b=%5B%5D',
  'http://[2001:db8::1]:8080/a',
  'https://pe.wikipedia.org/wiki/Ñusta_(título)',
  'https://example.org/日本#節',
  'urn:lex:pe:ley:26821',
  'mailto:ana@example.org',
  'doi:10.1000/182',
])('%s is one', (text) => {
  expect(isIri(text)).toBe(true);
});

test('an old DOI has an address', () => {
  const doi = '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2#a';
  expect(doiAddress(doi)).toBe(
    'https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2%23a',
  );
});
