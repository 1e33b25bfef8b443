import type { Quad, Term } from '@rdfjs/types';
import { remember } from '../../values/remember.ts';

const xsdString = 'http://www.w3.org/2001/XMLSchema#string';
const escapes: ReadonlyMap<string, string> = new Map([
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

/**
 * Makes the function that writes quads without blank nodes as lines in the canonical form of N-Quads, which escapes nothing that need not be
 * (https://www.w3.org/TR/rdf12-n-quads/#canonical-quads). Addresses are written once.
 */
export function createLineWriter(): (quad: Quad) => string {
  const address = remember(writeAddress);
  const typed = remember((iri) => (iri === xsdString ? '"' : `"^^${address(iri)}`));
  const write = (term: Term): string => {
    if (term.termType !== 'Literal') return address(term.value);
    const { value, language, datatype } = term;
    return `"${writeText(value)}${language ? `"@${language}` : typed(datatype.value)}`;
  };
  return ({ subject, predicate, object, graph }) => {
    const named = graph.termType === 'DefaultGraph' ? '' : ` ${address(graph.value)}`;
    return `${address(subject.value)} ${address(predicate.value)} ${write(object)}${named} .\n`;
  };
}

function writeAddress(iri: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: IRIREF has none of them (https://www.w3.org/TR/n-quads/#grammar-production-IRIREF)
  return `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, escapePoint)}>`;
}

function writeText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is escaped
  return text.replace(/[\u0000-\u001F\u007F"\\]/g, (found) => escapes.get(found) ?? escapePoint(found));
}

function escapePoint(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
