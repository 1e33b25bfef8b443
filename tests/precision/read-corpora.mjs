import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readCatalog } from '../../lib/translation/read-catalog.js';
import { rstToMarkdown } from './rst-to-markdown.mjs';

/** From which language into which the pairs of a corpus are. */
const directions = [
  ['en', 'es'],
  ['en', 'pt'],
  ['es', 'pt'],
];

/**
 * Human translations as pairs of segments, by corpus and direction. Catalogs translate from English; two of them are joined by
 * their msgids. What is fuzzy, empty, plural or out of a code block is left out.
 *
 * @param {string} folder where the corpora are
 * @param {Record<string, import('./precision.d.mts').Corpus>} corpora
 */
export function readCorpora(folder, corpora) {
  const missing = [];
  const pairs = Object.entries(corpora).flatMap(([name, { catalogs, markup }]) => {
    const paths = Object.values(catalogs).map((catalog) => path.join(folder, catalog));
    if (!paths.every((each) => existsSync(each))) {
      missing.push(name);
      return [];
    }
    const texts = new Map(
      Object.entries(catalogs).map(([language, catalog]) => [
        language,
        readTranslations(path.join(folder, catalog), language),
      ]),
    );
    return directions.map(([from, to]) => ({
      name: `${name} ${from}→${to}`,
      from,
      to,
      pairs: join(from, to, texts).map((pair) => ({ ...pair, markup })),
    }));
  });
  return { missing, directions: pairs.map(toMarkdown) };
}

function join(from, to, texts) {
  const [originals, translations] = [texts.get(from), texts.get(to)];
  return [...translations].flatMap(([msgid, { words, isHeading }]) => {
    const original = from === 'en' ? msgid : originals.get(msgid)?.words;
    return original === undefined ? [] : [{ source: original, target: words, isHeading }];
  });
}

/** `source` and `target` stay as the catalog has them, for digests; what is checked is `markdown`. */
function toMarkdown(direction) {
  const pairs = direction.pairs.map(({ source, target, isHeading, markup }) => {
    const write = markup === 'rst' ? rstToMarkdown : (text) => text;
    return { source, target, isHeading, markdown: { source: write(source), target: write(target) } };
  });
  return { ...direction, pairs };
}

function readTranslations(catalog, language) {
  const files = statSync(catalog).isDirectory()
    ? readdirSync(catalog, { recursive: true })
        .filter((name) => name.endsWith('.po'))
        .sort()
        .map((name) => path.join(catalog, name))
    : [catalog];
  const all = new Map();
  for (const file of files) {
    const { entries } = readCatalog({ path: file, text: readFileSync(file, 'utf8') }, language).value;
    for (const { msgid, msgstr, fuzzy, obsolete, readable, references } of entries) {
      if (!readable || fuzzy || obsolete || msgstr.trim() === '' || !isProse(msgid)) continue;
      const isHeading = references.some((each) => each.includes('SUMMARY.md'));
      if (!all.has(msgid)) all.set(msgid, { words: msgstr, isHeading });
    }
  }
  return all;
}

/** Comments, strings and lines of code blocks are none; nor are tables and directives, which have several lines, and halves of sentences. */
function isProse(msgid) {
  if (/^(?:\s|\/\/|\/\*|"|#!|```|\.\. )|\n|```|\{\{#|\s$/.test(msgid) || isCode(msgid)) return false;
  return /\p{L}{2}/u.test(msgid);
}

/** A line of Python that stands alone: an import, an assignment, a call, the head of a block in braces. */
function isCode(msgid) {
  return /^from [\w.]+ import \S+$|^import [\w.]+$|^[\w.]+ = \S.*[)\w\]]$|^[\w.]+\(.*\)$|\{$/.test(msgid);
}
