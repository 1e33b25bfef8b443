import { existsSync } from 'node:fs';
import type { Build } from '../../build.ts';
import type { Diagnostic, SourceFile } from '../../model.ts';
import type { Step } from '../../project/build-services.ts';
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
import type { ProjectFolder } from '../open-folder.ts';
import { takeTurn } from '../take-turn.ts';
import { tellFailure } from '../tell-failure.ts';
import { type WrittenBuild, writeBuild } from '../write-build.ts';
import { compareFindings, type FindingChanges } from './compare-findings.ts';
import type { RoundOptions, RoundStages } from './round-options.ts';
import type { WatchRound } from './watch-project.ts';

/** What a build of a watch came to. */
export interface RoundOutcome {
  /** All that are found, and which of them were not, or were, in the build before. */
  findings: Finding[];
  changes: FindingChanges;
  errors: number;
  /** Severities as the project chose them. */
  rules: Build['configuration']['rules'];
  /** What was written; undefined where dist/ stays as it was. */
  written: WrittenBuild | undefined;
  /** Why nothing could be written, as a sentence. */
  failure: string | undefined;
  /** Files that findings may point into. */
  files: SourceFile[];
  /** The table that was asked for. */
  timings: string | undefined;
}

/** Makes the function that builds a project and writes it where no finding is an error, as `build` does; it remembers findings and answers. */
export function createRound(
  { build, findHandEdits }: RoundStages,
  options: RoundOptions,
  { terminal, say }: CommandContext,
): (round: WatchRound) => Promise<RoundOutcome> {
  const progress = createProgress(terminal);
  const answers = createAnswers();
  let known: Finding[] = [];
  return async ({ project }) => {
    const timings = options.timings ? createTimings({ say }) : undefined;
    const step = (stage: Step) => {
      timings?.begin(stage);
      progress.show(say(`stages.${stage}`));
    };
    let release = () => {};
    try {
      answers.begin();
      const built = await build(project.value, createServices(step, terminal.keep, answers.recall));
      step('report');
      // Another watch may be writing: what is compared is not to be half of two.
      if (built.outputs.length > 0) release = await takeTurn(project.root);
      const overwritten = options.overwrite ? [] : findOverwritten(project.root, built);
      const edits = overwritten.length > 0 ? await findHandEdits(overwritten) : [];
      const findings = settle([...project.diagnostics, ...built.diagnostics, ...edits], built, options);
      const errors = findings.filter(({ severity }) => severity === 'error').length;
      const isGood = errors === 0 && edits.length === 0 && built.outputs.length > 0;
      progress.show(say('stages.write'));
      const result = isGood ? writeIfPossible(project, built) : undefined;
      const changes = compareFindings(known, findings);
      known = findings;
      return {
        findings,
        changes,
        errors,
        rules: built.configuration.rules,
        written: result instanceof HostFailure ? undefined : result,
        failure: result instanceof HostFailure ? tellFailure(result, say) : undefined,
        files: [...overwritten, ...filesOf(project, built)],
        timings: timings?.write(),
      };
    } finally {
      release();
      progress.clear();
    }
  };
}

function settle(diagnostics: Diagnostic[], { configuration }: Build, { strict }: RoundOptions): Finding[] {
  return sortDiagnostics(resolveSeverity(diagnostics, configuration.rules, strict));
}

function filesOf({ value }: ProjectFolder, { outputs }: Build): SourceFile[] {
  const published = outputs.map(({ path, text }) => ({ path: `dist/${path}`, text }));
  return [...published, ...value.own, ...value.builtin];
}

/** A full disk, or a folder without permission, ends no watch: whoever works mends it. */
function writeIfPossible({ root }: ProjectFolder, { outputs, pages }: Build): WrittenBuild | HostFailure {
  if (!existsSync(root)) throw new HostFailure('gone', { path: root });
  try {
    return writeBuild(root, { outputs, pages, unchanged: 0 });
  } catch (error) {
    if (error instanceof HostFailure) return error;
    throw error;
  }
}
