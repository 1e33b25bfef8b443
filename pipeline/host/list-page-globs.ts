import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { isOurs, readPageGlob, sourceOfPage } from '../project/page-glob.ts';

/** Where files may lie that the items of `pages` fit. */
export interface PageGlobs {
  /** Files and folders to look into. */
  tops: string[];
  fits: (path: string) => boolean;
}

/**
 * What the list of `pages` in tinkuy.yaml asks for. Pages that were built beside their source are none. Whether the file is right is decided
 * where the configuration is read; here it only says which files are worth reading.
 *
 * @param text of tinkuy.yaml
 */
export function listPageGlobs(root: string, text: string): PageGlobs {
  const { pages, languages } = readKeys(text);
  const globs = pages.map(readPageGlob).filter(({ fault }) => fault === undefined);
  const including = globs.filter(({ isExcluding }) => !isExcluding);
  const tops = including.flatMap(({ glob }) => {
    const steps = glob.split('/');
    const first = steps.findIndex((step) => /[*?[{]/.test(step));
    if (first === 0) return listTops(root);
    return [first > 0 ? steps.slice(0, first).join('/') : glob];
  });
  const fits = (at: string) => at.endsWith('.md') && !isOurs(at) && including.some((glob) => glob.fits(at));
  const isBuilt = (at: string) => {
    const source = sourceOfPage(at, languages);
    return source !== undefined && fits(source) && existsSync(path.join(root, source));
  };
  return { tops: [...new Set(tops)], fits: (at) => fits(at) && !isBuilt(at) };
}

/** Items of `pages`, where it is a list, and keys of `editions`. */
function readKeys(text: string): { pages: string[]; languages: string[] } {
  // Most files have no list of pages, and need not be read twice.
  if (!/^\s*["']?pages["']?\s*:/m.test(text) || !/^\s*-|\[/m.test(text)) return { pages: [], languages: [] };
  let value: unknown;
  try {
    value = parse(text, { logLevel: 'silent', maxAliasCount: 0 });
  } catch {
    return { pages: [], languages: [] };
  }
  const { pages, editions } = Object(value) as { pages?: unknown; editions?: unknown };
  const items: unknown[] = Array.isArray(pages) ? pages : [];
  return {
    pages: items
      .map((item) => (typeof item === 'string' ? item : (Object(item) as { path?: unknown }).path))
      .filter((each) => typeof each === 'string'),
    languages: Object.keys(Object(editions) as object),
  };
}

/** What a project's folder holds, but for hidden files. */
function listTops(root: string): string[] {
  try {
    return readdirSync(root).filter((name) => !name.startsWith('.') && !isOurs(`${name}/`));
  } catch {
    return [];
  }
}
