import { existsSync } from 'node:fs';
import type { Build } from '../../build.ts';
import type { Diagnostic, SourceFile } from '../../model.ts';
import type { Step } from '../../project/build-services.ts';
import { findErrors } from '../../rules/find-errors.ts';
import type { Finding } from '../../rules/finding.ts';
import { resolveSeverity } from '../../rules/resolve-severity.ts';
import { sortDiagnostics } from '../../rules/sort-diagnostics.ts';
import type { CommandContext } from '../command-context.ts';
import { createAnswers } from '../create-answers.ts';
import { createProgress } from '../create-progress.ts';
import { createServices } from '../create-services.ts';
import { createTimings } from '../create-timings.ts';
import { findOverwritten } from '../find-overwritten.ts';
import { HostFailure } from '../host-failure.ts';
import { checkBeside } from '../inspect-files.ts';
import type { ProjectFolder } from '../open-folder.ts';
import { readPublished } from '../read-published.ts';
import { takeTurn } from '../take-turn.ts';
import { tellFailure } from '../tell-failure.ts';
import { type WrittenBuild, writeBuild } from '../write-build.ts';
import type { WrittenMemory } from '../write-outputs.ts';
import { compareFindings } from './compare-findings.ts';
import { createTextMemory } from './create-text-memory.ts';
import { createWrittenMemory } from './create-written-memory.ts';
import type { RoundOptions, RoundStages } from './round-options.ts';
import type { WatchRound } from './watch-project.ts';

/** What a build of a watch came to. */
export interface RoundOutcome {
  /** All that are found. */
  findings: Finding[];
  /** What was found in the build before, and is no more. */
  gone: Finding[];
  errors: number;
  /** Names of texts that stay as they were published. */
  held: readonly string[];
  /** What was written; undefined where dist/ stays as it was. */
  written: WrittenBuild | undefined;
  /** Why nothing could be written, as a sentence. */
  failure: string | undefined;
  /** The table that was asked for. */
  timings: string | undefined;
}

/** Findings that came with a change, as soon as they are known. */
export interface FreshFindings {
  findings: Finding[];
  rules: Build['configuration']['rules'];
  files: SourceFile[];
}

/**
 * Makes the function that builds a project and writes it where no finding is an error, as `build` does; it remembers findings and answers.
 *
 * @param tellFresh is told what is new in the texts and records before the outputs are drawn, and what is new beside it when they are
 */
export function createRound(
  { build, checkRepository, findHandEdits }: RoundStages,
  options: RoundOptions,
  { terminal, say }: CommandContext,
  tellFresh: (fresh: FreshFindings) => Promise<void>,
): (round: WatchRound) => Promise<RoundOutcome> {
  const progress = createProgress(terminal);
  const answers = createAnswers();
  const remember = createTextMemory();
  const memory = createWrittenMemory();
  let known: Finding[] = [];
  return async ({ project }) => {
    const timings = options.timings ? createTimings({ say }) : undefined;
    const step = (stage: Step) => {
      timings?.begin(stage);
      progress.show(say(`stages.${stage}`));
    };
    const told: Finding[] = [];
    let release = () => {};
    try {
      answers.begin();
      const services = createServices(step, terminal.keep, answers.recall);
      services.published = () => readPublished(project.root);
      const tell = async (findings: Finding[], { rules }: Build['configuration'], files: SourceFile[]) => {
        const { fresh } = compareFindings([...known, ...told], findings);
        told.push(...fresh);
        progress.clear();
        await tellFresh({ findings: fresh, rules, files });
      };
      services.foundInTexts = async (found, configuration) => {
        const findings = settle([...project.diagnostics, ...found], configuration, options);
        await tell(findings, configuration, filesOf(project, []));
      };
      // What cannot be read may concern any text.
      const texts = project.diagnostics.length > 0 ? {} : remember(project.value);
      const built = await build(project.value, services, texts, project.diagnostics);
      const beside = await checkBeside(project, checkRepository);
      step('report');
      // Another watch may be writing: what is compared is not to be half of two.
      if (built.outputs.length > 0) release = await takeTurn(project.root);
      const overwritten = options.overwrite ? [] : findOverwritten(project.root, built);
      const edits = overwritten.length > 0 ? await findHandEdits(overwritten) : [];
      const findings = settle(
        [...project.diagnostics, ...built.diagnostics, ...edits, ...(beside?.diagnostics ?? [])],
        built.configuration,
        options,
      );
      const errors = findings.filter(({ severity }) => severity === 'error').length;
      const isBesideWrong = findErrors(beside?.diagnostics ?? [], built.configuration.rules).length > 0;
      const isHeld = isBesideWrong || (options.strict && errors > 0);
      const isGood = !isHeld && edits.length === 0 && built.outputs.length > 0;
      progress.show(say('stages.write'));
      const result = isGood ? writeIfPossible(project, built, memory) : undefined;
      const files = [...(beside?.files ?? []), ...overwritten, ...filesOf(project, built.shown)];
      await tell(findings, built.configuration, files);
      const { gone } = compareFindings(known, findings);
      known = findings;
      return {
        findings,
        gone,
        errors,
        held: built.held,
        written: result instanceof HostFailure ? undefined : result,
        failure: result instanceof HostFailure ? tellFailure(result, say) : undefined,
        timings: timings?.write(),
      };
    } finally {
      release();
      progress.clear();
    }
  };
}

function settle(
  diagnostics: Diagnostic[],
  { rules }: Build['configuration'],
  { strict }: RoundOptions,
): Finding[] {
  return sortDiagnostics(resolveSeverity(diagnostics, rules, strict));
}

/** Files that findings may point into. */
function filesOf({ value }: ProjectFolder, shown: Build['shown']): SourceFile[] {
  const published = shown.map(({ path, text }) => ({ path: `dist/${path}`, text }));
  return [...published, ...value.own, ...value.builtin];
}

/** A full disk, or a folder without permission, ends no watch: whoever works mends it. */
function writeIfPossible(
  { root }: ProjectFolder,
  { outputs, pages }: Build,
  memory: WrittenMemory,
): WrittenBuild | HostFailure {
  if (!existsSync(root)) throw new HostFailure('gone', { path: root });
  try {
    return writeBuild(root, { outputs, pages, unchanged: 0, memory });
  } catch (error) {
    if (error instanceof HostFailure) return error;
    throw error;
  }
}
