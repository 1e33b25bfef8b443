import { remember } from '../../values/remember.ts';
import { compareShortest } from './compare-shortest.ts';
import { expandIri } from './expand-iri.ts';

/** Addresses in full and in short. */
export interface Addresses {
  /** Throws where the result is not an absolute IRI: a bug of ours. */
  expand: (iri: string) => string;
  /** With the prefix that makes it shortest; as it is where there is none. */
  shorten: (iri: string) => string;
}

/** Makes compact IRIs full ones, and the other way about (https://www.w3.org/TR/json-ld11-api/#iri-compaction). */
export function createAddresses(prefixes: ReadonlyMap<string, string>): Addresses {
  const namespaces = [...prefixes];
  const expand = (iri: string): string => {
    const expanded = expandIri(iri, prefixes);
    if (expanded === undefined) throw new Error(`Not an address: ${iri}`);
    return expanded;
  };
  const shorten = (iri: string): string => {
    const fitting = namespaces.filter(([, namespace]) => iri.startsWith(namespace) && iri !== namespace);
    const compact = fitting.map(([prefix, namespace]) => `${prefix}:${iri.slice(namespace.length)}`);
    return compact.sort(compareShortest)[0] ?? iri;
  };
  return { expand: remember(expand), shorten: remember(shorten) };
}
