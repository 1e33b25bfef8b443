import type { TextSources } from '../../model.ts';
import { listInputs } from '../cache/list-inputs.ts';
import type { CommandContext } from '../command-context.ts';
import { createProgress } from '../create-progress.ts';
import { HostFailure } from '../host-failure.ts';
import type { ProjectFolder } from '../open-folder.ts';
import { sha256 } from '../sha256.ts';
import { createRunner, type Runner } from './create-runner.ts';
import type { Distribution } from './distribution.ts';
import { assignShards } from './shard.ts';
import { listTextKeys, type TextKeys } from './text-keys.ts';
import { readTextRecord } from './text-record.ts';
import type { TextStages } from './text-stages.ts';
import type { TextStore } from './text-store.ts';
import type { TextFailure, TextTask } from './text-task.ts';

/** What became of the texts of a project that were built elsewhere. */
export interface DistributedTexts {
  sources: readonly TextSources[];
  keys: TextKeys;
  store: TextStore;
  /** By name, why a text was not built to its end. */
  failures: ReadonlyMap<string, TextFailure>;
  /** Names of the texts that were asked for. */
  asked: readonly string[];
  /** In how many parts the project was built last, as far as the store knows. */
  shards: number;
}

/**
 * Has the texts of a project built by whoever is named, into a store; what lies there already is not built again. Pages share the
 * words of all publications, and are built after them.
 *
 * @throws HostFailure where a service or the machine fails; a text that fails is told, and the others go on
 */
export async function distributeTexts(
  project: ProjectFolder,
  { distribution, store }: { distribution: Distribution; store: TextStore },
  stages: TextStages,
  context: CommandContext,
): Promise<DistributedTexts> {
  const inputs = listInputs(project.value, context.terminal.env);
  if (inputs === undefined) throw new HostFailure('noLockfile', {});
  const sources = await stages.listTexts(project.value);
  const keys = listTextKeys(inputs, sources, project.value.own);
  const failures = new Map<string, TextFailure>();
  const asked = chooseTexts(sources, distribution);
  const runner = await createRunner(project.root, { distribution, store, stages }, context);
  try {
    for (const group of groupTexts(asked)) {
      // Whatever pages would be built with, it would not be the words of all.
      if (failures.size > 0 && group.some(({ page }) => page)) break;
      await runGroup(
        group,
        { keys, store, failures, runner, isNamed: distribution.store !== undefined },
        context,
      );
    }
  } finally {
    await runner.close();
  }
  const shards = await countShards(store, keys, distribution);
  return { sources, keys, store, failures, asked: asked.map(({ name }) => name), shards };
}

/** Those of a shard; in one, pages that share words of publications are left to the join, which has all of them. */
function chooseTexts(sources: readonly TextSources[], distribution: Distribution): readonly TextSources[] {
  if (distribution.kind === 'join') return [];
  if (distribution.kind !== 'shard') return sources;
  const { index, count } = distribution.shard;
  const placeOf = assignShards(sources, count);
  return sources.filter(({ name }) => placeOf.get(name) === index);
}

/** Whoever joins can then say which part is missing. */
async function countShards(
  store: TextStore,
  { tool, project }: TextKeys,
  distribution: Distribution,
): Promise<number> {
  const key = sha256(`shards ${tool} ${project}`);
  if (distribution.kind === 'shard') {
    const { count } = distribution.shard;
    await store.writeRecord(key, { count });
    return count;
  }
  const known = await store.readRecord(key);
  return typeof known === 'object' && known !== null && 'count' in known ? Number(known.count) : 1;
}

function groupTexts(asked: readonly TextSources[]): TextSources[][] {
  const groups = [asked.filter(({ page }) => !page), asked.filter(({ page }) => page)];
  return groups.filter((group) => group.length > 0);
}

interface Running {
  keys: TextKeys;
  store: TextStore;
  failures: Map<string, TextFailure>;
  runner: Runner;
  /** Whether the reader knows the store. */
  isNamed: boolean;
}

async function runGroup(
  group: readonly TextSources[],
  { keys, store, failures, runner, isNamed }: Running,
  { terminal, say }: CommandContext,
): Promise<void> {
  const { tool, project } = keys;
  const identity = await store.identify();
  const nameOf = new Map(group.map(({ name }) => [keys.byName.get(name) ?? '', name]));
  const tasks: TextTask[] = [];
  for (const key of nameOf.keys())
    if (!(await readTextRecord(store, key))) tasks.push({ key, tool, project, store: identity });
  const [count, known] = [tasks.length, nameOf.size - tasks.length];
  if (isNamed) terminal.writeError(`${say('pool.begin', { count, known, store: store.address })}\n`);
  if (count === 0) return;
  const progress = createProgress(terminal);
  let done = 0;
  const step = () => progress.show(say('pool.progress', { done: ++done, count }));
  const tell = (line: string) => {
    progress.clear();
    terminal.writeError(`${line}\n`);
  };
  await runner.run(
    tasks,
    {
      built: step,
      failed: ({ key }, failure) => {
        const name = nameOf.get(key) ?? '';
        failures.set(name, failure);
        const [detail = ''] = failure.detail.split('\n');
        tell(say(`pool.failed.${failure.kind}`, { name, detail }));
        step();
      },
    },
    tell,
  );
  progress.clear();
}
