import { type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../sha256.ts';
import type { CacheFolder } from './cache-folder.ts';
import type { Inputs } from './run-record.ts';

/** Records of what runs of a command on a project came to. */
export interface RunCache<R> {
  /** What a run on the same inputs came to; undefined where none is known. */
  find(): R | undefined;
  /** The inputs of the last run that is known. */
  lastInputs(): Inputs | undefined;
  /** Keeps what a run came to. Where the disk does not take it nothing is kept, and nothing is lost but time. */
  keep(record: R): void;
}

interface SignedRun<R> {
  inputs: Inputs;
  record: R;
}

/** What the names of records end with, by what ran: a build or check, a sync of catalogs. */
export type RunEnding = 'run' | 'sync';

/** Records kept of an ending; of more the oldest go. */
const recordsMax = 32;
/** Largest record that is kept, in characters. */
const sizeMax = 64 * 1024 * 1024;
/** Bytes of all records; of more the oldest go. */
const totalMax = 128 * 1024 * 1024;
const stem = /^[0-9a-f]{64}$/;

/** A record is a file named by the digest of its inputs, with JSON; nothing in it is ever run. */
export function openRunCache<R>(folder: CacheFolder, inputs: Inputs, ending: RunEnding): RunCache<R> {
  const own = `${sha256(JSON.stringify(inputs))}.${ending}`;
  const read = (name: string): SignedRun<R> | undefined => {
    const body = folder.read(name);
    return body && (JSON.parse(body.toString()) as SignedRun<R>);
  };
  return {
    find: () => read(own)?.record,
    lastInputs: () => {
      const [newest] = listByAge(folder, ending);
      return newest === undefined ? undefined : read(newest)?.inputs;
    },
    keep: (record) => {
      const body = JSON.stringify({ inputs, record } satisfies SignedRun<R>);
      if (body.length > sizeMax) return;
      folder.write(own, [Buffer.from(body)]);
      let total = 0;
      for (const [index, name] of listByAge(folder, ending).entries()) {
        total += statOf(folder, name)?.size ?? 0;
        if (name !== own && (index >= recordsMax || total > totalMax)) folder.remove(name);
      }
    },
  };
}

/** Names of records, the newest first. */
function listByAge(folder: CacheFolder, ending: RunEnding): string[] {
  const end = `.${ending}`;
  return folder
    .list()
    .filter((name) => name.endsWith(end) && stem.test(name.slice(0, -end.length)))
    .map((name) => ({ name, time: statOf(folder, name)?.mtimeMs ?? 0 }))
    .sort((a, b) => b.time - a.time)
    .map(({ name }) => name);
}

/** Undefined where the file went meanwhile. */
function statOf({ path: at }: CacheFolder, name: string): Stats | undefined {
  return statSync(path.join(at, name), { throwIfNoEntry: false });
}
