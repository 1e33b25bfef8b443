import path from 'node:path';
import type { Build, build } from '../build.ts';
import type { Diagnostic, OutputFile, Proof } from '../model.ts';
import type { BuildServices, Step } from '../project/build-services.ts';
import { findErrors } from '../rules/find-errors.ts';
import type { OverwrittenFile } from '../translation/workbench/find-hand-edits.ts';
import type { TextMemory } from './cache/open-text-memory.ts';
import { recallRun } from './cache/recall-run.ts';
import { recordRun } from './cache/record-run.ts';
import type { RunRecord } from './cache/run-record.ts';
import type { CommandContext } from './command-context.ts';
import { createProgress, type Progress } from './create-progress.ts';
import { createServices } from './create-services.ts';
import { createStaging, type Staging } from './create-staging.ts';
import { findOverwritten } from './find-overwritten.ts';
import { type CheckRepository, checkBeside, tellHeldFiles } from './inspect-files.ts';
import type { InspectOptions } from './inspecting.ts';
import { openFolder, type ProjectFolder } from './open-folder.ts';
import { readPublished } from './read-published.ts';
import { refuseOutside } from './refuse-outside.ts';
import { type Reported, reportProject } from './report-project.ts';
import type { Selection } from './select-findings.ts';
import { findOutputFolder } from './write-outputs.ts';

/** A project gone through all stages, its findings printed. */
export interface Inspected extends Reported {
  root: string;
  outputs: OutputFile[];
  /** Paths relative to the project. */
  pages: OutputFile[];
  /** Paths of files that somebody corrected by hand and these outputs would change. */
  edited: string[];
  /** By publication what was proven of its data. */
  proofs: ReadonlyMap<string, Proof>;
  /** Names of texts of which nothing new is published: something that is found in them is an error. */
  held: readonly string[];
  /** Whether what is found keeps everything from being published. */
  isBlocked: boolean;
  /** Where outputs wait; undefined where there are none. */
  staging: Staging | undefined;
  /** Number of files in dist/, where a run of the same inputs made them, they are as it made them, and nothing was built. */
  unchanged: number | undefined;
  progress: Progress;
  /** To be called when all is done, whatever came of it: takes away what waits, and tells where the time went, if that was asked for. */
  end: () => void;
}

/** The stages, as the command hands them over. */
export interface Stages {
  build: (...given: Parameters<typeof build>) => Promise<Build>;
  /** Checks what `files` of tinkuy.yaml names beside the publication. */
  checkRepository: CheckRepository;
  /** Tells of what somebody edited and a build would write over; undefined where that is no finding. */
  findHandEdits: ((files: readonly OverwrittenFile[]) => Promise<Diagnostic[]>) | undefined;
  /** Whether it makes all that is written, and not only what is proven. */
  isWhole: boolean;
  /** Whether it is enough to say again what a run of the same inputs came to. */
  isEnough: (root: string, known: RunRecord) => boolean;
  /** Which findings are told; all unless given. */
  choose?: (project: ProjectFolder, found: readonly Diagnostic[]) => Selection;
}

