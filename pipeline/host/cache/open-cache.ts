import { isCi } from '../is-ci.ts';
import type { ProjectFolder } from '../open-folder.ts';
import { sha256 } from '../sha256.ts';
import { type CacheFolder, openCacheFolder } from './cache-folder.ts';
import { findSecret } from './find-secret.ts';
import { listInputs } from './list-inputs.ts';
import type { FileDigest, Inputs } from './run-record.ts';

/** Where a project keeps what runs came to, and what a run of it depends on. */
interface OpenedCache {
  folder: CacheFolder;
  inputs: Inputs;
}

/**
 * Opens the cache of a project. "off" where nobody asked for it, and in CI: what it validates it trusts nobody about;
 * "impossible" where nothing can be kept here.
 */
export function openCache(
  { root, value, diagnostics }: ProjectFolder,
  env: Readonly<Record<string, string | undefined>>,
  isWanted: boolean,
): OpenedCache | 'off' | 'impossible' {
  if (!isWanted || isCi(env)) return 'off';
  const secret = findSecret(env);
  const inputs = secret === undefined ? undefined : listInputs(value, env);
  if (secret === undefined || inputs === undefined) return 'impossible';
  // A file that cannot be read is none of the project's, and yet what is found of it holds back what would be built.
  const unread = diagnostics.map((found): FileDigest => [found.location.path, sha256(JSON.stringify(found))]);
  return { folder: openCacheFolder(root, secret), inputs: [...inputs, ...unread] };
}
