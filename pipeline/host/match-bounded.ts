import { Script } from 'node:vm';
import type { Matches } from '../values/patterns/create-pattern-matcher.ts';

/** What a pattern that goes back may take of a text, in milliseconds. */
const timeMax = 500;

/** Makes the function that matches a pattern within a bounded time: V8 ends a pattern that runs for longer. */
export function createBoundedMatch(): Matches {
  let script: Script | undefined;
  return (pattern, text) => {
    script ??= new Script('new RegExp(pattern, "u").test(text)');
    try {
      return Boolean(script.runInNewContext({ pattern, text }, { timeout: timeMax }));
    } catch (error) {
      // It is of the context that the script ran in, so that its class is none of ours.
      const { code } = error as { code?: unknown };
      if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
      throw error;
    }
  };
}
