import path from 'node:path';
import type { Diagnostic, SourceFile, Staged } from '../../model.ts';
import type { Workbench } from '../../translation/workbench/open-workbench.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { rest, textOr } from '../parameters.ts';
import type { NamedFile } from '../read-exchange-file.ts';
import { reporting } from '../reporting.ts';

/**
 * `tinkuy catalog import`: takes translations out of XLIFF files into the catalogs, and those of TMX files into the
 * memory. What is refused is a finding; the rest is written. Errors of the project itself stop it.
 */
export const catalogImportCommand = defineCommand({
  arguments: { files: rest('help.files') },
  options: { ...reporting, project: textOr('.', 'help.project', '<folder>') },
  action: async ({ files: names, project: folder, ...options }, context) => {
    const { openFolder } = await import('../open-folder.ts');
    const { nameFile } = await import('../read-exchange-file.ts');
    const { reportProject } = await import('../report-project.ts');
    const { findStale, writeFiles } = await import('../write-files.ts');
    const { terminal, say } = context;
    const project = openFolder(folder, terminal);
    const named = names.map((name) => nameFile(name, terminal.cwd, project.root));
    const { loadFormats } = await import('../../graph/bibliography/load-formats.ts');
    const { openProject } = await import('../../project/open-project.ts');
    const { openWorkbench } = await import('../../translation/workbench/open-workbench.ts');
    const { findErrors } = await import('../../rules/find-errors.ts');
    const { value: workbench, diagnostics } = openWorkbench(
      openProject(project.value, { keep: terminal.keep, formats: await loadFormats(project.value) }),
    );
    const { rules } = workbench.configuration;
    const found = [...project.diagnostics, ...diagnostics];
    // What the project lacks because it could not be read would be taken for gone.
    if (findErrors(found, rules, options.strict).length > 0) {
      const { tell } = await reportProject(project, { diagnostics, rules }, options, context);
      tell(`${say('done.nothingImported')}\n`);
      return exitCodes.findings;
    }

    const opened = { workbench, found };
    const catalogs = await takeTranslations(opened, named);
    const memories = await takeMemories(opened, named, options.strict);
    const report = {
      diagnostics: [...diagnostics, ...catalogs.diagnostics, ...memories.diagnostics],
      rules,
      files: catalogs.value.received,
    };
    const { errors, tell } = await reportProject(project, report, options, context);
    const taken = catalogs.value.catalogs;
    const { files, remembered } = memories.value;
    writeFiles(project.root, findStale(project.root, [...taken, ...files]));
    const unread = [...new Set([...catalogs.value.unread, ...memories.value.unread])];
    for (const at of unread) tell(`${say('done.unread', { path: at })}\n`);
    for (const { path: at, counts } of taken) tell(`${say('done.imported', { path: at, ...counts })}\n`);
    for (const { path: at, paths, counts } of remembered) {
      tell(`${say('done.remembered', { path: at, ...counts })}\n`);
      for (const part of paths) tell(`${say('done.generated', { path: part })}\n`);
    }
    if (taken.length + remembered.length + unread.length === 0) tell(`${say('done.nothingImported')}\n`);
    return errors > 0 ? exitCodes.findings : exitCodes.clean;
  },
});

/** A project with its texts and catalogs, and what was found while it was read. */
interface Opened {
  workbench: Workbench;
  found: readonly Diagnostic[];
}

async function takeTranslations({ workbench, found }: Opened, named: readonly NamedFile[]) {
  const { readExchangeFile } = await import('../read-exchange-file.ts');
  const { sha256 } = await import('../sha256.ts');
  const { importCatalogs } = await import('../../translation/workbench/import.ts');
  const received: SourceFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of named.filter(({ format }) => format === 'xliff')) {
    const read = readExchangeFile(file);
    if ('text' in read) received.push(read);
    else diagnostics.push(read);
  }
  const { value, diagnostics: refused } = importCatalogs(workbench, found, received, sha256);
  return { value: { ...value, received }, diagnostics: [...diagnostics, ...refused] };
}

/** What the memories have become of all TMX files. */
interface TakenMemories {
  files: { path: string; text: string; before: string | null }[];
  /** By TMX file what became of its translations, and the files of the memory that changed. */
  remembered: { path: string; paths: string[]; counts: { added: number; known: number; skipped: number } }[];
  unread: string[];
}

/** A TMX file with an error is left out as a whole. Two files of one name, from two folders, are one memory. */
async function takeMemories(
  { workbench, found }: Opened,
  named: readonly NamedFile[],
  strict: boolean,
): Promise<Staged<TakenMemories>> {
  const { streamExchangeFile } = await import('../read-exchange-file.ts');
  const { findErrors } = await import('../../rules/find-errors.ts');
  const { importMemory } = await import('../../translation/workbench/import-memory.ts');
  const diagnostics: Diagnostic[] = [];
  const remembered: TakenMemories['remembered'] = [];
  const unread: string[] = [];
  const taken = new Map<string, TakenMemories['files'][number]>();
  for (const file of named.filter(({ format }) => format === 'tmx')) {
    // The second of one name is added to what the first has made.
    const files = { ...workbench.files, own: withFiles(workbench.files.own, taken.values()) };
    const target = { path: file.path, name: memoryName(file.full) };
    const memory = importMemory({ ...workbench, files }, found, target);
    const broken = await streamExchangeFile(file, memory.write);
    const finished = memory.finish();
    const fresh = broken ? [broken] : finished.diagnostics;
    // What is wrong with a memory is found with every file of its name.
    const known = new Set(diagnostics.map((diagnostic) => JSON.stringify(diagnostic)));
    diagnostics.push(...fresh.filter((diagnostic) => !known.has(JSON.stringify(diagnostic))));
    if (broken || findErrors(fresh, workbench.configuration.rules, strict).length > 0) continue;
    const { files: parts, counts } = finished.value;
    unread.push(...finished.value.unread);
    remembered.push({ path: file.path, paths: parts.map((part) => part.path), counts });
    for (const part of parts) {
      taken.set(part.path, { ...part, before: (taken.get(part.path) ?? part).before });
    }
  }
  return { value: { files: [...taken.values()], remembered, unread }, diagnostics };
}

/** Files with others in the place of those of the same path. */
function withFiles(files: readonly SourceFile[], others: Iterable<SourceFile>): SourceFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const { path: at, text } of others) byPath.set(at, { path: at, text });
  return [...byPath.values()];
}

/** Name of a memory by that of its file, as it can stand in a path on any system. */
function memoryName(full: string): string {
  const name = path.basename(full, path.extname(full)).normalize('NFC');
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '') || 'memory';
}
