import type { EditionConfiguration, Json, Location, PageConfiguration, ProjectFiles } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { isObject } from '../values/json-value.ts';
import { nameOfPage } from './name-of-page.ts';
import { isOurs, noticeOf, type PageGlob, readPageGlob, sourceOfPage } from './page-glob.ts';
import { type Reading, report, valueAt } from './reading.ts';
import { sharedFolder } from './shared-folder.ts';

/** An item of the list, and where its parts stand. */
interface PageItem extends PageGlob {
  name: string | undefined;
  language: string;
  at: { path: Location; language: Location; name: Location };
}

/**
 * The pages of a list of paths and globs, in the order of their paths. A path that stands alone decides its language and name, and
 * else the first glob that fits.
 * Findings: configuration-is-valid, glob-matches-a-file.
 */
export function readPageList(
  reading: Reading,
  list: readonly Json[],
  editions: readonly EditionConfiguration[],
  files: ProjectFiles,
): PageConfiguration[] {
  const languages = editions.map(({ language }) => language);
  const items = list.flatMap((item, index) => readItem(reading, item, index, languages));
  const paths = listCandidates(files, languages);
  const chosen = new Map<string, PageItem>();
  const including = items.filter(({ isExcluding }) => !isExcluding);
  // A path alone goes before globs.
  for (const item of including.toSorted((a, b) => Number(a.isMany) - Number(b.isMany))) {
    const fitting = paths.filter(item.fits);
    if (fitting.length === 0) reportIdle(reading, item);
    for (const path of fitting) {
      if (!chosen.has(path)) chosen.set(path, item);
      else if (!item.isMany) report(reading, item.at.path, { context: 'pageTwice', found: path });
    }
  }
  for (const item of items.filter(({ isExcluding }) => isExcluding)) {
    const fitting = [...chosen.keys()].filter(item.fits);
    if (fitting.length === 0) reportIdle(reading, item);
    for (const path of fitting) chosen.delete(path);
  }
  return namePages(reading, chosen, files);
}

function readItem(reading: Reading, item: Json, index: number, languages: readonly string[]): PageItem[] {
  const given = isObject(item) ? item : { path: item };
  const { path, name, language = languages[0] ?? '' } = given;
  // What has another form has a finding by the schema.
  if (typeof path !== 'string' || typeof language !== 'string') return [];
  const place = (key: string) =>
    valueAt(reading, isObject(item) ? `pages/${index}/${key}` : `pages/${index}`);
  const at = { path: place('path'), language: place('language'), name: place('name') };
  const glob = readPageGlob(path);
  const refuse = (location: Location, context: string, found: string): PageItem[] => {
    report(reading, location, { context, found });
    return [];
  };
  if (glob.fault) return refuse(at.path, glob.fault, path);
  if (!languages.includes(language)) return refuse(at.language, 'pageLanguage', language);
  if (typeof name === 'string' && (glob.isMany || glob.isExcluding))
    return refuse(at.name, 'pageNameOfMany', name);
  return [{ ...glob, name: typeof name === 'string' ? name : undefined, language, at }];
}

function reportIdle(reading: Reading, { glob, isMany, isExcluding, at }: PageItem): void {
  if (isMany || isExcluding)
    reading.diagnostics.push(diagnose('glob-matches-a-file', at.path, { found: glob }));
  else report(reading, at.path, { context: 'pagePath', found: glob });
}

/** Markdown files that are no texts of publications, and no pages that were built: those say so, or lie beside their source. */
function listCandidates(files: ProjectFiles, languages: readonly string[]): string[] {
  const texts = files.own.filter(({ path }) => path.endsWith('.md') && !isOurs(path));
  const paths = new Set(texts.map(({ path }) => path));
  return texts
    .filter(
      ({ path, text }) => !paths.has(sourceOfPage(path, languages) ?? '') && noticeOf(text) === undefined,
    )
    .map(({ path }) => path)
    .sort();
}

function namePages(
  reading: Reading,
  chosen: ReadonlyMap<string, PageItem>,
  files: ProjectFiles,
): PageConfiguration[] {
  const publications = new Set(files.own.flatMap(({ path }) => /^source\/([^/]+)\//.exec(path)?.[1] ?? []));
  publications.delete(sharedFolder);
  const named = new Map<string, string>();
  return [...chosen.keys()].sort().flatMap((path): PageConfiguration[] => {
    const item = chosen.get(path);
    if (!item) return [];
    const name = item.name ?? nameOfPage(path);
    const other = named.get(name);
    const location = item.name === undefined ? item.at.path : item.at.name;
    if (name === '') report(reading, location, { context: 'pageNameless', found: path });
    else if (other !== undefined)
      report(reading, location, { context: 'pageNameTwice', found: path, other, name });
    else if (publications.has(name)) report(reading, location, { context: 'pageName', found: name });
    else {
      named.set(name, path);
      return [{ name, path, language: item.language }];
    }
    return [];
  });
}
