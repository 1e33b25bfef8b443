import { countWays } from './count-ways.ts';
import { type PatternNode, readPattern } from './read-pattern.ts';
import { translatePattern } from './translate-pattern.ts';

/** Whether a text matches a pattern of JSON Schema; undefined where that would take longer than it may. */
export type Matches = (pattern: string, text: string) => boolean | undefined;

/** How patterns are matched that could take a time without end. */
export interface PatternEngines {
  /** Compiles a translated pattern for an engine whose time grows with the text only; undefined where that cannot have it. */
  linear: ((pattern: string) => ((text: string) => boolean) | undefined) | undefined;
  /** Matches within a bounded time; undefined where it was too short. */
  bounded: Matches;
}

/** Steps that an engine which goes back may take: some hundredths of a second. */
const stepsMax = 2_000_000;

/** A pattern that is none has its own finding (schema-is-valid): everything matches it. */
interface ReadPattern {
  form: RegExp;
  node: PatternNode;
  linear: ((text: string) => boolean) | undefined;
}

/** Whether a pattern may take more steps on a text of a length than there is time for. */
export function mayTakeForever(node: PatternNode, length: number): boolean {
  // It begins at each place of the text, and each way is as long as the text at most.
  return countWays(node, length) * (length + 1) ** 2 > stepsMax;
}

/** Matches by RegExp where that is certain to end soon, by a linear engine where there is one, else within a bounded time. */
export function createPatternMatcher({ linear, bounded }: PatternEngines): Matches {
  const known = new Map<string, ReadPattern | undefined>();
  const read = (pattern: string): ReadPattern | undefined => {
    const form = compile(pattern);
    return form && { form, node: readPattern(pattern), linear: undefined };
  };
  return (pattern, text) => {
    if (!known.has(pattern)) known.set(pattern, read(pattern));
    const found = known.get(pattern);
    if (!found) return true;
    if (!mayTakeForever(found.node, text.length)) return found.form.test(text);
    const { pattern: translated } = translatePattern(pattern);
    if (translated !== undefined) found.linear ??= linear?.(translated);
    return found.linear ? found.linear(text) : bounded(pattern, text);
  };
}

/** Matches in whatever time it takes: where nobody hands over what bounds it. */
export const matchAtOnce: Matches = (pattern, text) => compile(pattern)?.test(text) ?? true;

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return undefined;
  }
}
