import type { Edition, Language, Publication } from '../model.ts';

/** Where the files of a publication are in dist/, and what they are. */
export function editionPath(publication: Publication, language: Language): string {
  return `${language}/${publication.name}.md`;
}

export function editionDataPath(publication: Publication, language: Language): string {
  return `${language}/${publication.name}.jsonld`;
}

export function dataPath(publication: Publication): string {
  return `data/${publication.name}.jsonld`;
}

export const contextPath = 'data/context.jsonld';

/** Data files that an edition links to, with media types. */
export function dataFiles(publication: Publication, edition: Edition): { path: string; mediaType: string }[] {
  return [
    { path: dataPath(publication), mediaType: jsonldType },
    { path: editionDataPath(publication, edition.language), mediaType: jsonldType },
  ];
}

export const markdownType = 'text/markdown; charset=utf-8; variant=GFM';
export const jsonldType = 'application/ld+json';

/** From a file in dist/<language>/ to a path in dist/. */
export function relativeToEdition(path: string, language: Language): string {
  const here = `${language}/`;
  return path.startsWith(here) ? path.slice(here.length) : `../${path}`;
}
