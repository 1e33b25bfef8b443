import { countWays } from './count-ways.ts';
import { hasOneWay } from './has-one-way.ts';
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
  /** Length of the longest text that RegExp certainly ends soon with. */
  lengthMax: number;
  linear: ((text: string) => boolean) | undefined;
}

/** Length of the longest text, up to a million characters, for which an engine that goes back certainly takes few steps. */
export function longestText(node: PatternNode): number {
  const isOneWay = hasOneWay(node);
  const steps = (length: number) => {
    const begins = isAnchored(node) ? 1 : length + 1;
    // Each way is as long as the text at most.
    return (isOneWay ? 1 : countWays(node, length)) * begins * (length + 1);
  };
  let [least, most] = [0, 1_000_000];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (steps(middle) <= stepsMax) least = middle;
    else most = middle - 1;
  }
  return least;
}

/** Whether a pattern matches from the beginning of a text or not at all. */
function isAnchored(node: PatternNode): boolean {
  if (node.kind === 'sequence') return node.items[0] !== undefined && isAnchored(node.items[0]);
  if (node.kind === 'choice') return node.items.every(isAnchored);
  return node.kind === 'start';
}

/** Matches by RegExp where that is certain to end soon, by a linear engine where there is one, else within a bounded time. */
export function createPatternMatcher({ linear, bounded }: PatternEngines): Matches {
  const known = new Map<string, ReadPattern | undefined>();
  const read = (pattern: string): ReadPattern | undefined => {
    const form = compile(pattern);
    return form && { form, lengthMax: longestText(readPattern(pattern)), linear: undefined };
  };
  return (pattern, text) => {
    if (!known.has(pattern)) known.set(pattern, read(pattern));
    const found = known.get(pattern);
    if (!found) return true;
    if (text.length <= found.lengthMax) return found.form.test(text);
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
