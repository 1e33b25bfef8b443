import { isUnjudged } from '../values/json-schema/is-unjudged.ts';
import type { Failure } from '../values/json-schema/outcome.ts';
import { showValue } from '../values/json-value.ts';
import { expandAlternatives } from './choose-alternative.ts';

/** Keywords that say which names an object may have: each name is a mistake of its own. */
const aboutNames = ['additionalProperties', 'unevaluatedProperties', 'propertyNames', 'patternProperties'];

/**
 * One failure for each place and keyword, and for each name where names are meant, without those about a value whose kind is wrong
 * already: one mistake, one finding. Of alternatives that do not fit those of the one that is meant, where that is certain. What could not be judged for a mistake in the schema has its finding there.
 *
 * @param wrongPaths paths with slashes of the values whose kind is wrong
 * @param isMember whether an alternative of the schema has a property
 */
export function relevantFailures(
  failures: readonly Failure[],
  wrongPaths: ReadonlySet<string>,
  isMember: (name: string) => boolean,
): Failure[] {
  const seen = new Set<string>();
  const ofBranches = failures.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  const choices: Parameters<typeof expandAlternatives>[1] = new Map();
  const expanded = failures.flatMap((failure) =>
    isUnjudged(failure) ? [failure] : expandAlternatives([failure], choices),
  );
  return expanded.filter((failure) => {
    const { keyword, params } = failure;
    if (params.isTooSlow !== true && isUnjudged(failure)) return false;
    const path = failure.path.slice(1);
    // Where no alternative fits, a property that one of them has is not unknown besides.
    const isLeftOver =
      keyword === 'unevaluatedProperties' &&
      isMember(String(params.property)) &&
      ofBranches.some((other) => other.path === failure.path);
    if (isLeftOver) return false;
    const isKnown = [...wrongPaths].some(
      (wrong) =>
        path === wrong || path.startsWith(`${wrong}/`) || (path !== '' && wrong.startsWith(`${path}/`)),
    );
    const isAboutName = aboutNames.includes(keyword);
    const member = isAboutName ? String(params.property) : path === '' ? showValue(params) : '';
    const key = `${path} ${isAboutName && params.pattern === undefined ? 'name' : keyword} ${member}`;
    if (isKnown || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
