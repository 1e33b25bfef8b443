import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';
import type { Found } from '../quality/find-surplus.ts';
import type { Find } from './find-breaches.ts';
import { findUnsupported, type PatternProblem } from './find-unsupported.ts';

/** A pattern of the project's, ready to be searched for. */
export interface LinearPattern {
  find: Find;
  /** What a suggestion becomes for words that were found: "$1" is the first group, "$&" all, "$$" a dollar. */
  expand: (found: string, suggestion: string) => string;
  /** Number of groups that a suggestion can name. */
  groups: number;
}

/** Instructions of the largest program that is run: a list of some hundred words, no product of counted repetitions. */
const programMax = 5000;
/** What no letter or digit of a word is. */
const edge = '[^\\pL\\pM\\pN]';

/** Variants of the message, by what the engine says. */
const syntax: [RegExp, string][] = [
  [/closing \)|unexpected \)/, 'parenthesis'],
  [/closing \]|class range/, 'class'],
  [/repetition|repeat count/, 'repetition'],
  [/escape|backslash/, 'escape'],
  [/capture/, 'group'],
  [/deeply|large/, 'size'],
];

/**
 * Compiles a pattern for an engine whose time grows with the text and not with what the pattern could try (RE2,
 * https://github.com/google/re2/wiki/Syntax), so that a project's patterns can hang nothing.
 *
 * @param except what is no finding although it matches: a pattern for the whole of what was found
 * @param wholeWords whether neither letter nor digit may stand beside what is found, in any script
 */
export function compileLinear(
  pattern: string,
  { except, wholeWords }: { except: string | undefined; wholeWords: boolean },
): LinearPattern | (PatternProblem & { part: 'pattern' | 'except' }) {
  const whole = compile(pattern);
  if ('context' in whole) return { ...whole, part: 'pattern' };
  if (whole.testExact('')) return { context: 'empty', found: pattern, at: 0, part: 'pattern' };
  const search = wholeWords ? RE2JS.compile(`(?:^|${edge})(${pattern})(?:${edge}|$)`) : whole;
  const exempt = except === undefined ? undefined : compile(except);
  if (exempt && 'context' in exempt) return { ...exempt, part: 'except' };
  return {
    find: (text) => {
      const found = search.test(text) ? findAll(search, text, wholeWords ? 1 : 0) : [];
      return exempt ? found.filter((match) => !exempt.testExact(match.text)) : found;
    },
    expand: (found, suggestion) => RE2JS.compile(`^(?:${pattern})$`).matcher(found).replaceFirst(suggestion),
    groups: whole.groupCount(),
  };
}

function compile(pattern: string): RE2JS | PatternProblem {
  const unsupported = findUnsupported(pattern);
  if (unsupported) return unsupported;
  try {
    const compiled = RE2JS.compile(pattern);
    return compiled.programSize() > programMax ? { context: 'size', found: pattern, at: 0 } : compiled;
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const found = error instanceof RE2JSSyntaxException ? (error.getPattern() ?? pattern) : pattern;
    const context = syntax.find(([said]) => said.test(error.message))?.[1] ?? 'syntax';
    const at = pattern.indexOf(found);
    return { context, found, at: at >= 0 && at === pattern.lastIndexOf(found) ? at : undefined };
  }
}

/** Each search begins where the last match ended; what stands before it is seen all the same. */
function findAll(search: RE2JS, text: string, group: number): Found[] {
  const matcher = search.matcher(text);
  const found: Found[] = [];
  let from = 0;
  while (from < text.length && matcher.find(from)) {
    const [start, end] = [matcher.start(group), matcher.end(group)];
    found.push({ text: text.slice(start, end), start, end });
    from = end;
  }
  return found;
}
