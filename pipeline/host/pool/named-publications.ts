import type { SourceFile, TextSources } from '../../model.ts';
import { compareText } from '../../values/compare-text.ts';
import { listSlugs } from '../../values/list-slugs.ts';
import { readHead } from '../../values/read-head.ts';

/** What of a publication others can read that cite it: the front matter of its article. */
export function headOf({ path, text }: SourceFile): SourceFile {
  return { path, text: readHead(text) ?? '' };
}

/** Finds the publications that files may cite, in the order of their names: those whose name stands behind a colon. */
export function createNamedPublications(
  sources: readonly TextSources[],
): (files: readonly SourceFile[]) => TextSources[] {
  const publications = new Map(sources.flatMap((each) => (each.page ? [] : [[each.name, each]])));
  return (files) => {
    const named = new Map<string, TextSources>();
    for (const { text } of files) {
      for (const name of listSlugs(text)) {
        const publication = publications.get(name);
        if (publication) named.set(name, publication);
      }
    }
    return [...named.values()].sort((a, b) => compareText(a.name, b.name));
  };
}
