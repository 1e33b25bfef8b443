import jsonld, { type JsonLdDocument } from 'jsonld';
import { JsonLdParser } from 'jsonld-streaming-parser';

/** A statement of RDF; `value` is an IRI, the label of a blank node ("_:c14n0") or the words of a literal. */
export interface Quad {
  subject: string;
  predicate: string;
  object: { kind: 'node' | 'literal'; value: string; language?: string; datatype?: string };
}

type Term = Parameters<typeof writeTerm>[0];
const nquads = 'application/n-quads';
const xsdString = 'http://www.w3.org/2001/XMLSchema#string';
const langString = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString';

/** Contexts are in the files: whoever wants to fetch one has found a fault. */
export function refuseToLoad(url: string): Promise<never> {
  return Promise.reject(new Error(`refused to load ${url}`));
}

/** Canonical N-Quads (https://www.w3.org/TR/rdf-canon/) by jsonld, which in safe mode refuses what it would drop. */
export async function readWithJsonld(text: string, load = refuseToLoad): Promise<string> {
  const options = { algorithm: 'RDFC-1.0', format: nquads, safe: true, documentLoader: load };
  return await jsonld.canonize(JSON.parse(text) as JsonLdDocument, options as object);
}

/** The same by https://github.com/rubensworks/jsonld-streaming-parser.js, with the number of quads before they are a set. */
export async function readWithStreamingParser(text: string): Promise<{ canonical: string; count: number }> {
  const parser = new JsonLdParser({ documentLoader: { load: refuseToLoad } });
  const lines: string[] = [];
  parser.end(text);
  for await (const { subject, predicate, object } of parser as AsyncIterable<Record<string, Term>>) {
    lines.push(`${[subject, predicate, object].map((term) => writeTerm(term as Term)).join(' ')} .\n`);
  }
  const options = { algorithm: 'RDFC-1.0', inputFormat: nquads, format: nquads, safe: true };
  const canonical = await jsonld.canonize(lines.join('') as unknown as JsonLdDocument, options as object);
  return { canonical, count: lines.length };
}

/** https://www.w3.org/TR/n-quads/#sec-grammar */
function writeTerm(term: {
  termType: string;
  value: string;
  language?: string;
  datatype?: { value: string };
}): string {
  if (term.termType === 'NamedNode') return `<${term.value}>`;
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  const escapes: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r' };
  const words = `"${term.value.replace(/[\\"\n\r]/g, (sign) => escapes[sign] ?? '')}"`;
  if (term.language) return `${words}@${term.language}`;
  const datatype = term.datatype?.value ?? xsdString;
  return datatype === xsdString ? words : `${words}^^<${datatype}>`;
}

const line =
  /^(<[^>]*>|_:\S+) <([^>]*)> (?:<([^>]*)>|(_:\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?) \.$/;

/** Reads canonical N-Quads of the default graph. */
export function parseQuads(text: string): Quad[] {
  return text
    .split('\n')
    .filter((each) => each !== '')
    .map((each) => {
      const [, subject = '', predicate = '', iri, blank, words, language, datatype] = line.exec(each) ?? [];
      if (predicate === '') throw new Error(`not a quad: ${each}`);
      const literal = {
        kind: 'literal' as const,
        value: JSON.parse(`"${words ?? ''}"`) as string,
        ...(language === undefined ? {} : { language }),
        datatype: language === undefined ? (datatype ?? xsdString) : langString,
      };
      const node = { kind: 'node' as const, value: iri ?? blank ?? '' };
      return {
        subject: subject.replace(/^<(.*)>$/, '$1'),
        predicate,
        object: words === undefined ? node : literal,
      };
    });
}