/** What `build` and `check` have in common: read, build in memory, print. */
export async function inspect(
  folder: string,
  options: InspectOptions,
  context: CommandContext,
  stages: Stages,
): Promise<Inspected> {
  const { terminal, say } = context;
  const progress = createProgress(terminal);
  const timings = options.timings ? (await import('./create-timings.ts')).createTimings(context) : undefined;
  let place = '';
  const step = (stage: Step) => {
    timings?.begin(stage);
    progress.show(place + say(`stages.${stage}`));
  };
  step('files');
  let staging: Staging | undefined;
  try {
    const project = openFolder(folder, terminal, { withMemory: false });
    const { cache, answers, openTexts, explain } = recallRun(project, context, options.cache);
    const known = cache?.find();
    const isKnown = known !== undefined && stages.isEnough(project.root, known);
    if (options.explain) terminal.writeError(explain(isKnown));
    staging = stages.isWhole && !isKnown ? openStaging(project.root) : undefined;
    const services = {
      ...createServices(step, terminal.keep, answers?.recall),
      ...(staging ? { lay: staging.lay, inPlace: staging.find } : {}),
      published: () => readPublished(project.root),
      beginText: (at: number, count: number) => {
        place = count > 1 ? `${at}/${count} ` : '';
      },
    };
    // Where outputs cannot wait nothing is to be published; what cannot be read may concern any text.
    const isUnsure = stages.isWhole !== (staging !== undefined) || project.diagnostics.length > 0;
    const texts = isKnown || isUnsure ? undefined : openTexts(staging);
    const made = isKnown
      ? recalled(known)
      : await buildAnew(project, stages, services, { texts, keep: cache?.keep });
    answers?.close();
    const counts = texts?.close();
    if (options.explain && counts && counts.found + counts.made > 1)
      terminal.writeError(`${say('cache.texts', counts)}\n`);
    place = '';
    const beside = await checkBeside(project, stages.checkRepository);
    step('report');
    progress.clear();
    const found = [...made.diagnostics, ...made.edits, ...(beside?.diagnostics ?? [])];
    const chosen = stages.choose?.(project, found) ?? { diagnostics: found, files: [] };
    const files = [...made.files, ...(beside?.files ?? []), ...chosen.files];
    const reported = await reportProject(project, { ...made, ...chosen, files }, options, context);
    if (beside)
      reported.tell(`${tellHeldFiles(beside, context)}
`);
    const edited = made.edits.map(({ location }) => location.path);
    const end = () => {
      staging?.discard();
      if (timings) terminal.writeError(timings.write());
    };
    const isBesideWrong = findErrors(beside?.diagnostics ?? [], made.rules).length > 0;
    const isBlocked = made.isBlocked || isBesideWrong || (options.strict && reported.errors > 0);
    return { ...made, root: project.root, edited, progress, isBlocked, staging, end, ...reported };
  } catch (error) {
    staging?.discard();
    throw error;
  } finally {
    progress.clear();
  }
}

/** What a run came to, with the findings on what was edited by hand, and the files they point into. */
type RunOutcome = Pick<Inspected, 'outputs' | 'pages' | 'proofs' | 'unchanged' | 'held' | 'isBlocked'> &
  Pick<RunRecord, 'diagnostics' | 'rules'> & { edits: Diagnostic[]; files: { path: string; text: string }[] };

function recalled({ diagnostics, rules, outputs, proofs, held }: RunRecord): RunOutcome {
  const unchanged = outputs?.length ?? 0;
  return {
    diagnostics,
    rules,
    held,
    isBlocked: unchanged === 0,
    proofs: new Map(proofs),
    unchanged,
    outputs: [],
    pages: [],
    edits: [],
    files: [],
  };
}

async function buildAnew(
  project: ProjectFolder,
  { build, findHandEdits, isWhole }: Stages,
  services: BuildServices,
  { texts, keep }: { texts: TextMemory | undefined; keep: ((record: RunRecord) => void) | undefined },
): Promise<RunOutcome> {
  const built = await build(project.value, services, texts ?? {}, project.diagnostics);
  const { configuration, diagnostics, outputs, pages, proofs, held, isBlocked } = built;
  const record = keep && recordRun(built, isWhole);
  if (record) keep?.(record);
  const overwritten = findHandEdits ? findOverwritten(project.root, built) : [];
  const edits = findHandEdits && overwritten.length > 0 ? await findHandEdits(overwritten) : [];
  const published = built.shown.map(({ path, text }) => ({ path: `dist/${path}`, text }));
  // Of a file that was edited the reader has the edited text.
  const files = [...overwritten, ...published];
  return {
    diagnostics,
    rules: configuration.rules,
    proofs,
    unchanged: undefined,
    outputs,
    pages,
    held,
    isBlocked,
    edits,
    files,
  };
}

/** Undefined where the folder of the outputs is none, or lies elsewhere: whoever writes to it says so. */
function openStaging(root: string): Staging | undefined {
  const dist = path.join(root, 'dist');
  try {
    refuseOutside(root, dist);
    return createStaging(findOutputFolder(dist));
  } catch {
    return undefined;
  }
}
