import type { TextSources } from '../../model.ts';

/** By the path of a file of the project the name of the text that alone reads it; undefined for what all share: schemas, rules, words. */
export function createOwners(sources: readonly TextSources[]): (path: string) => string | undefined {
  const publications = new Set(sources.flatMap(({ name, page }) => (page ? [] : [name])));
  const names = new Set(sources.map(({ name }) => name));
  const pages = new Map(sources.flatMap(({ name, page }) => (page ? [[page.path, name]] : [])));
  return (path) => {
    const [, folder = '', inside = ''] = /^source\/([^/]+)\/(.*)$/.exec(path) ?? [];
    if (publications.has(folder)) return inside.startsWith('schemas/') ? undefined : folder;
    const [, catalog = ''] = /^locales\/[^/]+\/([^/]+)\.po$/.exec(path) ?? [];
    return names.has(catalog) ? catalog : pages.get(path);
  };
}
