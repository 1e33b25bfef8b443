import type { EntityId, Language, PropertyPath } from '../model.ts';

/** What the terms that come with the tool begin with, in the data of every project: nothing that a project says changes it. */
export const coreNamespace = 'https://w3id.org/tinkuy/core#';

/** Addresses of everything that is published; all under one base; editions and datasets with a version, entities and terms without. */
export interface Iris {
  base: string;
  /** What the addresses of entities and their parts begin with. */
  entities: string;
  /** "country:peru" → <base>id/country/peru */
  entity: (id: EntityId) => string;
  /** A value of an entity, as a part of it: <base>id/hub/andean#population.period */
  statement: (id: EntityId, path: PropertyPath) => string;
  /** "type:slug" or "type:slug#path", as notes name what they speak about. */
  target: (target: string) => string;
  /** A term of the project's own vocabulary: <base>def#areaShare */
  term: (name: string) => string;
  /** A term of the core vocabulary, which is the same in every project. */
  core: (name: string) => string;
  /** The work without regard to language: <base>publication/<name> */
  publication: (name: string) => string;
  /** <base>edition/<name>/<language>/<version>: what is quoted must not change (https://www.w3.org/TR/dwbp/#VersioningInfo). */
  edition: (name: string, language: Language) => string;
  /** The edition in whatever version: <base>edition/<name>/<language> */
  editionSeries: (name: string, language: Language) => string;
  /** A part of an edition, by the id that it has in the Markdown (a heading's, a box's): <edition>#<fragment> */
  part: (name: string, language: Language, fragment: string) => string;
  /** The linked data of a publication as a whole: <base>dataset/<name>/<version> */
  dataset: (name: string) => string;
  /** The dataset in whatever version: <base>dataset/<name> */
  datasetSeries: (name: string) => string;
  /** A file of dist/, by its path in it: <base><path> */
  file: (path: string) => string;
}

/**
 * Makes addresses under a base IRI, which ends with a slash. Names of publications are encoded as one path segment.
 *
 * @param version of the publication; without one the addresses of its editions and its dataset have none.
 */
export function createIris(base: string, version?: string): Iris {
  const entities = `${base}id/`;
  const entity: Iris['entity'] = (id) => entities + id.replace(':', '/');
  const statement: Iris['statement'] = (id, path) => `${entity(id)}#${path}`;
  const versioned = (series: string) =>
    version === undefined ? series : `${series}/${encodeURIComponent(version)}`;
  const editionSeries: Iris['editionSeries'] = (name, language) =>
    `${base}edition/${encodeURIComponent(name)}/${language}`;
  const edition: Iris['edition'] = (name, language) => versioned(editionSeries(name, language));
  const datasetSeries: Iris['datasetSeries'] = (name) => `${base}dataset/${encodeURIComponent(name)}`;
  return {
    base,
    entities,
    entity,
    statement,
    target: (target) => {
      const [id = '', path] = target.split('#');
      return path === undefined ? entity(id) : statement(id, path);
    },
    term: (name) => `${base}def#${name}`,
    core: (name) => coreNamespace + name,
    publication: (name) => `${base}publication/${encodeURIComponent(name)}`,
    edition,
    editionSeries,
    part: (name, language, fragment) => `${edition(name, language)}#${encodeURIComponent(fragment)}`,
    dataset: (name) => versioned(datasetSeries(name)),
    datasetSeries,
    file: (path) => base + path.split('/').map(encodeURIComponent).join('/'),
  };
}
