import type { CommandContext } from '../command-context.ts';
import { isCi } from '../is-ci.ts';
import type { ProjectFolder } from '../open-folder.ts';
import { sha256 } from '../sha256.ts';
import { openCacheFolder } from './cache-folder.ts';
import { findSecret } from './find-secret.ts';
import { listChanges } from './list-changes.ts';
import { isOfTool, listInputs } from './list-inputs.ts';
import { type KnownAnswers, openKnownAnswers } from './open-known-answers.ts';
import { openRunCache, type RunCache } from './open-run-cache.ts';

/** What is known of a run before it begins. */
export interface RecalledRun {
  /** Undefined where nothing may be kept, or nobody asked for it. */
  cache: RunCache | undefined;
  /** What its stages came to; undefined as the cache is. */
  answers: KnownAnswers | undefined;
  /** Why it has to run, or that it has not, in the reader's words: a line for each input that differs. */
  explain(isKnown: boolean): string;
}

/** Looks up what a build of these files came to. In CI everything is built: what it validates it trusts nobody about. */
export function recallRun(
  { root, value }: ProjectFolder,
  { terminal, say }: CommandContext,
  isWanted: boolean,
): RecalledRun {
  const isOff = !isWanted || isCi(terminal.env);
  const secret = isOff ? undefined : findSecret(terminal.env);
  const inputs = secret === undefined ? undefined : listInputs(value, terminal.env);
  if (secret === undefined || inputs === undefined) {
    return {
      cache: undefined,
      answers: undefined,
      explain: () => `${say(isOff ? 'cache.off' : 'cache.impossible')}\n`,
    };
  }
  const folder = openCacheFolder(root, secret);
  const cache = openRunCache(folder, inputs);
  return {
    cache,
    answers: openKnownAnswers(folder, sha256(JSON.stringify(inputs.filter(isOfTool)))),
    explain: (isKnown) => {
      if (isKnown) return `${say('cache.known')}\n`;
      const last = cache.lastInputs();
      if (!last) return `${say('cache.first')}\n`;
      const lines = listChanges(last, inputs).map(({ change, path }) => say(`cache.${change}`, { path }));
      return `${(lines.length > 0 ? lines : [say('cache.outputs')]).join('\n')}\n`;
    },
  };
}
