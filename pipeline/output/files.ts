import type { Edition, Language, Publication } from '../model.ts';

/** Where the files of a publication are in dist/, and what they are. */
export function editionPath(publication: Publication, language: Language): string {
  return `${language}/${publication.name}.md`;
}

export function editionDataPath(publication: Publication, language: Language): string {
  return `${language}/${publication.name}.jsonld`;
}

/** A file of the publication's data as a whole: data/<name>.<extension> */
export function dataPath(publication: Publication, extension = 'jsonld'): string {
  return `data/${publication.name}.${extension}`;
}

export const contextPath = 'data/context.jsonld';

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
export const ntriplesType = 'application/n-triples';

/** From a file in dist/<language>/ to a path in dist/. */
export function relativeToEdition(path: string, language: Language): string {
  const here = `${language}/`;
  return path.startsWith(here) ? path.slice(here.length) : `../${path}`;
}
