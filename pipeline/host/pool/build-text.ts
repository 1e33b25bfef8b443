import type { OutputFile, ProjectFiles, SourceFile, TextSources } from '../../model.ts';
import type { BuildServices } from '../../project/build-services.ts';
import type { TextOutcome } from '../../publish/text-outcome.ts';
import { withText } from '../files-of-outcome.ts';
import { HostFailure } from '../host-failure.ts';
import type { ProjectFolder } from '../open-folder.ts';
import { sha256 } from '../sha256.ts';
import { divideFiles } from './divide-files.ts';
import type { TextKeys } from './text-keys.ts';
import { readTextRecord, type TextRecord } from './text-record.ts';
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
  const { own, builtin } = project.value;
  const divided = divideFiles(own, sources);
  const filesOf = (name: string, heads: readonly SourceFile[]): ProjectFiles => ({
    own: [...new Set([...divided.shared, ...heads, ...divided.ownOf(name)])],
    builtin,
  });
  const pages = new Set(sources.flatMap(({ name, page }) => (page ? [name] : [])));
  let words: Promise<ReadonlyMap<string, TextOutcome>> | undefined;
  return async (name, key) => {
    const laid = new Map<string, Buffer>();
    const lay = (file: OutputFile): OutputFile => {
      const bytes = Buffer.from(file.text);
      const digest = sha256(bytes);
      laid.set(digest, bytes);
      const { path, mediaType, language } = file;
      // A record has no texts: they are blobs.
      return withText({ path, mediaType, language, digest: { bytes: bytes.length, sha256: digest } }, () =>
        bytes.toString(),
      );
    };
    if (pages.has(name)) words ??= readPublications(sources, keys, store);
    const known = pages.has(name) ? await words : undefined;
    const make = async (heads: readonly SourceFile[]) => {
      const { outcomes, shown } = await build(
        filesOf(name, heads),
        { ...services, lay },
        { only: new Set([name]), known: (other) => known?.get(other) },
        project.diagnostics,
      );
      const outcome = outcomes.find((each) => each.name === name);
      if (!outcome?.isBuilt) throw new Error(`Nothing came of ${name}`);
      return { outcome, shown };
    };
    // A page shares the words of publications, which have to be among the texts then.
    const first = await make(known ? divided.allHeadsFor(name) : divided.headsFor(name));
    // A finding may propose any publication in the place of one that there is not.
    const { outcome, shown } = first.outcome.isHeld && !known ? await make(divided.allHeadsFor(name)) : first;
    const record = { outcome: { ...outcome, pages: outcome.pages.map(lay) }, shown: shown.map(lay) };
    for (const bytes of laid.values()) await store.put(bytes);
    const blobs = [...laid].map(([digest, bytes]): [string, number] => [digest, bytes.length]);
    await store.writeRecord(key, { ...record, blobs } satisfies TextRecord);
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
