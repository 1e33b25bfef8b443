import { createContext, Script } from 'node:vm';
import type { Matches } from '../values/patterns/create-pattern-matcher.ts';

/** What a pattern that goes back may take of a text, in milliseconds. */
const timeMax = 500;

/** Makes the function that matches a pattern within a bounded time: V8 ends a pattern that runs for longer. */
export function createBoundedMatch(): Matches {
  // A context costs a hundred times what a usual match does, so that all matches have one.
  let room: { script: Script; asked: { pattern: string; text: string } } | undefined;
  return (pattern, text) => {
    room ??= {
      script: new Script('new RegExp(pattern, "u").test(text)'),
      asked: createContext({ pattern: '', text: '' }) as { pattern: string; text: string },
    };
    Object.assign(room.asked, { pattern, text });
    try {
      return Boolean(room.script.runInContext(room.asked, { timeout: timeMax }));
    } catch (error) {
      // It is of the context that the script ran in, so that its class is none of ours.
      const { code } = error as { code?: unknown };
      if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
      throw error;
    }
  };
}
