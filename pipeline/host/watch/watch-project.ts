import { type FileChange, listChanges } from '../cache/list-changes.ts';
import type { Inputs } from '../cache/run-record.ts';
import type { ProjectFolder } from '../open-folder.ts';
import { sha256 } from '../sha256.ts';
import type { Changes, Heard } from './changes.ts';
import { isSameSurvey, type Survey } from './survey-project.ts';

/** One build of a watch. */
export interface WatchRound {
  project: ProjectFolder;
  /** What changed since the round before; undefined in the first. */
  changes: FileChange[] | undefined;
  /** Whether it changed while the round before was built. */
  isMeanwhile: boolean;
  /** When the change was seen, by the clock of the watch. */
  began: number;
}

/** What a watch needs of the world. */
export interface Watching {
  changes: Changes;
  /** Milliseconds on a clock that only goes forward. */
  now: () => number;
  survey: () => Survey;
  read: () => ProjectFolder;
  /** What a file that is held against a schema says, shortened. */
  digestHeld: (path: string) => string;
  build: (round: WatchRound) => Promise<void>;
  tell: {
    /** All is built as it lies on the disk. */
    idle: () => void;
    /** Files change again and again while they are read. */
    restless: () => void;
    /** Some folders cannot be listened to; what changes in them is found a little later. */
    deaf: (code: string) => void;
  };
}

/** Milliseconds without a change after which a project is read: an editor that writes by rename, or ten files, needs fewer. */
const rest = 20;
/** Rests after which nobody waits any longer for quiet, and after which the reader is told of a project that has none. */
const restsMax = 25;
/** Milliseconds after which a project is looked through though nothing was heard; at most so great a part of the time goes there. */
const surveyEvery = 1000;
const surveyShare = 1 / 50;

/** What was built last. */
interface Built {
  inputs: Inputs;
  survey: Survey;
}

/**
 * Builds a project, and again whenever a file that a build reads has changed, until the changes end. What is heard of changes
 * only says when to look: what is built is what was read, all of it between two surveys that found the same, so that no build
 * mixes two states; and after each build the project is looked at again, so that no change is lost.
 *
 * @throws whatever its parts throw, as where the project's folder disappears
 */
export async function watchProject(watching: Watching): Promise<void> {
  const { changes, now, tell } = watching;
  let built: Built | undefined;
  let [heard, isIdle, isDeaf] = ['change' as Heard, false, false];
  let restless = 0;
  while (heard !== 'end') {
    const began = now();
    const survey = watching.survey();
    const failure = changes.listen(survey);
    const pause = Math.max(surveyEvery, (now() - began) / surveyShare);
    if (failure !== undefined && !isDeaf) tell.deaf(failure);
    isDeaf ||= failure !== undefined;
    if (heard === 'change' || !built || !isSameSurvey(survey, built.survey)) {
      const outcome = await readAndBuild(watching, survey, {
        built,
        isMeanwhile: !isIdle,
        began,
      });
      if (outcome.state === 'moving') {
        restless += 1;
        if (restless === restsMax) tell.restless();
        heard = (await settle(changes)) === 'end' ? 'end' : 'change';
        continue;
      }
      [restless, built] = [0, outcome.built];
      if (outcome.state === 'built') {
        isIdle = false;
        heard = await changes.wait(0);
        continue;
      }
    }
    if (!isIdle) tell.idle();
    isIdle = true;
    heard = await changes.wait(pause);
    if (heard === 'change' && (await settle(changes)) === 'end') return;
  }
}

/** By itself, so that nothing of a build outlives it. */
async function readAndBuild(
  { survey: surveyAgain, read, digestHeld, build }: Watching,
  survey: Survey,
  { built, isMeanwhile, began }: { built: Built | undefined; isMeanwhile: boolean; began: number },
): Promise<{ state: 'moving' } | { state: 'built' | 'same'; built: Built }> {
  const project = read();
  if (!isSameSurvey(survey, surveyAgain())) return { state: 'moving' };
  const held = survey.held.map((at): [string, string] => [at, digestHeld(at)]);
  const inputs = [...new Map([...held, ...digest(project)])];
  const found = built && listChanges(built.inputs, inputs);
  const next = { inputs, survey };
  if (found?.length === 0) return { state: 'same', built: next };
  await build({ project, changes: found, isMeanwhile: isMeanwhile && built !== undefined, began });
  return { state: 'built', built: next };
}

/** Waits for quiet: changes come in floods. */
async function settle(changes: Changes): Promise<Heard> {
  for (let count = 0; count < restsMax; count += 1) {
    const heard = await changes.wait(rest);
    if (heard !== 'change') return heard;
  }
  return 'change';
}

/**
 * By path all that was read, also what could not be, and the files that come with the tool: they may be the project's own, or
 * have the path of one.
 */
function digest({ value, diagnostics }: ProjectFolder): Inputs {
  const inputs = new Map<string, string>();
  const add = (at: string, text: string) => inputs.set(at, `${inputs.get(at) ?? ''}${sha256(text)}`);
  for (const file of [...value.own, ...value.builtin]) add(file.path, file.text);
  for (const finding of diagnostics) add(finding.location.path, JSON.stringify(finding));
  return [...inputs];
}
