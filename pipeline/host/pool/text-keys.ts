import type { TextSources } from '../../model.ts';
import { compareText } from '../../values/compare-text.ts';
import { isOfTool } from '../cache/list-inputs.ts';
import type { FileDigest, Inputs } from '../cache/run-record.ts';
import { sha256 } from '../sha256.ts';
import { createOwners } from './text-owners.ts';

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
 * list of pages, for links lead to the translations of others. A page shares the words of all publications.
 */
export function listTextKeys(inputs: Inputs, sources: readonly TextSources[]): TextKeys {
  const ownerOf = createOwners(sources);
  const shared: FileDigest[] = [];
  const byText = new Map<string, FileDigest[]>(sources.map(({ name }) => [name, []]));
  for (const input of inputs) {
    if (isOfTool(input)) continue;
    (byText.get(ownerOf(input[0]) ?? '') ?? shared).push(input);
  }
  const pages = sources.flatMap(({ name, page }) => (page ? [[name, page.path]] : []));
  const tool = digestOf(inputs.filter(isOfTool));
  const project = sha256(JSON.stringify([digestOf(shared), pages]));
  const byName = new Map<string, string>();
  const publications: string[] = [];
  for (const { name, page } of sources) {
    const parts = [version, tool, project, name, digestOf(byText.get(name) ?? []), page ? publications : []];
    const key = sha256(JSON.stringify(parts));
    byName.set(name, key);
    if (!page) publications.push(key);
  }
  return { tool, project, byName };
}

function digestOf(inputs: readonly FileDigest[]): string {
  return sha256(JSON.stringify([...inputs].sort(([a], [b]) => compareText(a, b))));
}
