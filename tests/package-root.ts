import { fileURLToPath } from 'node:url';

/** Folder of this repository, which is the package that is installed, with a final separator. */
export const packageRoot = fileURLToPath(new URL('../', import.meta.url));
