import { unescapeStep } from '../values/json-pointer.ts';
import type { Failure } from '../values/json-schema/outcome.ts';

/** What of `anyOf` or `oneOf` a value was meant to be, where none fits it. */
export interface ChosenAlternative {
  /** Places of the alternatives that are nearest, several where nothing speaks for one of them. */
  nearest: readonly number[];
  /** What the first of them wants; alternatives in it are chosen from as well. */
  wanted: readonly Failure[];
  /** Whether these are the faults whichever alternative is meant. Else an alternative is only the likeliest. */
  isCertain: boolean;
}

/** Whether a keyword failed because none of its alternatives fits. */
export function isUnfitting({ keyword, branches, params }: Failure): boolean {
  const isOffer = keyword === 'anyOf' || keyword === 'oneOf';
  return isOffer && branches.length > 0 && !(Array.isArray(params.fitting) && params.fitting.length > 0);
}

/**
 * Chooses the alternative that a value was meant to be: by its type, and by members with a `const` or an `enum` that holds in one
 * alternative and not in another; then by what all alternatives find; then by how little is amiss.
 *
 * @param failure for which `isUnfitting` holds
 * @param known choices that were made, for many ways may lead to one failure
 */
export function chooseAlternative(
  failure: Failure,
  known: Map<Failure, ChosenAlternative> = new Map(),
): ChosenAlternative {
  const made = known.get(failure);
  if (made) return made;
  const expanded = failure.branches.map((branch) => expandAlternatives(branch, known));
  const choice = choose(failure, expanded);
  known.set(failure, choice);
  return choice;
}

/** Failures, with those of the alternative that is certainly meant in the place of one that says that none fits. */
export function expandAlternatives(
  failures: readonly Failure[],
  known: Map<Failure, ChosenAlternative>,
): Failure[] {
  return failures.flatMap((failure) => {
    if (!isUnfitting(failure)) return [failure];
    const { isCertain, wanted } = chooseAlternative(failure, known);
    return isCertain ? wanted : [failure];
  });
}

function choose(failure: Failure, expanded: readonly Failure[][]): ChosenAlternative {
  const ofType = [...expanded.keys()].filter((index) => !isOfOtherType(expanded[index] ?? [], failure.path));
  if (ofType.length === 0) return chooseRefused(failure, expanded);
  const isNamed = (name: string): boolean =>
    ofType.some((index) => failure.named[index]?.has(unescapeStep(name)) === true);
  const open = ofType.filter((index) => !refusedNames(expanded[index] ?? [], failure.path).some(isNamed));
  const [only] = open;
  if (only !== undefined && open.length === 1)
    return { nearest: [only], wanted: expanded[only] ?? [], isCertain: true };
  const rest = open.length > 0 ? open : ofType;
  const shared = findShared(
    rest.map((index) => expanded[index] ?? []),
    failure.path,
  );
  if (shared.length > 0) return { nearest: rest, wanted: shared, isCertain: true };
  return chooseNearest(rest, expanded, failure.path);
}

/** Of alternatives for values of other types: the types, the values, or the nearest. */
function chooseRefused(failure: Failure, expanded: readonly Failure[][]): ChosenAlternative {
  const refusals = expanded.map((branch) => branch.filter((each) => isOther(each, failure.path)));
  for (const keyword of ['type', 'enum']) {
    const merged = mergeDemands(refusals, keyword, failure.path);
    if (merged) return { nearest: [...expanded.keys()], wanted: [merged], isCertain: true };
  }
  return chooseNearest([...expanded.keys()], expanded, failure.path);
}

/** What each alternative finds of the same value: a keyword that is everywhere the same, values of which each wants others. */
function findShared(branches: readonly Failure[][], from: string): Failure[] {
  const [first = []] = branches;
  const same = first.filter((one) =>
    branches.every((branch) => branch.some((other) => keyOf(other) === keyOf(one))),
  );
  const names = refusedNames(first, from);
  const merged = names.flatMap((name) => mergeDemands(branches, 'enum', `${from}/${name}`) ?? []);
  return [...same, ...merged.filter(({ path }) => same.every((one) => one.path !== path))];
}

/** The failures of a keyword at a place as one that allows all that each of the branches would; undefined where one has none. */
function mergeDemands(branches: readonly Failure[][], keyword: string, path: string): Failure | undefined {
  const keywords = keyword === 'enum' ? ['enum', 'const'] : [keyword];
  const found = branches.map((branch) =>
    branch.find((failure) => failure.path === path && keywords.includes(failure.keyword)),
  );
  const [first] = found;
  if (!first || found.includes(undefined)) return undefined;
  const allowed = found.flatMap((failure) => {
    const { types, allowedValues, allowedValue = null } = failure?.params ?? {};
    return types ?? allowedValues ?? [allowedValue];
  });
  const distinct = [...new Map(allowed.map((value) => [JSON.stringify(value), value])).values()];
  const { found: value = null } = first.params;
  const params = keyword === 'type' ? { types: distinct, found: value } : { allowedValues: distinct };
  return { ...first, keyword, params };
}

function chooseNearest(
  from: readonly number[],
  expanded: readonly Failure[][],
  path: string,
): ChosenAlternative {
  const distances = from.map((index) => ({ index, far: distance(expanded[index] ?? [], path) }));
  const least = Math.min(...distances.map(({ far }) => far));
  const nearest = distances.flatMap(({ index, far }) => (far === least ? [index] : []));
  return { nearest, wanted: expanded[nearest[0] ?? 0] ?? [], isCertain: false };
}

/**
 * How far an instance is from an alternative: a few failures deep inside are nearer than one of the whole, and one of another type, or
 * with another value in the property that tells alternatives apart, is farthest.
 */
function distance(failures: readonly Failure[], from: string): number {
  const lacking = failures.reduce((sum, { params: { missing } }) => {
    return sum + Math.max(1, Array.isArray(missing) ? missing.length : 0);
  }, 0);
  const isRefused = ({ keyword, path }: Failure) => keyword === '' && path.lastIndexOf('/') === from.length;
  const isFar = isOfOtherType(failures, from) || refusedNames(failures, from).length > 0;
  if (isFar || failures.some(isRefused)) return 10_000 + lacking;
  return lacking - Math.max(0, ...failures.map((failure) => depthOf(failure, from))) * 100;
}

function depthOf({ path }: Failure, from: string): number {
  return path.slice(from.length).split('/').length - 1;
}

function isOfOtherType(failures: readonly Failure[], from: string): boolean {
  return failures.some((failure) => isOther(failure, from));
}

/** Whether a failure says that the whole value is none that the alternative is for. */
function isOther({ keyword, path }: Failure, from: string): boolean {
  return path === from && ['', 'type', 'const', 'enum'].includes(keyword);
}

/** Names of members whose values an alternative does not allow, where it lists those that it does. */
function refusedNames(failures: readonly Failure[], from: string): string[] {
  return failures.flatMap((failure) =>
    ['const', 'enum'].includes(failure.keyword) && depthOf(failure, from) === 1
      ? [failure.path.slice(from.length + 1)]
      : [],
  );
}

/** What a failure says; of one that offers alternatives, which ones. */
function keyOf({ keyword, path, params, branches, document, pointer }: Failure): string {
  const offer = branches.length > 0 ? document + pointer : '';
  return `${path} ${keyword} ${JSON.stringify(params)} ${offer}`;
}
