import path from 'node:path';
import { UsageError } from '../usage-error.ts';
import { openFolderStore } from './folder-store.ts';
import type { TextStore } from './text-store.ts';

/**
 * Opens a store where it is said to be.
 * @throws UsageError for an address that is none; HostFailure where the machine refuses
 */
export function openStore(address: string, cwd: string): TextStore {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(address)) throw new UsageError('noStore', { found: address });
  return openFolderStore(path.resolve(cwd, address));
}
