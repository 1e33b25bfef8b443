import type { SourceFile, TextSources } from '../../model.ts';
import { createNamedPublications, headOf } from './named-publications.ts';
import { createOwners } from './text-owners.ts';

/** The files of a project by who reads them. */
export interface DividedFiles {
  /** What all texts read; pages are among them, for each leads to the others. */
  shared: readonly SourceFile[];
  /** What a text alone reads. */
  ownOf: (name: string) => readonly SourceFile[];
  /** Front matters of the publications that a text may cite, by itself or by what is shared. */
  headsFor: (name: string) => SourceFile[];
  /** Those of all other publications. */
  allHeadsFor: (name: string) => SourceFile[];
}

export function divideFiles(own: readonly SourceFile[], sources: readonly TextSources[]): DividedFiles {
  const ownerOf = createOwners(sources);
  const shared: SourceFile[] = [];
  const byText = new Map<string, SourceFile[]>(sources.map(({ name }) => [name, []]));
  const pages = new Set(sources.flatMap(({ page }) => (page ? [page.path] : [])));
  for (const file of own) {
    const owner = byText.get(ownerOf(file.path) ?? '');
    if (owner) owner.push(file);
    if (!owner || pages.has(file.path)) shared.push(file);
  }
  const namedIn = createNamedPublications(sources);
  const namedByAll = namedIn(shared.filter(({ path }) => path.startsWith('source/')));
  const ownOf = (name: string) => byText.get(name) ?? [];
  const heads = (name: string, publications: readonly TextSources[]) =>
    [...new Set(publications)].filter((other) => other.name !== name).map(({ article }) => headOf(article));
  return {
    shared,
    ownOf,
    headsFor: (name) => heads(name, [...namedByAll, ...namedIn(ownOf(name))]),
    allHeadsFor: (name) =>
      heads(
        name,
        sources.filter(({ page }) => !page),
      ),
  };
}
