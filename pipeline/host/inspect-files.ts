import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckedRepository, RepositoryDemand, RepositoryServices } from '../files/check-repository.ts';
import type { Diagnostic, SourceFile } from '../model.ts';
import type { CommandContext } from './command-context.ts';
import { createBoundedMatch } from './match-bounded.ts';
import type { ProjectFolder } from './open-folder.ts';
import { openRepository } from './open-repository.ts';
import { packageRoot } from './package-root.ts';
import { printFindings } from './print-findings.ts';
import type { Reported } from './report-project.ts';
import type { ReportOptions } from './reporting.ts';
import type { SelectedFolder, Selection } from './select-findings.ts';

/** The stage, as the command hands it over. */
export type CheckRepository = (
  demand: RepositoryDemand,
  services: RepositoryServices,
) => Promise<CheckedRepository>;

/** Which findings are told. */
type Choose = (
  folder: SelectedFolder,
  found: readonly Diagnostic[],
) => Pick<Selection, 'diagnostics' | 'files' | 'select'>;

/** Checks the files of a folder. */
function runFiles(
  root: string,
  demand: Omit<RepositoryDemand, 'builtin'>,
  check: CheckRepository,
): Promise<CheckedRepository> {
  return check(
    { ...demand, builtin: readForms() },
    { open: (isHiddenWanted) => openRepository(root, isHiddenWanted), matchBounded: createBoundedMatch() },
  );
}

/** What `check` does where there is no publication: files are read, held against schemas, and findings printed. */
export async function inspectFiles(
  root: string,
  demand: Omit<RepositoryDemand, 'builtin'>,
  options: ReportOptions & { cache: boolean },
  context: CommandContext,
  { check, choose }: { check: CheckRepository; choose: Choose },
): Promise<Reported> {
  const checked = await runFiles(root, demand, check);
  const chosen = choose({ root, files: checked.files }, checked.diagnostics);
  const files = [...checked.files, ...chosen.files];
  const counts = await printFindings({ ...checked, ...chosen, files, root }, options, context);
  const { terminal } = context;
  if (!options.cache) terminal.writeError(`${context.say('cache.files')}\n`);
  const tell = options.reporter === 'terminal' ? terminal.write : terminal.writeError;
  tell(`${tellHeldFiles(checked, context)}\n`);
  return { ...counts, tell };
}

/** The files that tinkuy.yaml names beside the publication; undefined where it names none. They are read anew in each run. */
export async function checkBeside(
  { root, value }: Pick<ProjectFolder, 'root' | 'value'>,
  check: CheckRepository,
): Promise<CheckedRepository | undefined> {
  const configuration = value.own.find(({ path }) => path === 'tinkuy.yaml');
  // Whoever names files writes the word.
  if (!configuration?.text.includes('files')) return undefined;
  const checked = await runFiles(root, { configuration, given: undefined, isPublication: true }, check);
  return checked.counts.checked + checked.diagnostics.length > 0 ? checked : undefined;
}

/** "12 files held against 3 schemas; nothing names a schema for 34 others." */
export function tellHeldFiles({ counts }: CheckedRepository, { say }: CommandContext): string {
  const { checked, schemas, others } = counts;
  const files = say('done.files', { count: checked });
  const against = say('done.schemas', { count: schemas });
  const held = say('done.held', { files, schemas: against });
  return others === 0 ? held : `${held} ${say('done.others', { count: others })}`;
}

/** The form of tinkuy.yaml. */
function readForms(): SourceFile[] {
  return ['schemas/configuration.json', 'schemas/values.json'].map((at) => ({
    path: at,
    text: readFileSync(path.join(packageRoot, at), 'utf8'),
  }));
}
