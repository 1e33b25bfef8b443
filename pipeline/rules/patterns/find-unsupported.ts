/** Why a pattern cannot be searched for: `context` is a variant of the message, `found` the part that is wrong. */
export interface PatternProblem {
  context: string;
  found: string;
  /** Where that part begins in the pattern, in UTF-16 code units; undefined where it may be one of several. */
  at: number | undefined;
}

/**
 * The first construct of a pattern that other engines have and a linear one cannot: look-around, references back to a
 * group, groups that are not given up again. And those that it has for the letters a to z only ("\b", "\w"), which
 * would cut words of most languages in two, and a quotation that would go on after the pattern's end.
 */
export function findUnsupported(pattern: string): PatternProblem | undefined {
  let isClass = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const rest = pattern.slice(at);
    if (rest.startsWith('\\Q')) {
      const end = pattern.indexOf('\\E', at);
      if (end < 0) return { context: 'quote', found: '\\Q', at };
      at = end + 1;
    } else if (rest.startsWith('\\')) {
      const problem = problemOfEscape(rest);
      if (problem) return { ...problem, at };
      at += 1;
    } else if (isClass && rest.startsWith('[:')) at += Math.max(0, rest.indexOf(':]')) + 1;
    else if (isClass) isClass = !rest.startsWith(']');
    else if (rest.startsWith('[')) {
      isClass = true;
      // A bracket that comes first is one of the characters: "[]a]", "[^]a]".
      at += /^\[\^?\]/.exec(rest)?.[0].slice(1).length ?? 0;
    } else {
      const [group] = /^\(\?(?:<?[=!]|P=|>)/.exec(rest) ?? [];
      if (group) return { context: contextOf(group), found: group, at };
    }
  }
  return undefined;
}

function problemOfEscape(rest: string): Omit<PatternProblem, 'at'> | undefined {
  const [reference] = /^\\(?:[1-9]|k(?=[<{']))/.exec(rest) ?? [];
  if (reference) return { context: 'backReference', found: reference };
  const [ascii] = /^\\[bBwW]/.exec(rest) ?? [];
  return ascii ? { context: 'ascii', found: ascii } : undefined;
}

function contextOf(group: string): string {
  if (group === '(?P=') return 'backReference';
  return group === '(?>' ? 'backtracking' : 'lookAround';
}
