/** A full IRI of a compact one, by what prefixes stand for. */
export function expandIn(namespaces: Readonly<Record<string, string>>, iri: string): string {
  const [, prefix = '', local = ''] = /^([A-Za-z-]+):(?!\/\/)(.*)$/.exec(iri) ?? [];
  const namespace = Object.hasOwn(namespaces, prefix) ? namespaces[prefix] : undefined;
  return namespace === undefined ? iri : namespace + local;
}
