import type { Build } from '../build.ts';
import { noticeOf } from '../project/page-glob.ts';
import type { OverwrittenFile } from '../translation/workbench/find-hand-edits.ts';
import { asKept } from '../values/as-kept.ts';
import { type BuiltFile, readBuilt, readMarkdown } from './read-built.ts';

/**
 * The Markdown files that are not as the last build left them and that these outputs would change: editions and pages
 * that were edited, and files of an author's own in the place of a page.
 */
export function findOverwritten(
  root: string,
  { outputs, pages, configuration }: Pick<Build, 'outputs' | 'pages' | 'configuration'>,
): OverwrittenFile[] {
  const next = new Map([
    ...outputs.map(({ path, text }) => [`dist/${path}`, text] as const),
    ...pages.map(({ path, text }) => [path, asKept(text)] as const),
  ]);
  const known = readBuilt(root);
  const foreign = pages.flatMap((page): Pick<BuiltFile, 'path' | 'text' | 'isAsBuilt'>[] => {
    const text = known.some(({ path }) => path === page.path) ? undefined : readMarkdown(root, page.path);
    // Where the manifest is lost, a page still says of itself that it was built.
    const isAsBuilt =
      text !== undefined && noticeOf(text) !== undefined && noticeOf(text) === noticeOf(asKept(page.text));
    return text === undefined ? [] : [{ path: page.path, text, isAsBuilt }];
  });
  return [...known, ...foreign].flatMap(({ path, text, isAsBuilt }): OverwrittenFile[] => {
    const written = next.get(path);
    if (isAsBuilt || written === undefined || written === text) return [];
    const language = pages.find((page) => page.path === path)?.language;
    const page = configuration.pages.find(
      (source) => path === source.path.replace(/\.md$/, `.${language}.md`),
    );
    return [{ path, text, next: written, catalog: page && `locales/${language}/${page.name}.po` }];
  });
}
