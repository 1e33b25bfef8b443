import { isBibliography } from '../graph/bibliography/is-bibliography.ts';
import type {
  Diagnostic,
  Language,
  Location,
  PageConfiguration,
  ProjectFiles,
  RecordFiles,
  SourceFile,
  Staged,
  TextSources,
} from '../model.ts';
import { findNameClash } from '../publish/outputs/find-name-clash.ts';
import { diagnose } from '../rules/diagnose.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import { addTo } from '../values/add-to.ts';
import { compareText } from '../values/compare-text.ts';
import { sharedFolder } from './shared-folder.ts';

/**
 * Sorts a project's files into publications, by name: one for each folder of source/ with an article.md, but for the folder that they share.
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
  const byPath = new Map(files.own.map((file) => [file.path, file]));
  const catalogsOf = sortCatalogs(files);
  const value: TextSources[] = [];
  const diagnostics = checkSharedFolder(folders.get(sharedFolder) ?? []);
  folders.delete(sharedFolder);
  for (const [name, own] of folders) {
    const path = `source/${name}/article.md`;
    const article = byPath.get(path);
    const [first] = own;
    diagnostics.push(...checkName(name, startOfFile(first?.path ?? path)));
    if (article)
      value.push({ name, article, page: undefined, catalogs: catalogsOf(name), ...sortFiles(name, own) });
    else if (first) diagnostics.push(diagnose('publication-has-article', startOfFile(first.path), { path }));
  }
  for (const page of pages) {
    const { name, path } = page;
    const article = byPath.get(path);
    if (article) value.push({ name, article, page, catalogs: catalogsOf(name), ...sortFiles(name, []) });
  }
  if (folders.size === 0 && pages.length === 0 && diagnostics.length === 0)
    diagnostics.push(diagnose('project-has-publication', startOfFile('tinkuy.yaml')));
  return { value, diagnostics };
}

/** The folder that publications share is none of them: a text in it would be read by nobody. */
function checkSharedFolder(own: readonly SourceFile[]): Diagnostic[] {
  const text = own.find(({ path }) => path === `source/${sharedFolder}/article.md`);
  const values = { context: 'shared', name: sharedFolder };
  return text ? [diagnose('publication-name-is-well-formed', startOfFile(text.path), values)] : [];
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

/** Catalogs by the name of their text, each by its language. */
function sortCatalogs(files: ProjectFiles): (name: string) => TextSources['catalogs'] {
  const byName = new Map<string, Map<Language, SourceFile>>();
  for (const file of files.own) {
    const [, language, name] = /^locales\/([^/]+)\/([^/]+)\.po(?:\/|$)/.exec(file.path) ?? [];
    if (language === undefined || name === undefined) continue;
    const catalogs = byName.get(name) ?? new Map<Language, SourceFile>();
    byName.set(name, catalogs.set(language, file));
  }
  return (name) => byName.get(name) ?? new Map();
}

function sortFiles(name: string, own: readonly SourceFile[]): RecordFiles {
  const entities = `source/${name}/entities/`;
  return {
    records: own.filter(({ path }) => path.startsWith(entities) && /\.ya?ml$/.test(path)),
    bibliographies: own.filter(isBibliography),
    register: own.find(({ path }) => path === `source/${name}/identifiers.yaml`),
  };
}
