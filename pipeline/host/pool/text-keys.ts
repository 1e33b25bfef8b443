import type { SourceFile, TextSources } from '../../model.ts';
import { compareText } from '../../values/compare-text.ts';
import { isOfTool } from '../cache/list-inputs.ts';
import type { FileDigest, Inputs } from '../cache/run-record.ts';
import { sha256 } from '../sha256.ts';
import { divideFiles } from './divide-files.ts';

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
 * The key of each text: all that what is made of it can depend on, and more. A file that is no other text's own is shared, and so is the
 * list of pages, for links lead to the translations of others; of a publication that is cited its front matter counts. A page shares the
 * words of all publications. Which name a finding proposes is the one thing that may be older.
 */
export function listTextKeys(
  inputs: Inputs,
  sources: readonly TextSources[],
  own: readonly SourceFile[],
): TextKeys {
  const digests = new Map(inputs.filter((input) => !isOfTool(input)));
  const divided = divideFiles(own, sources);
  const pagePaths = new Set(sources.flatMap(({ page }) => (page ? [page.path] : [])));
  const ofFiles = (files: readonly SourceFile[]) =>
    digestOf(files.map(({ path }): FileDigest => [path, digests.get(path) ?? '']));
  const pages = sources.flatMap(({ name, page }) => (page ? [[name, page.path]] : []));
  const tool = digestOf(inputs.filter(isOfTool));
  const shared = ofFiles(divided.shared.filter(({ path }) => !pagePaths.has(path)));
  const project = sha256(JSON.stringify([shared, pages]));
  const byName = new Map<string, string>();
  const publications: string[] = [];
  for (const { name, page } of sources) {
    const cited = divided.headsFor(name).map(({ path, text }) => [path, sha256(text)]);
    const parts = [
      version,
      tool,
      project,
      name,
      ofFiles(divided.ownOf(name)),
      cited,
      page ? publications : [],
    ];
    const key = sha256(JSON.stringify(parts));
    byName.set(name, key);
    if (!page) publications.push(key);
  }
  return { tool, project, byName };
}

function digestOf(inputs: readonly FileDigest[]): string {
  return sha256(JSON.stringify([...inputs].sort(([a], [b]) => compareText(a, b))));
}
