import { Parser } from 'n3';

/** A publication's data as it is sent to a store. */
export interface Upload {
  /** Path of the N-Triples in the project. */
  path: string;
  /** Canonical N-Triples. */
  text: string;
  triples: number;
  /** Named graph of this version of the dataset; undefined where the dataset has no version. */
  version: string | undefined;
  /** Named graph of the dataset in whatever version: the current one. */
  current: string;
}

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const dataset = 'http://rdfs.org/ns/void#Dataset';
const versionOf = 'http://www.w3.org/ns/dcat#isVersionOf';
const distribution = 'http://www.w3.org/ns/dcat#distribution';

/**
 * What to send: for each description of a dataset (data/<name>-dataset.ttl) the N-Triples beside it, under the addresses
 * that the description has. What lacks one of the two is left out.
 *
 * @param files text by path
 */
export function planPush(files: ReadonlyMap<string, string>): Upload[] {
  return [...files].flatMap(([path, description]): Upload[] => {
    if (!path.endsWith('-dataset.ttl')) return [];
    const data = path.replace(/-dataset\.ttl$/, '.nt');
    const text = files.get(data);
    const quads = new Parser().parse(description);
    const has = (subject: string, predicate: string) =>
      quads.find((quad) => quad.subject.value === subject && quad.predicate.value === predicate)?.object
        .value;
    const own = quads
      .filter(({ predicate, object }) => predicate.value === rdfType && object.value === dataset)
      .map(({ subject }) => subject.value)
      .find((subject) => has(subject, distribution) !== undefined);
    if (text === undefined || own === undefined) return [];
    const series = has(own, versionOf);
    const triples = text.split('\n').filter((line) => line !== '').length;
    return [{ path: data, text, triples, version: series && own, current: series ?? own }];
  });
}
