import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folder of the installed tool, with a final separator: the nearest with a package above this file, in pipeline/ as in lib/. */
export const packageRoot = fileURLToPath(findRoot(new URL('.', import.meta.url)));

/** Version of the tool, from its package.json. */
export function readVersion(): string {
  const manifest = JSON.parse(readFileSync(`${packageRoot}package.json`, 'utf8')) as { version: string };
  return manifest.version;
}

/** The code is joined into files that lie elsewhere than their modules (scripts/bundle.mjs). */
function findRoot(folder: URL): URL {
  const above = new URL('..', folder);
  return existsSync(new URL('package.json', folder)) || above.href === folder.href ? folder : findRoot(above);
}
