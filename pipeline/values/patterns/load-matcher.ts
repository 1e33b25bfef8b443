import type { SourceFile } from '../../model.ts';
import { createPatternMatcher, longestText, type Matches } from './create-pattern-matcher.ts';
import { readPattern } from './read-pattern.ts';

/** Length of a text that patterns of schemas are thought of for; what could take forever with it wants a linear engine. */
const usual = 1000;

/**
 * Makes the matcher of a project's patterns. The linear engine is loaded where a schema of the project has a pattern that could
 * take a time without end, so that nobody else waits for it.
 *
 * @param bounded matches within a bounded time
 */
export async function loadMatcher(own: readonly SourceFile[], bounded: Matches): Promise<Matches> {
  const schemas = own.filter(({ path }) => /(?:^|\/)schemas\/(?!generated\/).*\.json$/.test(path));
  const isNeeded = schemas.some(({ text }) => patternsIn(text).some(mayBeSlow));
  const linear = isNeeded ? (await import('./compile-in-linear-time.ts')).compileInLinearTime : undefined;
  return createPatternMatcher({ linear, bounded });
}

/** Values of `pattern`, and names in `patternProperties`, which are looked for among all names. */
function patternsIn(text: string): string[] {
  const values = text.matchAll(/"pattern"\s*:\s*("(?:[^"\\]|\\.)*")/g);
  const names = text.includes('"patternProperties"') ? text.matchAll(/("(?:[^"\\]|\\.)*")\s*:/g) : [];
  return [...values, ...names].flatMap(([, literal = '""']) => {
    try {
      return [String(JSON.parse(literal))];
    } catch {
      return [];
    }
  });
}

function mayBeSlow(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
  } catch {
    return false;
  }
  return longestText(readPattern(pattern)) < usual;
}
