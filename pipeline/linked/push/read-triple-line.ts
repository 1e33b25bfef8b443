import { spellLanguageTag } from '../../values/spell-language-tag.ts';

/** A line of N-Triples or N-Quads. */
export interface TripleLine {
  /** The triple as canonical N-Triples, without line feed (https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples). */
  triple: string;
  /** With its angle brackets, as are the others. */
  predicate: string;
  /** Undefined where the line has none. */
  graph: string | undefined;
  hasBlankNode: boolean;
}

const iri = '<[^<>"{}|^`\\s]*>';
const blank = '_:[^\\s<>"]+';
const literal = `"((?:[^"\\\\\\n\\r]|\\\\.)*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*)|\\^\\^(${iri}))?`;
const statement = new RegExp(
  `^[ \\t]*(${iri}|${blank})[ \\t]*(${iri})[ \\t]*(${iri}|${blank}|${literal})[ \\t]*(${iri}|${blank})?[ \\t]*\\.[ \\t]*(?:#.*)?$`,
);
const nothing = /^[ \t]*(?:#.*)?$/;
const textType = '<http://www.w3.org/2001/XMLSchema#string>';

/**
 * Reads a line of N-Triples or N-Quads, whatever a store makes of blanks, escapes and the case of language tags. Undefined for a
 * line without a statement, null for one that is none of this.
 */
export function readTripleLine(line: string): TripleLine | undefined | null {
  const match = statement.exec(line);
  if (!match) return nothing.test(line) ? undefined : null;
  const { 1: subject = '', 2: predicate = '', 3: object = '', 4: words, 5: tag, 6: type, 7: graph } = match;
  const written = words === undefined ? plain(object) : writeLiteral(words, tag, type);
  return {
    triple: `${plain(subject)} ${plain(predicate)} ${written} .`,
    predicate: plain(predicate),
    graph: graph === undefined ? undefined : plain(graph),
    hasBlankNode: subject.startsWith('_:') || object.startsWith('_:'),
  };
}

function writeLiteral(words: string, tag: string | undefined, type: string | undefined): string {
  const text = words.includes('\\') ? escapeText(readEscapes(words)) : words;
  if (tag !== undefined) return `"${text}"@${tag.includes('-') ? spellLanguageTag(tag) : tag.toLowerCase()}`;
  return type === undefined || type === textType ? `"${text}"` : `"${text}"^^${plain(type)}`;
}

function plain(term: string): string {
  return term.includes('\\') ? readEscapes(term) : term;
}

const signs: Readonly<Record<string, string>> = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' };

function readEscapes(text: string): string {
  return text.replace(
    /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g,
    (_, short?: string, long?: string, sign = '') => {
      const code = short ?? long;
      return code === undefined ? (signs[sign] ?? sign) : String.fromCodePoint(Number.parseInt(code, 16));
    },
  );
}

const escapes: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\b': '\\b',
  '\n': '\\n',
  '\r': '\\r',
  '\f': '\\f',
  '"': '\\"',
  '\\': '\\\\',
};

function escapeText(text: string): string {
  return text.replace(/[\t\b\n\r\f"\\]/g, (sign) => escapes[sign] ?? sign);
}
