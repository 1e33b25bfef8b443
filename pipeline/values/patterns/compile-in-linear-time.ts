import { RE2JS, RE2JSException } from 're2js';

/** Instructions of the largest program that is run. */
const programMax = 20_000;

/** Compiles a translated pattern for RE2, whose time grows with the text only; undefined where it is too large for it. */
export function compileInLinearTime(pattern: string): ((text: string) => boolean) | undefined {
  try {
    const compiled = RE2JS.compile(pattern);
    return compiled.programSize() > programMax ? undefined : (text) => compiled.test(text);
  } catch (error) {
    if (error instanceof RE2JSException) return undefined;
    throw error;
  }
}
