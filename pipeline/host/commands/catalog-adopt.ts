import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AdoptedEdition } from '../../translation/workbench/candidate.ts';
import type { CommandContext, ReportOptions } from '../command-context.ts';
import { createProgress } from '../create-progress.ts';
import { createServices } from '../create-services.ts';
import { exitCodes } from '../exit-codes.ts';
import { openProject } from '../open-project.ts';
import { printFindings } from '../print-findings.ts';
import { readBuilt } from '../read-built.ts';
import { refuseUnknown } from '../refuse-unknown.ts';
import { sha256 } from '../sha256.ts';
import { type ProjectFile, writeFiles } from '../write-files.ts';

export interface AdoptOptions extends ReportOptions {
  editions: string[];
  publications: string[];
  dryRun: boolean;
}

/**
 * `tinkuy catalog adopt`: carries what editors corrected in dist/ into the catalogs. What cannot be carried over is told
 * with its reason and stays in dist/ as the editor saved it. Returns the exit code.
 */
export async function adoptEdits(
  folder: string,
  { editions, publications, dryRun, ...options }: AdoptOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, say } = context;
  const progress = createProgress(terminal);
  const project = openProject(folder, terminal.cwd, { withMemory: false });
  const published = readBuilt(project.root);
  const adopt = await context.ways.adoptEdits();
  const services = createServices((stage) => progress.show(say(`stages.${stage}`)));
  const { value, diagnostics } = await adopt(
    project.value,
    { published, editions, publications },
    services,
  ).finally(() => progress.clear());
  refuseUnknown(value.unknown);
  const inspection = {
    root: project.root,
    diagnostics: [...project.diagnostics, ...diagnostics],
    rules: value.rules,
    files: [...published, ...project.value.own, ...project.value.builtin],
  };
  const { errors, findings } = await printFindings(inspection, options, context);
  if (!dryRun && value.editions.length > 0) {
    const catalogs = value.editions.map(({ catalog }) => catalog);
    const renewed = value.editions.flatMap((edition) => renewEdition(project.root, edition));
    writeFiles(project.root, [...catalogs, ...renewed, ...renewManifest(project.root, value.editions)]);
  }
  const tell = options.reporter === 'terminal' ? terminal.write : terminal.writeError;
  for (const { path: at, catalog, taken, alsoAt } of value.editions) {
    tell(`${say('done.adopted', { path: catalog.path, from: at, count: taken.length })}\n`);
    if (alsoAt > 0) tell(`${say('done.adoptedAlso', { count: alsoAt })}\n`);
  }
  // With a finding, nothing was built to compare with.
  if (value.compared === 0 && findings === 0) tell(`${say('done.nothingBuilt')}\n`);
  else if (value.editions.length === 0 && findings === 0) tell(`${say('done.nothingToAdopt')}\n`);
  if (dryRun && value.editions.length > 0) tell(`${say('done.notWritten')}\n`);
  return errors > 0 ? exitCodes.findings : exitCodes.clean;
}

/** The edited file, where something in it follows from the corrections; with the line ends that it has. */
function renewEdition(root: string, { path: at, edited }: AdoptedEdition): ProjectFile[] {
  const before = readFileSync(path.join(root, at), 'utf8').replace(/^\uFEFF/, '');
  const text = before.includes('\r\n') ? edited.replaceAll('\n', '\r\n') : edited;
  return text === before ? [] : [{ path: at, text, before }];
}

/**
 * The manifest with the digest of what the catalogs give now, so that whatever was refused is still seen as an edit,
 * and can be corrected and adopted later.
 */
function renewManifest(root: string, editions: readonly AdoptedEdition[]): ProjectFile[] {
  const at = 'dist/manifest.json';
  const texts = new Map(editions.map(({ path: edition, text }) => [edition, text]));
  const manifest: { files: { path: string; bytes: number; sha256: string }[] } = JSON.parse(
    readFileSync(path.join(root, at), 'utf8'),
  );
  for (const entry of manifest.files) {
    const text = texts.get(`dist/${entry.path}`);
    if (text === undefined) continue;
    entry.bytes = Buffer.byteLength(text);
    entry.sha256 = sha256(text);
  }
  return [{ path: at, text: `${JSON.stringify(manifest, null, 2)}\n` }];
}
