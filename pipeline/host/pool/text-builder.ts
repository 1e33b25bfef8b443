import type { BuildServices } from '../../project/build-services.ts';
import { listInputs } from '../cache/list-inputs.ts';
import { createServices } from '../create-services.ts';
import { HostFailure } from '../host-failure.ts';
import type { ProjectFolder } from '../open-folder.ts';
import { readProject } from '../read-project.ts';
import { buildText } from './build-text.ts';
import { sendFailure } from './send-failure.ts';
import { listTextKeys, type TextKeys } from './text-keys.ts';
import { readTextRecord } from './text-record.ts';
import type { TextStages } from './text-stages.ts';
import type { TextStore } from './text-store.ts';
import type { TextAnswer, TextTask } from './text-task.ts';

/** Where a builder works. */
export interface BuilderPlace {
  /** Absolute path of the project. */
  root: string;
  store: TextStore;
  env: Readonly<Record<string, string | undefined>>;
}

/** A project as it was when it was read. */
interface BuilderState {
  keys: TextKeys;
  build: (key: string) => Promise<void>;
  has: (key: string) => boolean;
  time: number;
}

/** Milliseconds after which a project is read again for a task that it does not know. */
const rereadAfter = 500;

/**
 * Builds texts of a project for whoever has the same project and the same tool: a task is done where its key is the one that the
 * builder computes itself of what it read, and refused otherwise. A task may come twice; what lies in the store already is not built.
 */
export function createTextBuilder(
  place: BuilderPlace,
  stages: TextStages,
): (task: TextTask) => Promise<TextAnswer> {
  const { store } = place;
  const services = createServices(() => undefined);
  let known: Promise<BuilderState> | undefined;
  const read = async ({ key }: TextTask): Promise<BuilderState> => {
    known ??= readState(place, services, stages);
    const state = await known;
    if (state.has(key) || Date.now() - state.time < rereadAfter) return state;
    known = readState(place, services, stages);
    return known;
  };
  const answer = async (task: TextTask): Promise<TextAnswer> => {
    const own = await store.identify();
    if (own !== task.store) return { kind: 'refused', differs: 'store', own };
    if (await readTextRecord(store, task.key)) return { kind: 'built' };
    const { keys, has, build } = await read(task);
    const { tool, project } = keys;
    if (has(task.key)) await build(task.key);
    else if (tool !== task.tool) return { kind: 'refused', differs: 'tool', own: tool };
    else return { kind: 'refused', differs: 'project', own: project };
    return { kind: 'built' };
  };
  return async (task) => {
    try {
      return await answer(task).catch((error: unknown) => {
        if (!isMoved(error)) throw error;
        known = undefined;
        return answer(task);
      });
    } catch (error) {
      return tellError(error);
    }
  };
}

/** Whether a file of the project is not what it was when the project was read: it is read again then. */
function isMoved(error: unknown): boolean {
  return error instanceof HostFailure && error.key === 'changedMeanwhile';
}

async function readState(
  { root, store, env }: BuilderPlace,
  services: BuildServices,
  stages: TextStages,
): Promise<BuilderState> {
  const time = Date.now();
  const project: ProjectFolder = { root, ...readProject(root, { withMemory: false, keep: services.keep }) };
  const inputs = listInputs(project.value, env);
  if (inputs === undefined) throw new HostFailure('noLockfile', {});
  const sources = await stages.listTexts(project.value);
  const keys = listTextKeys(inputs, sources, project.value.own);
  const nameOf = new Map([...keys.byName].map(([name, key]) => [key, name]));
  const build = buildText({ project, sources, keys, store, services }, stages);
  return { keys, time, has: (key) => nameOf.has(key), build: (key) => build(nameOf.get(key) ?? '', key) };
}

function tellError(error: unknown): TextAnswer {
  if (error instanceof HostFailure) return { kind: 'host', failure: sendFailure(error) };
  const said = error instanceof Error ? (error.stack ?? String(error)) : String(error);
  return { kind: 'failed', failure: { kind: 'bug', detail: said } };
}
