import type { CommandContext } from '../command-context.ts';
import type { Staging } from '../create-staging.ts';
import type { ProjectFolder } from '../open-folder.ts';
import { sha256 } from '../sha256.ts';
import { listChanges } from './list-changes.ts';
import { isOfTool } from './list-inputs.ts';
import { openCache } from './open-cache.ts';
import { type KnownAnswers, openKnownAnswers } from './open-known-answers.ts';
import { openRunCache, type RunCache } from './open-run-cache.ts';
import { openTextMemory, type TextMemory } from './open-text-memory.ts';
import type { RunRecord } from './run-record.ts';

/** What is known of a run before it begins. */
export interface RecalledRun {
  /** Undefined where nothing may be kept, or nobody asked for it. */
  cache: RunCache<RunRecord> | undefined;
  /** What its stages came to; undefined as the cache is. */
  answers: KnownAnswers | undefined;
  /** Opens what its texts came to; undefined as the cache is. @param staging as of openTextMemory */
  openTexts(staging: Staging | undefined): TextMemory | undefined;
  /** Why it has to run, or that it has not, in the reader's words: a line for each input that differs. */
  explain(isKnown: boolean): string;
}

/** Looks up what a build of these files came to. */
export function recallRun(
  project: ProjectFolder,
  { terminal, say }: CommandContext,
  isWanted: boolean,
): RecalledRun {
  const opened = openCache(project, terminal.env, isWanted);
  if (typeof opened === 'string')
    return {
      cache: undefined,
      answers: undefined,
      openTexts: () => undefined,
      explain: () => `${say(`cache.${opened}`)}\n`,
    };
  const { folder, inputs } = opened;
  const cache = openRunCache<RunRecord>(folder, inputs, 'run');
  return {
    cache,
    answers: openKnownAnswers(folder, sha256(JSON.stringify(inputs.filter(isOfTool)))),
    openTexts: (staging) => openTextMemory(folder, { inputs, own: project.value.own }, staging),
    explain: (isKnown) => {
      if (isKnown) return `${say('cache.known')}\n`;
      const last = cache.lastInputs();
      if (!last) return `${say('cache.first')}\n`;
      const lines = listChanges(last, inputs).map(({ change, path }) => say(`cache.${change}`, { path }));
      return `${(lines.length > 0 ? lines : [say('cache.outputs')]).join('\n')}\n`;
    },
  };
}
