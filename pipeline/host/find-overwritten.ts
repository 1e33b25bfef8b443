import type { Build } from '../build.ts';
import type { OverwrittenFile } from '../catalog/find-hand-edits.ts';
import { readBuilt } from './read-built.ts';

/** The Markdown files that are not as the last build left them and that these outputs would change. */
export function findOverwritten(
  root: string,
  { outputs, pages, configuration }: Pick<Build, 'outputs' | 'pages' | 'configuration'>,
): OverwrittenFile[] {
  const next = new Map([
    ...outputs.map(({ path, text }) => [`dist/${path}`, text] as const),
    ...pages.map(({ path, text }) => [path, text] as const),
  ]);
  return readBuilt(root).flatMap(({ path, text, isAsBuilt }): OverwrittenFile[] => {
    const written = next.get(path);
    if (isAsBuilt || written === undefined || written === text) return [];
    const language = pages.find((page) => page.path === path)?.language;
    const page = configuration.pages.find(
      (source) => path === source.path.replace(/\.md$/, `.${language}.md`),
    );
    return [{ path, text, next: written, catalog: page && `locales/${language}/${page.name}.po` }];
  });
}
