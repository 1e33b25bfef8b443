import type { ProjectFiles, TextSources } from '../../model.ts';
import { compareText } from '../../values/compare-text.ts';
import { isOfTool } from '../cache/list-inputs.ts';
import type { FileDigest, Inputs } from '../cache/run-record.ts';
import { sha256 } from '../sha256.ts';

/** What a project's texts are known by wherever they are built: digests only. */
export interface TextKeys {
  /** Of the tool: its code, dependencies, Node.js, and the environment that outputs tell of. */
  tool: string;
  /** Of the files that all texts share. */
  project: string;
  /** Of each text, by its name: SHA-256 of the two above and of all that is the text's own. */
  byName: ReadonlyMap<string, string>;
}

/** Part of every key: another form of records is another key. */
const version = 1;

/**
 * The key of each text: all that what is made of it can depend on, and more. A file that is no other text's own is shared; of a page
 * the list of all pages is part, for its links lead to the translations of others.
 */
export function listTextKeys(
  inputs: Inputs,
  sources: readonly TextSources[],
  { own }: Pick<ProjectFiles, 'own'>,
): TextKeys {
  const ownerOf = createOwners(sources);
  const digests = new Map(inputs.filter((input) => !isOfTool(input)));
  const shared: FileDigest[] = [];
  const byText = new Map<string, FileDigest[]>(sources.map(({ name }) => [name, []]));
  for (const { path } of own) {
    const input: FileDigest = [path, digests.get(path) ?? ''];
    (byText.get(ownerOf(path) ?? '') ?? shared).push(input);
  }
  const digestOf = (list: readonly FileDigest[]) =>
    sha256(JSON.stringify([...list].sort(([a], [b]) => compareText(a, b))));
  const [tool, project] = [sha256(JSON.stringify(inputs.filter(isOfTool))), digestOf(shared)];
  const pages = sources.flatMap(({ name, page }) => (page ? [[name, page.path]] : []));
  const byName = sources.map(({ name, page }): [string, string] => {
    const parts = [version, tool, project, name, digestOf(byText.get(name) ?? []), page ? pages : []];
    return [name, sha256(JSON.stringify(parts))];
  });
  return { tool, project, byName: new Map(byName) };
}

/** By the path of a file the name of the text that alone reads it; schemas and rules hold for all. */
function createOwners(sources: readonly TextSources[]): (path: string) => string | undefined {
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
