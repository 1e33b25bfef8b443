/** As the reference implementation of JSON-LD has it, without what no address may contain (https://www.w3.org/TR/n-triples/#grammar-production-IRIREF). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const absolute = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x20<>"{}|\\^`]*$/;

/**
 * A compact IRI in full; what has no known prefix stays as it is (https://www.w3.org/TR/json-ld11-api/#iri-expansion).
 *
 * @returns undefined where the result is not an absolute IRI
 */
export function expandIri(iri: string, prefixes: ReadonlyMap<string, string>): string | undefined {
  const colon = iri.indexOf(':');
  const namespace = iri.startsWith('//', colon + 1) ? undefined : prefixes.get(iri.slice(0, colon));
  const expanded = namespace === undefined ? iri : namespace + iri.slice(colon + 1);
  return absolute.test(expanded) ? expanded : undefined;
}
