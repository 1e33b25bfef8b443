import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toHostFailure } from '../host-failure.ts';
import { sha256 } from '../sha256.ts';
import { readSealed, seal } from './sealed-record.ts';
import type { TextStore } from './text-store.ts';

/** A store that can be read without waiting. */
export interface FolderStore extends TextStore {
  getNow(digest: string): Buffer | undefined;
  readRecordNow(key: string): unknown;
}

/** Milliseconds after which nobody still writes a file: who began it was killed. */
const ageMax = 3_600_000;

/**
 * A store in a folder, which is made where it is missing. Files are written beside their places and renamed, so that each is whole or
 * not there, whoever is killed.
 *
 * @throws HostFailure, as its functions do, where the machine refuses: no space, no permission
 */
export function openFolderStore(folder: string): FolderStore {
  const staging = path.join(folder, 'staging');
  guard(folder, () => mkdirSync(staging, { recursive: true }));
  removeLeft(staging);
  const blobAt = (digest: string) => placeIn(folder, 'blobs', digest);
  const recordAt = (key: string) => `${placeIn(folder, 'records', key)}.json`;
  const write = (at: string, bytes: string | Buffer): void =>
    guard(at, () => {
      const staged = path.join(staging, `${process.pid}-${randomBytes(8).toString('hex')}`);
      try {
        mkdirSync(path.dirname(at), { recursive: true });
        writeFileSync(staged, bytes);
        renameSync(staged, at);
      } catch (error) {
        rmSync(staged, { force: true });
        throw error;
      }
    });
  const getNow = (digest: string): Buffer | undefined => {
    const bytes = readIfThere(blobAt(digest));
    if (bytes === undefined || sha256(bytes) === digest) return bytes;
    // What is damaged would never be put again.
    rmSync(blobAt(digest), { force: true });
    return undefined;
  };
  const readRecordNow = (key: string): unknown => readSealed(readIfThere(recordAt(key)));
  return {
    address: folder,
    identify: async () => sha256(identityOf(path.join(folder, 'store.json'))),
    has: async (digest, bytes) => sizeOf(blobAt(digest)) === bytes,
    get: async (digest) => getNow(digest),
    getNow,
    put: async (bytes) => {
      const digest = sha256(bytes);
      if (sizeOf(blobAt(digest)) !== bytes.length) write(blobAt(digest), bytes);
      return digest;
    },
    readRecord: async (key) => readRecordNow(key),
    readRecordNow,
    writeRecord: async (key, value) => write(recordAt(key), seal(value)),
  };
}

/** 256 folders, so that none has more files than tools can bear. @throws Error where a name is no digest */
function placeIn(folder: string, kind: 'blobs' | 'records', name: string): string {
  if (!/^[0-9a-f]{64}$/.test(name)) throw new Error(`Not a digest: ${JSON.stringify(name)}`);
  return path.join(folder, kind, name.slice(0, 2), name);
}

/** What the first who opened the store wrote into it. */
function identityOf(file: string): string {
  return guard(file, () => {
    try {
      const identity = { version: 1, store: randomBytes(16).toString('hex') };
      writeFileSync(file, `${JSON.stringify(identity)}\n`, { flag: 'wx' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    return readFileSync(file, 'utf8');
  });
}

function sizeOf(file: string): number | undefined {
  return guard(file, () => statSync(file, { throwIfNoEntry: false })?.size);
}

function readIfThere(file: string): Buffer | undefined {
  return guard(file, () => {
    try {
      return readFileSync(file);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  });
}

function removeLeft(staging: string): void {
  for (const name of readdirSync(staging)) {
    const at = path.join(staging, name);
    const time = statSync(at, { throwIfNoEntry: false })?.mtimeMs;
    if (time !== undefined && Date.now() - time > ageMax) rmSync(at, { force: true });
  }
}

function guard<T>(at: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw toHostFailure(error, at);
  }
}
