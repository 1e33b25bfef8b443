import type { Language, ProjectFiles, SourceFile } from './model.ts';

/** The files of one publication, by what they are. */
export interface PublicationSources {
  name: string;
  article: SourceFile;
  records: SourceFile[];
  bibliographies: SourceFile[];
  /** Catalogs by language; the source language has none. */
  catalogs: Map<Language, SourceFile>;
}

const article = /^source\/([^/]+)\/article\.md$/;

/** Sorts a project's files into publications: one for each source/<publication>/article.md, by name. */
export function listSources(files: ProjectFiles): PublicationSources[] {
  const names = files.own.flatMap((file) => article.exec(file.path)?.[1] ?? []).sort();
  return names.map((name) => {
    const under = (prefix: string, ending: RegExp): SourceFile[] =>
      files.own.filter((file) => file.path.startsWith(prefix) && ending.test(file.path)).sort(byPath);
    const catalogs = files.own.flatMap((file): [Language, SourceFile][] => {
      const [folder, language, base] = file.path.split('/');
      return folder === 'locales' && language !== undefined && base === `${name}.po`
        ? [[language, file]]
        : [];
    });
    return {
      name,
      article: files.own.find((file) => file.path === `source/${name}/article.md`) as SourceFile,
      records: under(`source/${name}/entities/`, /\.ya?ml$/),
      bibliographies: under(`source/${name}/`, /^source\/[^/]+\/references\.json$/),
      catalogs: new Map(catalogs),
    };
  });
}

function byPath(a: SourceFile, b: SourceFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
