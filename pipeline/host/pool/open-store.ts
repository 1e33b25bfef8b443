import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { openFolderStore } from './folder-store.ts';
import type { TextStore } from './text-store.ts';

/**
 * Opens a store where it is said to be.
 *
 * @param isMade whether a folder is made where there is none
 * @throws UsageError for an address that is none, or a folder that is missing; HostFailure where the machine refuses
 */
export async function openStore(
  address: string,
  { cwd, env }: Pick<Terminal, 'cwd' | 'env'>,
  isMade = true,
): Promise<TextStore> {
  if (/^s3:\/\/[^/]/i.test(address) && URL.canParse(address))
    return (await import('./s3-store.ts')).openS3Store(address, env);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(address)) throw new UsageError('noStore', { found: address });
  const folder = path.resolve(cwd, address);
  if (!isMade && !existsSync(folder)) throw new UsageError('noJoin', { path: address });
  return openFolderStore(folder);
}
