import type { EditionConfiguration, PageConfiguration, ProjectFiles } from '../model.ts';
import { isObject } from '../values/json-value.ts';
import { readPageList } from './read-page-list.ts';
import { type Reading, report, valueAt } from './reading.ts';
import { sharedFolder } from './shared-folder.ts';

/** The pages in the order of the file; one whose name, path or language cannot be is left out and reported. */
export function readPages(
  reading: Reading,
  editions: EditionConfiguration[],
  files: ProjectFiles,
): PageConfiguration[] {
  const { pages } = reading.value;
  if (Array.isArray(pages)) return readPageList(reading, pages, editions, files);
  if (!isObject(pages)) return [];
  return Object.entries(pages).flatMap(([name, page]): PageConfiguration[] => {
    const given = isObject(page) ? page : { path: page };
    const inner = isObject(page) ? `pages/${name}/` : '';
    const { path, language = editions[0]?.language ?? '' } = given;
    if (typeof path !== 'string' || typeof language !== 'string') return [];
    if (name !== sharedFolder && files.own.some((file) => file.path.startsWith(`source/${name}/`))) {
      const place = reading.source.locateKey(reading.root, 'pages', name);
      report(reading, place, { context: 'pageName', found: name });
      return [];
    }
    if (!/\.md$/.test(path) || !files.own.some((file) => file.path === path)) {
      report(reading, valueAt(reading, inner ? `${inner}path` : `pages/${name}`), {
        context: 'pagePath',
        found: path,
      });
      return [];
    }
    if (!editions.some((edition) => edition.language === language)) {
      const place = valueAt(reading, `${inner}language`);
      report(reading, place, { context: 'pageLanguage', found: language });
      return [];
    }
    return [{ name, path, language }];
  });
}
