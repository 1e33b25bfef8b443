import type { Build } from '../build.ts';
import { noticeOf } from '../project/page-glob.ts';
import type { OverwrittenFile } from '../translation/workbench/find-hand-edits.ts';
import { asKept } from '../values/as-kept.ts';
import { type BuiltFile, readBuiltInTurn, readMarkdown } from './read-built.ts';

/**
 * The Markdown files that are not as the last build left them and that these outputs would change: editions and pages
 * that were edited, and files of an author's own in the place of a page.
 */
export function findOverwritten(
  root: string,
  { outputs, pages, configuration }: Pick<Build, 'outputs' | 'pages' | 'configuration'>,
): OverwrittenFile[] {
  const next = new Map([
    ...outputs.map((output) => [`dist/${output.path}`, output] as const),
    ...pages.map((page) => [page.path, page] as const),
  ]);
  const found: OverwrittenFile[] = [];
  const known = new Set<string>();
  const compare = ({ path, text, isAsBuilt }: Pick<BuiltFile, 'path' | 'text' | 'isAsBuilt'>) => {
    const written = isAsBuilt ? undefined : next.get(path);
    if (!written) return;
    const language = pages.find((page) => page.path === path)?.language;
    const page = configuration.pages.find(
      (source) => path === source.path.replace(/\.md$/, `.${language}.md`),
    );
    const catalog = page && `locales/${language}/${page.name}.po`;
    const wanted = language === undefined ? written.text : asKept(written.text);
    if (wanted !== text) found.push({ path, text, next: wanted, catalog });
  };
  for (const file of readBuiltInTurn(root)) {
    known.add(file.path);
    compare(file);
  }
  for (const page of pages) {
    const text = known.has(page.path) ? undefined : readMarkdown(root, page.path);
    if (text === undefined) continue;
    // Where the manifest is lost, a page still says of itself that it was built.
    const isAsBuilt = noticeOf(text) !== undefined && noticeOf(text) === noticeOf(asKept(page.text));
    compare({ path: page.path, text, isAsBuilt });
  }
  return found;
}
