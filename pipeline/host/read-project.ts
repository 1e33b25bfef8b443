import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic, ProjectFiles, SourceFile, Staged } from '../model.ts';
import type { BuildServices } from '../project/build-services.ts';
import { createTextHold } from './hold-texts.ts';
import { listPageGlobs } from './list-page-globs.ts';
import { packageRoot } from './package-root.ts';
import { readSourceFile } from './read-source-file.ts';
import { type Walk, walkFolder } from './walk-folder.ts';

const configuration = 'tinkuy.yaml';
/** Texts, records, bibliographies, data of published versions; images and the like lie beside them and are not ours to read. */
const sources = /^source\/.*\.(?:md|ya?ml|json|bib|BIB|ris|RIS)$|^source\/[^/]+\/versions\/[^/]+\.nt$/;
/** Where all files are the tool's to read, but for those that `sources` passes by. */
const ours = /^(?:source|schemas|locales|rules)(?:\/|$)/;
/** Of the whole project; what a publication declares is among its sources. */
const schemas = /^schemas\/(?!generated\/).*\.json$/;
const catalogs = /^locales\/.*\.po$/;
const memory = /^locales\/[^/]+\/memory\//;
const words = /^locales\/[^/]+\/[^/]+\.json$/;
/** Rules of the project's own. */
const rules = /^rules\/.+\.ya?ml$/;
/** What only the command line needs, and reads by itself. */
const commandWords = /^locales\/[^/]+\/(?:cli|rules)\.json$/;

export interface ReadOptions {
  /** Where the tool is installed; this installation unless given. */
  toolRoot?: string;
  /** Whether the translation memory, locales/<lang>/memory/*.po, is read too: a build has no use for it. */
  withMemory?: boolean;
  /** What several readings share: the files that come with the tool. */
  keep?: BuildServices['keep'] | undefined;
}

/**
 * Reads all that a build reads, and changes nothing: tinkuy.yaml, source/, schemas/, locales/ and rules/ of the project, and
 * the schemas and words that come with the tool. Where the project is the tool's own repository, these are not
 * the project's a second time.
 *
 * Texts are UTF-8 without byte order mark; line ends are LF, except in catalogs, which are written back as they were.
 * A file that cannot be read is left out with a finding: file-is-utf8, file-size-is-bounded, file-is-readable,
 * file-is-inside-project.
 */
export function readProject(
  root: string,
  { toolRoot = packageRoot, withMemory = true, keep = (_name, _inputs, make) => make() }: ReadOptions = {},
): Staged<ProjectFiles> {
  const isTool = realpathSync(root) === realpathSync(toolRoot);
  const own = walkProject(root, { withMemory, isOwn: (at) => !isTool || !isBuiltin(at) });
  const builtin = keepBuiltin(toolRoot, isTool, keep);
  const diagnostics = [...own.diagnostics, ...builtin.diagnostics];
  const value = { own: readFiles(root, own.paths, diagnostics), builtin: builtin.value };
  return { value, diagnostics };
}

/** A project as it was looked through. */
export interface ProjectWalk extends Walk {
  /** The files and folders in which a build looks for what it reads, be they there or not. */
  tops: string[];
}

/**
 * Lists the files of a project that a build reads.
 *
 * @param withMemory whether the translation memory is read too
 * @param isOwn whether a file that a project may have is the project's own; all are unless given
 */
export function walkProject(
  root: string,
  { withMemory, isOwn = () => true }: { withMemory: boolean; isOwn?: (at: string) => boolean },
): ProjectWalk {
  const text = readConfigurationText(root);
  const pages = namedPages(text);
  const globs = listPageGlobs(root, text);
  const named = new Set(pages);
  const isWanted = (at: string) =>
    at === configuration ||
    named.has(at) ||
    globs.fits(at) ||
    sources.test(at) ||
    rules.test(at) ||
    (catalogs.test(at) && (withMemory || !memory.test(at))) ||
    (isBuiltin(at) && isOwn(at));
  const tops = [
    ...new Set([configuration, ...pages, 'source', 'schemas', 'locales', 'rules', ...globs.tops]),
  ];
  const walk = walkFolder(root, tops, isWanted);
  // A link that is no folder and no page is nobody's to read, where pages are.
  const isAsked = ({ location: { path: at } }: Diagnostic) =>
    isWanted(at) || !/\.[^./]+$/.test(at) || ours.test(at);
  // A page may be named, and lie in a folder of others.
  return { tops, ...walk, paths: [...new Set(walk.paths)], diagnostics: walk.diagnostics.filter(isAsked) };
}

function isBuiltin(at: string): boolean {
  return schemas.test(at) || (words.test(at) && !commandWords.test(at));
}

/**
 * The files that come with the tool, the very same as long as they say the same. They change while the tool runs only where
 * somebody works on its own repository.
 */
function keepBuiltin(
  toolRoot: string,
  isTool: boolean,
  keep: NonNullable<ReadOptions['keep']>,
): Staged<SourceFile[]> {
  if (!isTool) return keep('builtin', [toolRoot], () => readBuiltin(toolRoot));
  const builtin = readBuiltin(toolRoot);
  return keep('builtin', [toolRoot, JSON.stringify(builtin)], () => builtin);
}

function readBuiltin(toolRoot: string): Staged<SourceFile[]> {
  const { paths, diagnostics } = walkFolder(toolRoot, ['schemas', 'locales'], isBuiltin, true);
  const value = readFiles(toolRoot, paths, diagnostics);
  return { value, diagnostics };
}

/**
 * Markdown files outside of source/ that tinkuy.yaml names: texts of pages. What the names are for is decided where the
 * configuration is read; here they only say which files are worth reading.
 */
function namedPages(text: string): string[] {
  const names = [...text.matchAll(/[^\s"'{}[\],:]+\.md(?![\w.])/g)].map(([name]) => name);
  const isInside = (name: string) =>
    path.posix.normalize(name) === name && !/^(?:\/|\.\.\/|source\/)/.test(name);
  return [...new Set(names)].filter(isInside);
}

/** tinkuy.yaml as it is; '' where it cannot be read. */
function readConfigurationText(root: string): string {
  try {
    return readFileSync(path.join(root, configuration), 'utf8');
  } catch {
    return '';
  }
}

function readFiles(root: string, paths: readonly string[], diagnostics: Diagnostic[]): SourceFile[] {
  const hold = createTextHold(root, (at) => readFile(root, at));
  return paths.flatMap((at) => {
    const file = readFile(root, at);
    if ('text' in file) return [hold(file)];
    diagnostics.push(file);
    return [];
  });
}

function readFile(root: string, at: string): SourceFile | Diagnostic {
  const file = readSourceFile(root, at);
  if (!('text' in file) || catalogs.test(at)) return file;
  const { text, form } = file;
  if (!text.includes('\r\n')) return file;
  const hasCrlf = !/(?<!\r)\n/.test(text);
  return {
    path: at,
    text: text.replaceAll('\r\n', '\n'),
    form: { hasMark: form?.hasMark ?? false, hasCrlf },
  };
}
