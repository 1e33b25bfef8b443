import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folder of the installed tool, with a final separator: two above this file, in pipeline/ as in lib/. */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url));

/** Version of the tool, from its package.json. */
export function readVersion(): string {
  const manifest = JSON.parse(readFileSync(`${packageRoot}package.json`, 'utf8')) as { version: string };
  return manifest.version;
}
