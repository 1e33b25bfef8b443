import type { OutputFile } from '../../model.ts';
import type { TextOutcome } from '../../publish/text-outcome.ts';
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

/** A file as a record has it: without its text, which is a blob. */
export function fileForRecord({ path, mediaType, language, text }: OutputFile, digest: string): OutputFile {
  const file = { path, mediaType, language, digest: { bytes: Buffer.byteLength(text), sha256: digest } };
  return Object.defineProperty(file as OutputFile, 'text', { enumerable: false, value: text });
}

/** A record whose files have their texts again, each read when somebody asks for it. */
export function reviveRecord(record: TextRecord, readText: (digest: string) => string): TextRecord {
  const revive = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isFileOfRecord(value)) {
      const { sha256 } = value.digest;
      Object.defineProperty(value, 'text', { enumerable: true, get: () => readText(sha256) });
    } else for (const each of Object.values(value)) revive(each);
  };
  const { outputs, pages, share } = record.outcome;
  revive([outputs, pages, share?.entities, share?.dataset?.ntriples, record.shown]);
  return record;
}

function isFileOfRecord(value: object): value is { digest: { sha256: string } } {
  return 'mediaType' in value && 'digest' in value && !('text' in value);
}
