import { statSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../sha256.ts';
import type { CacheFolder } from './cache-folder.ts';
import type { Inputs, RunRecord } from './run-record.ts';

/** Records of what builds of a project came to. */
export interface RunCache {
  /** What a build of the same inputs came to; undefined where none is known. */
  find(): RunRecord | undefined;
  /** The inputs of the last build that is known. */
  lastInputs(): Inputs | undefined;
  /** Keeps what a build came to. Where the disk does not take it nothing is kept, and nothing is lost but time. */
  keep(record: RunRecord): void;
}

interface SignedRun {
  inputs: Inputs;
  record: RunRecord;
}

/** Records kept for a project; of more the oldest go. */
const recordsMax = 32;
/** Largest record that is kept, in characters. */
const sizeMax = 16 * 1024 * 1024;
const entryName = /^[0-9a-f]{64}\.run$/;

/** A record is a file named by the digest of its inputs, with JSON; nothing in it is ever run. */
export function openRunCache(folder: CacheFolder, inputs: Inputs): RunCache {
  const own = `${sha256(JSON.stringify(inputs))}.run`;
  const read = (name: string): SignedRun | undefined => {
    const body = folder.read(name);
    return body && (JSON.parse(body.toString()) as SignedRun);
  };
  return {
    find: () => read(own)?.record,
    lastInputs: () => {
      const [newest] = listByAge(folder);
      return newest === undefined ? undefined : read(newest)?.inputs;
    },
    keep: (record) => {
      const body = JSON.stringify({ inputs, record } satisfies SignedRun);
      if (body.length > sizeMax) return;
      folder.write(own, [Buffer.from(body)]);
      for (const old of listByAge(folder).slice(recordsMax)) folder.remove(old);
    },
  };
}

/** Names of records, the newest first. */
function listByAge(folder: CacheFolder): string[] {
  return folder
    .list()
    .filter((name) => entryName.test(name))
    .map((name) => ({ name, time: ageOf(path.join(folder.path, name)) }))
    .sort((a, b) => b.time - a.time)
    .map(({ name }) => name);
}

/** Zero where the file went meanwhile. */
function ageOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
