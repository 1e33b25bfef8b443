import path from 'node:path';
import type { Diagnostic, ProjectFiles, SourceFile } from '../../model.ts';
import type { ImportedCatalog } from '../../translation/workbench/import.ts';
import type { ImportedMemory } from '../../translation/workbench/import-memory.ts';
import type { CommandContext, ReportOptions } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { type OpenProject, openProject } from '../open-project.ts';
import { printFindings } from '../print-findings.ts';
import { type NamedFile, nameFile, readExchangeFile, streamExchangeFile } from '../read-exchange-file.ts';
import { reportProject } from '../report-project.ts';
import { sha256 } from '../sha256.ts';
import { findStale, type ProjectFile, writeFiles } from '../write-files.ts';

export interface ImportOptions extends ReportOptions {
  /** Folder of the project. */
  project: string;
}

/**
 * `tinkuy catalog import`: takes translations out of XLIFF files into the catalogs, and those of TMX files into the
 * memory. What is refused is a finding; the rest is written. Returns the exit code.
 */
export async function importCatalogs(
  names: readonly string[],
  options: ImportOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, say } = context;
  const project = openProject(options.project, terminal.cwd);
  const named = names.map((name) => nameFile(name, terminal.cwd, project.root));
  // What the project lacks because it could not be read would be taken for gone.
  if (project.diagnostics.length > 0) {
    const tell = await reportProject(project, [], options, context);
    if (tell === undefined) return exitCodes.findings;
  }
  const diagnostics: Diagnostic[] = [];
  const received = readAll(named, diagnostics);
  const catalogs = await takeTranslations(project, received, context, diagnostics);
  const memories: (ImportedMemory & { path: string })[] = [];
  // Two files of one name, from two folders, are one memory: the second is added to what the first has made.
  const memoryFiles = new Map<string, ImportedMemory['files'][number]>();
  for (const file of named.filter(({ format }) => format === 'tmx')) {
    const soFar = { ...project.value, own: withFiles(project.value.own, memoryFiles.values()) };
    const memory = await takeMemory(soFar, file, context, diagnostics);
    if (!memory) continue;
    memories.push({ path: file.path, ...memory });
    for (const part of memory.files) {
      memoryFiles.set(part.path, { ...part, before: (memoryFiles.get(part.path) ?? part).before });
    }
  }
  const files = [...project.value.own, ...project.value.builtin, ...received];
  const inspection = {
    root: project.root,
    diagnostics: [...project.diagnostics, ...diagnostics],
    rules: {},
    files,
  };
  const { errors } = await printFindings(inspection, options, context);

  const changed: ProjectFile[] = [...catalogs, ...memoryFiles.values()];
  writeFiles(project.root, findStale(project.root, changed));
  const tell = options.reporter === 'terminal' ? terminal.write : terminal.writeError;
  for (const { path: at, counts } of catalogs) tell(`${say('done.imported', { path: at, ...counts })}\n`);
  for (const { path: at, files: parts, counts } of memories) {
    tell(`${say('done.remembered', { path: at, ...counts })}\n`);
    for (const part of parts) tell(`${say('done.generated', { path: part.path })}\n`);
  }
  if (catalogs.length + memories.length === 0) tell(`${say('done.nothingImported')}\n`);
  return errors > 0 ? exitCodes.findings : exitCodes.clean;
}

function readAll(named: readonly NamedFile[], diagnostics: Diagnostic[]): SourceFile[] {
  return named
    .filter(({ format }) => format === 'xliff')
    .flatMap((file) => {
      const read = readExchangeFile(file);
      if ('text' in read) return [read];
      diagnostics.push(read);
      return [];
    });
}

async function takeTranslations(
  project: OpenProject,
  received: readonly SourceFile[],
  { ways }: CommandContext,
  diagnostics: Diagnostic[],
): Promise<ImportedCatalog[]> {
  if (received.length === 0) return [];
  const run = await ways.importCatalogs();
  const taken = run(project.value, received, sha256);
  diagnostics.push(...taken.diagnostics);
  return taken.value;
}

/** Files with others in the place of those of the same path. */
function withFiles(files: readonly SourceFile[], others: Iterable<SourceFile>): SourceFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const { path: at, text } of others) byPath.set(at, { path: at, text });
  return [...byPath.values()];
}

async function takeMemory(
  project: ProjectFiles,
  file: NamedFile,
  { ways }: CommandContext,
  diagnostics: Diagnostic[],
): Promise<ImportedMemory | undefined> {
  const begin = await ways.importMemory();
  const memory = begin(project, file.path, memoryName(file.full));
  const broken = await streamExchangeFile(file, memory.write);
  const taken = memory.finish();
  // Every file finds what is wrong with the project anew.
  const seen = new Set(diagnostics.map((diagnostic) => JSON.stringify(diagnostic)));
  const found = taken.diagnostics.filter((diagnostic) => !seen.has(JSON.stringify(diagnostic)));
  diagnostics.push(...(broken ? [broken] : found));
  return broken ? undefined : taken.value;
}

/** Name of a memory by that of its file, as it can stand in a path on any system. */
function memoryName(full: string): string {
  const name = path.basename(full, path.extname(full)).normalize('NFC');
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '') || 'memory';
}
