import type { TextStore } from './text-store.ts';

/** What a build of one text came to, with the blobs that its files are in. */
export interface TextRecord {
  /** JSON: a TextOutcome, which only a build and its join read. */
  outcome: unknown;
  /** Digests and sizes. */
  blobs: [digest: string, bytes: number][];
}

/** The record of a key; undefined where there is none, or one of its blobs is gone: the text is then to be built again. */
export async function readTextRecord(store: TextStore, key: string): Promise<TextRecord | undefined> {
  const record = await store.readRecord(key);
  if (!isTextRecord(record)) return undefined;
  for (const [digest, bytes] of record.blobs) if (!(await store.has(digest, bytes))) return undefined;
  return record;
}

function isTextRecord(value: unknown): value is TextRecord {
  if (typeof value !== 'object' || value === null || !('outcome' in value) || !('blobs' in value))
    return false;
  return Array.isArray(value.blobs) && value.blobs.every(isBlob);
}

function isBlob(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const [digest, bytes]: unknown[] = value;
  return typeof digest === 'string' && /^[0-9a-f]{64}$/.test(digest) && typeof bytes === 'number';
}
