import { isBibliography } from '../graph/bibliography/is-bibliography.ts';
import type {
  Diagnostic,
  Language,
  Location,
  PageConfiguration,
  ProjectFiles,
  SourceFile,
  Staged,
  TextSources,
} from '../model.ts';
import { findNameClash } from '../publish/outputs/find-name-clash.ts';
import { diagnose } from '../rules/diagnose.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import { addTo } from '../values/add-to.ts';
import { compareText } from '../values/compare-text.ts';

/**
 * Sorts a project's files into publications, by name: one for each folder of source/ with an article.md.
 * After them the pages, whose texts stand anywhere in the project.
 * Findings: project-has-publication, publication-has-article, publication-name-is-well-formed.
 */
export function listSources(files: ProjectFiles, pages: readonly PageConfiguration[]): Staged<TextSources[]> {
  const folders = new Map<string, SourceFile[]>();
  for (const file of [...files.own].sort((a, b) => compareText(a.path, b.path))) {
    const [root, name, rest] = file.path.split('/');
    if (root !== 'source' || name === undefined || rest === undefined) continue;
    addTo(folders, name, file);
  }
  const value: TextSources[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [name, own] of folders) {
    const path = `source/${name}/article.md`;
    const article = own.find((file) => file.path === path);
    const [first] = own;
    diagnostics.push(...checkName(name, startOfFile(first?.path ?? path)));
    if (article) value.push({ name, article, page: undefined, ...sortFiles(files, name, own) });
    else if (first) diagnostics.push(diagnose('publication-has-article', startOfFile(first.path), { path }));
  }
  for (const page of pages) {
    const article = files.own.find(({ path }) => path === page.path);
    if (article) value.push({ name: page.name, article, page, ...sortFiles(files, page.name, []) });
  }
  if (folders.size === 0 && pages.length === 0)
    diagnostics.push(diagnose('project-has-publication', startOfFile('tinkuy.yaml')));
  return { value, diagnostics };
}

/** Names are parts of paths and addresses, and give every output paths of its own. */
function checkName(name: string, location: Location): Diagnostic[] {
  const rule = 'publication-name-is-well-formed';
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) return [diagnose(rule, location, { name })];
  const clash = findNameClash(name);
  if (!clash) return [];
  const { output, path, other, otherPath } = clash;
  const values = { output, path: showPath(path), other, otherPath: showPath(otherPath) };
  return [diagnose(rule, location, { context: 'taken', name, ...values })];
}

/** A path in dist/ as pages show it: "dist/<language>/demo.md". */
function showPath(path: string): string {
  return `dist/${path.replace(/\{(\w+)\}/g, '<$1>')}`;
}

function sortFiles(
  files: ProjectFiles,
  name: string,
  own: SourceFile[],
): Pick<TextSources, 'records' | 'bibliographies' | 'register' | 'catalogs'> {
  const catalogs = files.own.flatMap((file): [Language, SourceFile][] => {
    const [folder, language, base] = file.path.split('/');
    return folder === 'locales' && language !== undefined && base === `${name}.po` ? [[language, file]] : [];
  });
  const entities = `source/${name}/entities/`;
  return {
    records: own.filter(({ path }) => path.startsWith(entities) && /\.ya?ml$/.test(path)),
    bibliographies: own.filter(isBibliography),
    register: own.find(({ path }) => path === `source/${name}/identifiers.yaml`),
    catalogs: new Map(catalogs),
  };
}
