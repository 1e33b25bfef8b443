import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { build } from '../../build.ts';
import type { OutputFile } from '../../model.ts';
import type { CommandContext } from '../command-context.ts';
import type { ProjectFolder } from '../open-folder.ts';
import { distributeTexts } from './distribute-texts.ts';
import type { Distribution } from './distribution.ts';
import { gatherOutcomes } from './gather-outcomes.ts';
import { openStore } from './open-store.ts';
import type { TextStages } from './text-stages.ts';

/** A build whose texts are built elsewhere. */
export interface DistributedBuild {
  /** As the stage that it stands for. */
  build: typeof build;
  /** To be called when all is written. */
  discard: () => void;
}

/** What is done when the build is asked for: texts are built by whoever is named, and joined here. */
export function buildDistributed(
  folder: string,
  distribution: Distribution,
  context: CommandContext,
  stages: TextStages,
): DistributedBuild {
  const left: (() => void)[] = [];
  const root = path.resolve(context.terminal.cwd, folder);
  return {
    build: async (files, services, options, unread = []) => {
      const store = await openStore(
        distribution.store ?? makeStore(left),
        context.terminal,
        distribution.kind !== 'join',
      );
      const project: ProjectFolder = { root, value: files, diagnostics: [...unread] };
      const gathered = await gatherOutcomes(
        await distributeTexts(project, { distribution, store }, stages, context),
      );
      left.push(gathered.discard);
      const shown: OutputFile[] = [];
      const known = (name: string) => {
        const found = gathered.find(name);
        shown.push(...(found?.shown ?? []));
        return found?.outcome;
      };
      const built = await stages.build(files, services, { ...options, known }, unread);
      return { ...built, shown: [...built.shown, ...shown] };
    },
    discard: () => {
      for (const discard of left) discard();
    },
  };
}

/** One for this build alone. */
function makeStore(left: (() => void)[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-store-'));
  left.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
