/** Makes the function that writes an IRI with the prefix of its longest namespace, for people: `id:country/peru`. */
export function createShortener(prefixes: ReadonlyMap<string, string>): (iri: string) => string {
  const namespaces = [...prefixes].sort(([, a], [, b]) => b.length - a.length);
  return (iri) => {
    const found = namespaces.find(([, namespace]) => iri.startsWith(namespace) && iri !== namespace);
    return found ? `${found[0]}:${iri.slice(found[1].length)}` : `<${iri}>`;
  };
}
