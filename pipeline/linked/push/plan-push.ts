import { Parser } from 'n3';

/** Where a publication's data go. */
export interface PushPlan {
  /** Path of the N-Triples in the project. */
  path: string;
  /** Named graph of this version of the dataset; undefined where the dataset has no version. */
  version: string | undefined;
  /** Named graph of the dataset in whatever version: the current one. */
  current: string;
}

/** A publication's data as it is sent to a store. */
export interface Upload extends PushPlan {
  /** Canonical N-Triples. */
  text: string;
  triples: number;
}

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const dataset = 'http://rdfs.org/ns/void#Dataset';
const versionOf = 'http://www.w3.org/ns/dcat#isVersionOf';
const distribution = 'http://www.w3.org/ns/dcat#distribution';

/**
 * What to send: for each description of a dataset (data/<name>-dataset.ttl) the N-Triples beside it, under the addresses
 * that the description has. What lacks one of the two is left out.
 *
 * @param descriptions text by path
 * @param isThere whether a file lies at a path
 */
export function planPush(
  descriptions: ReadonlyMap<string, string>,
  isThere: (path: string) => boolean,
): PushPlan[] {
  return [...descriptions].flatMap(([path, description]): PushPlan[] => {
    const data = path.replace(/-dataset\.ttl$/, '.nt');
    const quads = new Parser().parse(description);
    const has = (subject: string, predicate: string) =>
      quads.find((quad) => quad.subject.value === subject && quad.predicate.value === predicate)?.object
        .value;
    const own = quads
      .filter(({ predicate, object }) => predicate.value === rdfType && object.value === dataset)
      .map(({ subject }) => subject.value)
      .find((subject) => has(subject, distribution) !== undefined);
    if (own === undefined || !isThere(data)) return [];
    const series = has(own, versionOf);
    return [{ path: data, version: series && own, current: series ?? own }];
  });
}
