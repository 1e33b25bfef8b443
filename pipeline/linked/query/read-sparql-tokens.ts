import type { TextRange } from '../../model.ts';

/** A token of a SPARQL query; offsets are UTF-16 code units. */
export interface SparqlToken extends TextRange {
  kind: 'word' | 'name' | 'iri' | 'variable' | 'string' | 'sign';
  text: string;
}

/** White space and comments, which may stand between any two tokens. */
const gap = /(?:\s|#[^\n\r]*)+/y;
/** The terminals of https://www.w3.org/TR/sparql11-query/#sparqlGrammar as far as they decide where a token ends. */
const terminals: [SparqlToken['kind'], RegExp][] = [
  ['string', /"""(?:"{0,2}(?:[^"\\]|\\[\s\S]))*"""|'''(?:'{0,2}(?:[^'\\]|\\[\s\S]))*'''/y],
  ['string', /"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'/y],
  ['iri', /<[^<>"{}|^`\\\s]*>/y],
  ['variable', /[?$][\p{L}\p{N}_]+/uy],
  ['name', /(?:[\p{L}_][\p{L}\p{N}_.·-]*)?:(?:(?:[\p{L}\p{N}_:%·.-]|\\.)*(?:[\p{L}\p{N}_:%·-]|\\.))?/uy],
  ['word', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['sign', /@[A-Za-z]+(?:-[A-Za-z0-9]+)*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\^\^|&&|\|\||!=|<=|>=|[\s\S]/uy],
];

/** Splits a query into its tokens; what is none of SPARQL's becomes signs of one character. Never fails. */
export function readSparqlTokens(text: string): SparqlToken[] {
  // Copies: where a search stands is a part of a regular expression.
  const space = new RegExp(gap);
  const patterns = terminals.map(([kind, pattern]) => ({ kind, pattern: new RegExp(pattern) }));
  const skip = (at: number): number => {
    space.lastIndex = at;
    return space.test(text) ? space.lastIndex : at;
  };
  const tokenAt = (start: number): SparqlToken => {
    for (const { kind, pattern } of patterns) {
      pattern.lastIndex = start;
      const [found] = pattern.exec(text) ?? [];
      if (found !== undefined) return { kind, text: found, start, end: start + found.length };
    }
    return { kind: 'sign', text: text.charAt(start), start, end: start + 1 };
  };
  const tokens: SparqlToken[] = [];
  let at = skip(0);
  while (at < text.length) {
    const token = tokenAt(at);
    tokens.push(token);
    at = skip(token.end);
  }
  return tokens;
}
