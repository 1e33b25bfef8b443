import type { OutputFile, ProjectFiles, SourceFile, TextSources } from '../../model.ts';
import type { BuildServices } from '../../project/build-services.ts';
import type { TextOutcome } from '../../publish/text-outcome.ts';
import { HostFailure } from '../host-failure.ts';
import type { ProjectFolder } from '../open-folder.ts';
import { sha256 } from '../sha256.ts';
import type { TextKeys } from './text-keys.ts';
import { createOwners } from './text-owners.ts';
import { fileForRecord, readTextRecord, type TextRecord } from './text-record.ts';
import type { TextStages } from './text-stages.ts';
import type { TextStore } from './text-store.ts';

/** A project whose texts are built one by one into a store. */
interface Building {
  project: ProjectFolder;
  sources: readonly TextSources[];
  keys: TextKeys;
  store: TextStore;
  services: BuildServices;
}

/**
 * Builds a text by its name, out of the files that its key is made of and no others, and puts what it comes to into the store: blobs
 * first, so that a record that is there has all that it names.
 */
export function buildText(
  { project, sources, keys, store, services }: Building,
  { build }: TextStages,
): (name: string, key: string) => Promise<void> {
  const filesOf = divideFiles(project.value, sources);
  const pages = new Set(sources.flatMap(({ name, page }) => (page ? [name] : [])));
  let words: Promise<ReadonlyMap<string, TextOutcome>> | undefined;
  return async (name, key) => {
    const laid = new Map<string, Buffer>();
    const lay = (file: OutputFile): OutputFile => {
      const bytes = Buffer.from(file.text);
      const digest = sha256(bytes);
      laid.set(digest, bytes);
      return fileForRecord(file, digest);
    };
    if (pages.has(name)) words ??= readPublications(sources, keys, store);
    const known = pages.has(name) ? await words : undefined;
    const { outcomes, shown } = await build(
      filesOf(name),
      { ...services, lay },
      { only: new Set([name]), known: (other) => known?.get(other) },
      project.diagnostics,
    );
    const outcome = outcomes.find((each) => each.name === name);
    if (!outcome?.isBuilt) throw new Error(`Nothing came of ${name}`);
    const record = { outcome: { ...outcome, pages: outcome.pages.map(lay) }, shown: shown.map(lay) };
    for (const bytes of laid.values()) await store.put(bytes);
    const blobs = [...laid].map(([digest, bytes]): [string, number] => [digest, bytes.length]);
    await store.writeRecord(key, { ...record, blobs } satisfies TextRecord);
  };
}

/** By name the files that a text is built of: its own, and what all share. Pages are all there, for each leads to the others. */
function divideFiles(
  { own, builtin }: ProjectFiles,
  sources: readonly TextSources[],
): (name: string) => ProjectFiles {
  const ownerOf = createOwners(sources);
  const isPage = new Set(sources.flatMap(({ page }) => (page ? [page.path] : [])));
  const shared: SourceFile[] = [];
  const byText = new Map<string, SourceFile[]>(sources.map(({ name }) => [name, []]));
  for (const file of own) {
    const owner = byText.get(ownerOf(file.path) ?? '');
    if (!owner || isPage.has(file.path)) shared.push(file);
    else owner.push(file);
  }
  const publications = sources.flatMap(({ article, page }) => (page ? [] : [article]));
  const pages = new Set(sources.flatMap(({ name, page }) => (page ? [name] : [])));
  return (name) => {
    const files = byText.get(name) ?? [];
    // A page is held against the words of publications, which have to be among the texts then.
    const others = pages.has(name) ? publications : [];
    return { own: [...shared, ...others, ...files], builtin };
  };
}

/** What the publications came to, for the words that pages share. @throws HostFailure where one is not in the store */
async function readPublications(
  sources: readonly TextSources[],
  { byName }: TextKeys,
  store: TextStore,
): Promise<ReadonlyMap<string, TextOutcome>> {
  const found = new Map<string, TextOutcome>();
  for (const { name, page } of sources) {
    if (page) continue;
    const record = await readTextRecord(store, byName.get(name) ?? '');
    if (!record) throw new HostFailure('storeDamaged', { store: store.address, name });
    // Of its files a page needs none.
    found.set(name, { ...record.outcome, outputs: [], pages: [], diagnostics: [], share: undefined });
  }
  return found;
}
