import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { isInnerPath, lookInside } from '../look-inside.ts';
import { refuseOutside } from '../refuse-outside.ts';
import { sha256 } from '../sha256.ts';

/** A file as it is served. */
export interface ServedFile {
  bytes: Buffer;
  mediaType: string;
}

/** An entry of the manifest, as far as it concerns who serves it. */
export interface ServedEntry {
  path: string;
  mediaType: string;
  language: string | undefined;
}

/** What is in the folder of the outputs at a moment. */
export interface Served {
  /** What changes when anything that is published changes; '' where nothing is published. */
  version: string;
  files: ServedEntry[];
  /** A file by its path in the folder; undefined where there is none, or one that lies elsewhere behind a link. */
  find(at: string): ServedFile | undefined;
}

const manifest = 'manifest.json';
/** Of what the manifest does not list nobody has said what it is. */
const unknownType = 'application/octet-stream';

/** Looks at the outputs of a project as they lie on the disk; those of a folder that a link leads out of the project are none. */
export function findServed(root: string): Served {
  const folder = folderOf(root);
  const listed = folder === undefined ? undefined : readFile(folder, manifest);
  const files = listFiles(listed);
  return {
    version: listed === undefined ? '' : sha256(listed),
    files,
    find: (at) => {
      const bytes = folder === undefined ? undefined : readFile(folder, at);
      if (bytes === undefined) return undefined;
      const known = at === manifest ? 'application/json' : undefined;
      return { bytes, mediaType: known ?? files.find((file) => file.path === at)?.mediaType ?? unknownType };
    },
  };
}

function folderOf(root: string): string | undefined {
  const folder = path.join(root, 'dist');
  try {
    refuseOutside(root, folder);
    return realpathSync(folder);
  } catch {
    return undefined;
  }
}

function readFile(folder: string, at: string): Buffer | undefined {
  try {
    return isInnerPath(at) && lookInside(folder, at) === 'file'
      ? readFileSync(path.join(folder, at))
      : undefined;
  } catch {
    return undefined;
  }
}

function listFiles(listed: Buffer | undefined): ServedEntry[] {
  try {
    const { files }: { files?: unknown } = JSON.parse(String(listed));
    if (!Array.isArray(files)) return [];
    return files.flatMap((entry: Partial<Record<string, unknown>> | null) => {
      const { path: at, mediaType, language } = entry ?? {};
      if (typeof at !== 'string' || typeof mediaType !== 'string') return [];
      // Nothing that a header cannot hold.
      const isSendable = /^[\x20-\x7E]+$/.test(mediaType);
      return isSendable
        ? [{ path: at, mediaType, language: typeof language === 'string' ? language : undefined }]
        : [];
    });
  } catch {
    return [];
  }
}
