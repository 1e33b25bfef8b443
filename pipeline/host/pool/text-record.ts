import type { OutputFile } from '../../model.ts';
import type { TextOutcome } from '../../publish/text-outcome.ts';
import { exchangeFiles, withText } from '../files-of-outcome.ts';
import type { TextStore } from './text-store.ts';

/** What a build of one text came to, with the blobs that its files are in. */
export interface TextRecord {
  outcome: TextOutcome;
  /** Files of dist/ that findings point into. */
  shown: OutputFile[];
  /** Digests and sizes. */
  blobs: [digest: string, bytes: number][];
}

/** The record of a key; undefined where there is none, or one of its blobs is gone: the text is then to be built again. */
export async function readTextRecord(store: TextStore, key: string): Promise<TextRecord | undefined> {
  const record = await store.readRecord(key);
  if (!isTextRecord(record)) return undefined;
  const there = await Promise.all(record.blobs.map(([digest, bytes]) => store.has(digest, bytes)));
  return there.every(Boolean) ? record : undefined;
}

/** What is in a store was written by the very same tool, whose digest is in the key; what was cut off is known for it. */
export function isTextRecord(value: unknown): value is TextRecord {
  return typeof value === 'object' && value !== null && 'outcome' in value && 'blobs' in value;
}

/** A record whose files have their texts again, each read when somebody asks for it. */
export function reviveRecord(
  { outcome, shown, blobs }: TextRecord,
  readText: (digest: string) => string,
): TextRecord {
  const revive = (file: OutputFile): OutputFile => withText(file, () => readText(file.digest?.sha256 ?? ''));
  return { outcome: exchangeFiles(outcome, revive), shown: shown.map(revive), blobs };
}
