import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TextSources } from '../../model.ts';
import { startOutcome, type TextOutcome } from '../../publish/text-outcome.ts';
import { HostFailure } from '../host-failure.ts';
import type { DistributedTexts } from './distribute-texts.ts';
import { type FolderStore, openFolderStore } from './folder-store.ts';
import { assignShards } from './shard.ts';
import { tellUnbuilt, type UnbuiltText } from './tell-unbuilt.ts';
import { isTextRecord, readTextRecord, reviveRecord, type TextRecord } from './text-record.ts';
import type { TextStore } from './text-store.ts';
import type { TextFailure } from './text-task.ts';

/** What the texts of a project came to, wherever they were built. */
export interface GatheredTexts {
  /** Undefined where nobody was asked for a text: whoever joins builds it. */
  find: (name: string) => TextRecord | undefined;
  /** To be called when all is written. */
  discard: () => void;
}

/**
 * Gathers what lies in the store. A text that failed, or that nobody has built, is held, with a finding that says so; what all of them
 * hold is read one by one, when it is asked for.
 */
export async function gatherOutcomes({
  sources,
  keys,
  store,
  failures,
  shards,
}: DistributedTexts): Promise<GatheredTexts> {
  const placeOf = assignShards(sources, shards);
  const states = new Map<string, 'stored' | TextFailure | UnbuiltText>();
  for (const { name } of sources) {
    const failure = failures.get(name);
    if (failure) states.set(name, failure);
    else if (await readTextRecord(store, keys.byName.get(name) ?? '')) states.set(name, 'stored');
    // What is in no part is left to the join.
    else if (placeOf.has(name))
      states.set(name, { shard: `${placeOf.get(name)}/${shards}`, store: store.address });
  }
  const stored = sources.filter(({ name }) => states.get(name) === 'stored');
  const near = await bringNear(
    store,
    stored.map(({ name }) => keys.byName.get(name) ?? ''),
  );
  const sourcesOf = new Map(sources.map((each) => [each.name, each]));
  return {
    find: (name) => {
      const [state, own] = [states.get(name), sourcesOf.get(name)];
      if (state === undefined || !own) return undefined;
      if (state !== 'stored') return { outcome: heldOutcome(own, state), shown: [], blobs: [] };
      const record = near.store.readRecordNow(keys.byName.get(name) ?? '');
      const damaged = () => new HostFailure('storeDamaged', { store: store.address, name });
      if (!isTextRecord(record)) throw damaged();
      return reviveRecord(record, (digest) => {
        const bytes = near.store.getNow(digest);
        if (bytes === undefined) throw damaged();
        return bytes.toString('utf8');
      });
    },
    discard: near.discard,
  };
}

/** A text of which nothing is known but that it was not built. */
function heldOutcome(sources: TextSources, why: TextFailure | UnbuiltText): TextOutcome {
  return { ...startOutcome(sources), isBuilt: true, diagnostics: [tellUnbuilt(sources, why)] };
}

/** A store on this machine that has these records and their blobs: the store itself where it is a folder. */
async function bringNear(
  store: TextStore,
  keys: readonly string[],
): Promise<{ store: FolderStore; discard: () => void }> {
  if (isNear(store)) return { store, discard: () => undefined };
  const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-store-'));
  const near = openFolderStore(folder);
  for (const key of keys) {
    const record = await readTextRecord(store, key);
    if (!record) continue;
    await Promise.all(
      record.blobs.map(async ([digest]) => {
        const bytes = await store.get(digest);
        if (bytes) await near.put(bytes);
      }),
    );
    await near.writeRecord(key, record);
  }
  return { store: near, discard: () => rmSync(folder, { recursive: true, force: true }) };
}

function isNear(store: TextStore): store is FolderStore {
  return 'getNow' in store;
}
