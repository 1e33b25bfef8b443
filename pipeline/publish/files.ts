import type { Edition, EntityId, Language, OutputFile, PlainText, Publication } from '../model.ts';

/** Where the files of a publication are in dist/, and what they are. */
export function editionPath(publication: Publication, language: Language): string {
  return `${language}/${publication.name}.md`;
}

export function htmlPath({ name }: Pick<Publication, 'name'>, language: Language): string {
  return `${language}/${name}.html`;
}

export function plainTextPath(publication: Publication, language: Language): string {
  return `${language}/${publication.name}.txt`;
}

export function editionDataPath(publication: Publication, language: Language): string {
  return `${language}/${publication.name}.jsonld`;
}

/** The dataset as schema.org's Dataset in one language: <language>/<name>-dataset.jsonld */
export function editionDatasetPath(publication: Publication, language: Language): string {
  return `${language}/${publication.name}-dataset.jsonld`;
}

/** A file of the publication's data as a whole: data/<name>.<extension> */
export function dataPath(publication: Publication, extension = 'jsonld'): string {
  return `data/${publication.name}.${extension}`;
}

/** The description of the publication's data, which has the digests of its files: data/<name>-dataset.<extension> */
export function datasetPath({ name }: Publication, extension: string): string {
  return `data/${name}-dataset.${extension}`;
}

/** The observations as CSV; their description (CSVW) has the same path and "-metadata.json". */
export function observationsPath({ name }: Publication): string {
  return `data/${name}-observations.csv`;
}

/** How to cite the editions: data/<name>-citation.<extension> */
export function citationPath({ name }: Publication, extension: string): string {
  return `data/${name}-citation.${extension}`;
}

/** The works that the publication cites or lists: data/<name>-references.<extension> */
export function referencesPath({ name }: Publication, extension: string): string {
  return `data/${name}-references.${extension}`;
}

/** A document of one entity: data/entities/<type>/<slug>.<extension> */
export function entityPath(id: EntityId, extension: string): string {
  return `data/entities/${id.replace(':', '/')}.${extension}`;
}

export const contextPath = 'data/context.jsonld';
export const shapesPath = 'data/shapes.ttl';
export const ontologyPath = 'data/vocabulary.ttl';

/** Data files that an edition links to, with media types. */
export function dataFiles(publication: Publication, edition: Edition): { path: string; mediaType: string }[] {
  return [
    { path: dataPath(publication), mediaType: jsonldType },
    { path: dataPath(publication, 'ttl'), mediaType: turtleType },
    { path: dataPath(publication, 'nt'), mediaType: ntriplesType },
    { path: editionDataPath(publication, edition.language), mediaType: jsonldType },
  ];
}

export const markdownType = 'text/markdown; charset=utf-8; variant=GFM';
export const jsonldType = 'application/ld+json';
export const turtleType = 'text/turtle; charset=utf-8';
export const htmlType = 'text/html; charset=utf-8';
export const csvType = 'text/csv; charset=utf-8; header=present';
export const csvwType = 'application/csvm+json';
export const cslType = 'application/vnd.citationstyles.csl+json';
export const biblatexType = 'text/x-bibtex; charset=utf-8';
export const plainTextType = 'text/plain; charset=utf-8';
export const ntriplesType = 'application/n-triples';

/** From a file in dist/<language>/ to a path in dist/. */
export function relativeToEdition(path: string, language: Language): string {
  const here = `${language}/`;
  return path.startsWith(here) ? path.slice(here.length) : `../${path}`;
}

export function plainTextFile(publication: Publication, { language, text }: PlainText): OutputFile {
  return { path: plainTextPath(publication, language), text, mediaType: plainTextType, language };
}
