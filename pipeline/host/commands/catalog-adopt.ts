import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RenewedFile } from '../../translation/workbench/candidate.ts';
import { catalogChoice } from '../catalog-choice.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { flag, textOr } from '../parameters.ts';
import { reporting } from '../reporting.ts';
import type { ProjectFile } from '../write-files.ts';

/**
 * `tinkuy catalog adopt`: carries what editors corrected in dist/ into the catalogs. What cannot be carried over is told
 * with its reason and stays in dist/ as the editor saved it.
 */
export const catalogAdoptCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: { ...reporting, ...catalogChoice, dryRun: flag('help.optionDryRun') },
  action: async ({ project: folder, edition, publication, dryRun, ...options }, context) => {
    const { openFolder } = await import('../open-folder.ts');
    const { readBuilt } = await import('../read-built.ts');
    const { createProgress } = await import('../create-progress.ts');
    const { createServices } = await import('../create-services.ts');
    const { refuseUnknown } = await import('../refuse-unknown.ts');
    const { reportProject } = await import('../report-project.ts');
    const { writeFiles } = await import('../write-files.ts');
    const { terminal, say } = context;
    const progress = createProgress(terminal);
    const project = openFolder(folder, terminal, { withMemory: false });
    const published = readBuilt(project.root);
    const services = createServices((stage) => progress.show(say(`stages.${stage}`)), terminal.keep);
    const stages = await import('../../build.ts');
    const { openWorkbench } = await import('../../translation/workbench/open-workbench.ts');
    const { adoptEdits } = await import('../../translation/workbench/adopt.ts');

    const build = (files: typeof project.value) => stages.build(files, services, { isForEditing: true });
    const built = await build(project.value).finally(progress.clear);
    const { digest } = services;
    const inputs = { workbench: openWorkbench(built.opened).value, built, build, digest };
    const request = { published, editions: edition, publications: publication };
    const { value, diagnostics } = await adoptEdits(inputs, request).finally(progress.clear);
    const { editions, compared, unknown } = value;
    refuseUnknown(unknown);
    const found = { diagnostics, rules: built.configuration.rules, files: published };
    const { findings, errors, tell } = await reportProject(project, found, options, context);
    if (!dryRun && editions.length > 0) {
      const catalogs = editions.map(({ catalog }) => catalog);
      const files = editions.flatMap((adopted) => adopted.files);
      const renewed = files.flatMap((file) => renewFile(project.root, file));
      writeFiles(project.root, [...catalogs, ...renewed, ...renewManifest(project.root, files, digest)]);
    }
    for (const { catalog, taken, alsoAt } of editions) {
      const from = [...new Set(taken.map(({ path: at }) => at))].join(', ');
      tell(`${say('done.adopted', { path: catalog.path, from, count: taken.length })}\n`);
      if (alsoAt > 0) tell(`${say('done.adoptedAlso', { count: alsoAt })}\n`);
    }
    // With a finding, nothing was built to compare with.
    if (compared === 0 && findings === 0) tell(`${say('done.nothingBuilt')}\n`);
    else if (editions.length === 0 && findings === 0) tell(`${say('done.nothingToAdopt')}\n`);
    if (dryRun && editions.length > 0) tell(`${say('done.notWritten')}\n`);
    return errors > 0 ? exitCodes.findings : exitCodes.clean;
  },
});

/** The edited file, where something in it follows from the corrections; with the line ends that it has. */
function renewFile(root: string, { path: at, edited }: RenewedFile): ProjectFile[] {
  const before = readFileSync(path.join(root, at), 'utf8').replace(/^\uFEFF/, '');
  const text = before.includes('\r\n') ? edited.replaceAll('\n', '\r\n') : edited;
  return text === before ? [] : [{ path: at, text, before }];
}

/**
 * The manifest with the digest of what the catalogs give now, so that whatever was refused is still seen as an edit,
 * and can be corrected and adopted later.
 */
function renewManifest(
  root: string,
  files: readonly RenewedFile[],
  digest: (text: string) => string,
): ProjectFile[] {
  const at = 'dist/manifest.json';
  const texts = new Map(files.map(({ path: file, text }) => [file, text]));
  const manifest: { files: { path: string; bytes: number; sha256: string }[] } = JSON.parse(
    readFileSync(path.join(root, at), 'utf8'),
  );
  for (const entry of manifest.files) {
    const text = texts.get(`dist/${entry.path}`);
    if (text === undefined) continue;
    entry.bytes = Buffer.byteLength(text);
    entry.sha256 = digest(text);
  }
  return [{ path: at, text: `${JSON.stringify(manifest, null, 2)}\n` }];
}
