import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { OutputFile, Proof } from '../model.ts';
import type { PublishedBefore } from '../project/build-services.ts';
import { isInnerPath } from './look-inside.ts';

/** A file as a manifest lists it, as far as it is one. */
type Listed = Partial<Record<'path' | 'mediaType' | 'language' | 'bytes' | 'sha256', unknown>> | null;

/**
 * What dist/manifest.json tells of what is published, without the files that are gone; their texts are read when they are asked
 * for. Nothing where it is missing or damaged.
 */
export function readPublished(root: string): PublishedBefore {
  const manifest = readManifest(root);
  return {
    files: filesOf(manifest.files, path.join(root, 'dist')),
    pages: filesOf(manifest.pages, root),
    proofs: new Map(Object.entries(manifest.publications ?? {}) as [string, Proof][]),
  };
}

function readManifest(root: string): { files?: unknown; pages?: unknown; publications?: object | null } {
  try {
    const read: unknown = JSON.parse(readFileSync(path.join(root, 'dist/manifest.json'), 'utf8'));
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    return {};
  }
}

function filesOf(listed: unknown, folder: string): OutputFile[] {
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((entry: Listed): OutputFile[] => {
    const { path: at, mediaType, language, bytes, sha256 } = entry ?? {};
    if (typeof at !== 'string' || typeof mediaType !== 'string' || !isInnerPath(at)) return [];
    const full = path.join(folder, at);
    if (!lstatSync(full, { throwIfNoEntry: false })?.isFile()) return [];
    const digest = typeof bytes === 'number' && typeof sha256 === 'string' ? { bytes, sha256 } : undefined;
    return [
      {
        path: at,
        mediaType,
        language: typeof language === 'string' ? language : undefined,
        ...(digest ? { digest } : {}),
        get text(): string {
          return readFileSync(full, 'utf8');
        },
      },
    ];
  });
}
