import type { Json, ProjectFiles, TextSources } from '../../model.ts';
import type { BuildServices } from '../../project/build-services.ts';
import { listInputs } from '../cache/list-inputs.ts';
import { createServices } from '../create-services.ts';
import { HostFailure } from '../host-failure.ts';
import { readProject } from '../read-project.ts';
import { sha256 } from '../sha256.ts';
import { sendFailure } from './send-failure.ts';
import { listTextKeys, type TextKeys } from './text-keys.ts';
import { readTextRecord, type TextRecord } from './text-record.ts';
import type { TextStore } from './text-store.ts';
import type { TextAnswer, TextTask } from './text-task.ts';

/** A project whose texts are built one by one, as the command hands it over. */
export interface OpenedTexts {
  sources: readonly TextSources[];
  /** @param layAside takes the text of a file, and gives its digest */
  build: (name: string, layAside: (text: string) => string) => Promise<Json>;
}

export type OpenTexts = (files: ProjectFiles, services: BuildServices) => Promise<OpenedTexts>;

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
  nameOf: ReadonlyMap<string, string>;
  opened: OpenedTexts;
  time: number;
}

/** Milliseconds after which a project is read again for a task that it does not know. */
const rereadAfter = 500;

/**
 * Builds texts of a project for whoever has the same project and the same tool: a task is done where its key is the one that the
 * builder computes itself of what it read, and refused otherwise. A task may come twice; what lies in the store already is not built.
 */
export function createTextBuilder(
  { root, store, env }: BuilderPlace,
  open: OpenTexts,
): (task: TextTask) => Promise<TextAnswer> {
  let known: Promise<BuilderState> | undefined;
  const findText = async ({ key }: TextTask): Promise<{ read: BuilderState; name: string | undefined }> => {
    known ??= readTexts(root, env, open);
    let read = await known;
    if (!read.nameOf.has(key) && Date.now() - read.time > rereadAfter) {
      known = readTexts(root, env, open);
      read = await known;
    }
    return { read, name: read.nameOf.get(key) };
  };
  return async (task) => {
    try {
      const own = await store.identify();
      if (own !== task.store) return { kind: 'refused', differs: 'store', own };
      const { read, name } = await findText(task);
      const { tool, project } = read.keys;
      if (name === undefined)
        return tool === task.tool
          ? { kind: 'refused', differs: 'project', own: project }
          : { kind: 'refused', differs: 'tool', own: tool };
      if (!(await readTextRecord(store, task.key))) await buildInto(store, task.key, name, read.opened);
      return { kind: 'built' };
    } catch (error) {
      return tellError(error);
    }
  };
}

async function readTexts(root: string, env: BuilderPlace['env'], open: OpenTexts): Promise<BuilderState> {
  const time = Date.now();
  const { value: files } = readProject(root, { withMemory: false });
  const inputs = listInputs(files, env);
  if (inputs === undefined) throw new HostFailure('noLockfile', {});
  const opened = await open(
    files,
    createServices(() => undefined),
  );
  const keys = listTextKeys(inputs, opened.sources, files);
  const nameOf = new Map([...keys.byName].map(([name, key]) => [key, name]));
  return { keys, nameOf, opened, time };
}

/** Blobs first: a record that is there has all that it names. */
async function buildInto(store: TextStore, key: string, name: string, { build }: OpenedTexts): Promise<void> {
  const laid = new Map<string, Buffer>();
  const outcome = await build(name, (text) => {
    const bytes = Buffer.from(text);
    const digest = sha256(bytes);
    laid.set(digest, bytes);
    return digest;
  });
  const blobs: TextRecord['blobs'] = [];
  for (const [digest, bytes] of laid) {
    await store.put(bytes);
    blobs.push([digest, bytes.length]);
  }
  await store.writeRecord(key, { outcome, blobs } satisfies TextRecord);
}

function tellError(error: unknown): TextAnswer {
  if (error instanceof HostFailure) return { kind: 'host', failure: sendFailure(error) };
  const said = error instanceof Error ? (error.stack ?? String(error)) : String(error);
  return { kind: 'failed', failure: { kind: 'bug', detail: said } };
}
