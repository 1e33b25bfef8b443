/** Alternatives in braces that are written out; more are left as they stand. */
const alternativesMax = 1000;

/**
 * Makes the function that tells whether a path fits a glob: `*` and `?` within a step, `[a-z]`, `**` for any number of steps, `{a,b}`. A step
 * that begins with a dot is fitted only by one that does so, too. Letters are compared as Unicode composes them, for systems
 * differ in how they keep them. The time grows with the lengths of both, whatever is asked.
 */
export function createGlob(glob: string): (path: string) => boolean {
  const patterns = expandBraces(glob.normalize('NFC').replace(/^\.\//, '')).map((one) =>
    one.split('/').map(readStep),
  );
  return (path) => {
    const steps = path.normalize('NFC').split('/');
    return patterns.some((pattern) => fitsSteps(pattern, steps));
  };
}

/** Steps of a glob that begin with a dot, as functions: only folders that one of them fits are looked into. */
export function hiddenSteps(glob: string): ((name: string) => boolean)[] {
  return expandBraces(glob.normalize('NFC')).flatMap((one) =>
    one
      .split('/')
      .filter((step) => step.startsWith('.') && step !== '.' && step !== '..')
      .map((step) => (name: string) => fitsStep(readStep(step), name.normalize('NFC'))),
  );
}

type GlobSign = { kind: 'any' } | { kind: 'one'; fits: (char: string) => boolean };
type GlobStep = 'steps' | { signs: GlobSign[]; isHidden: boolean };

function readStep(text: string): GlobStep {
  if (text === '**') return 'steps';
  const signs: GlobSign[] = [];
  const pattern = /\\(.)|\[([!^]?)(\]?[^\]]*)\]|([\s\S])/gu;
  for (const [, escaped, negation = '', set, char = ''] of text.matchAll(pattern)) {
    if (set !== undefined && set !== '') signs.push({ kind: 'one', fits: readSet(set, negation !== '') });
    else if (escaped === undefined && char === '*') {
      if (signs.at(-1)?.kind !== 'any') signs.push({ kind: 'any' });
    } else if (escaped === undefined && char === '?') signs.push({ kind: 'one', fits: () => true });
    else
      for (const literal of escaped ?? char) signs.push({ kind: 'one', fits: (found) => found === literal });
  }
  return { signs, isHidden: text.startsWith('.') };
}

function readSet(set: string, isNegated: boolean): (char: string) => boolean {
  const ranges = [...set.matchAll(/([\s\S])-([\s\S])|([\s\S])/gu)].map(([, from, to, one = '']) => [
    from ?? one,
    to ?? one,
  ]);
  return (char) => ranges.some(([from = '', to = '']) => char >= from && char <= to) !== isNegated;
}

function fitsSteps(pattern: readonly GlobStep[], steps: readonly string[]): boolean {
  // By length of what is left of the path whether what is left of the pattern fits it.
  let rest = [...steps.map(() => false), true];
  for (const step of [...pattern].reverse()) {
    const next = steps.map(() => false).concat(false);
    if (step === 'steps') next[steps.length] = rest[steps.length] ?? false;
    for (let at = steps.length - 1; at >= 0; at -= 1) {
      const name = steps[at] ?? '';
      next[at] =
        step === 'steps'
          ? (rest[at] ?? false) || (!name.startsWith('.') && (next[at + 1] ?? false))
          : fitsStep(step, name) && (rest[at + 1] ?? false);
    }
    rest = next;
  }
  return rest[0] ?? false;
}

function fitsStep(step: GlobStep, name: string): boolean {
  if (step === 'steps') return true;
  if (name.startsWith('.') && !step.isHidden) return false;
  const chars = [...name];
  let [sign, char, star, mark] = [0, 0, -1, 0];
  while (char < chars.length) {
    const wanted = step.signs[sign];
    if (wanted?.kind === 'any') [star, mark, sign] = [sign, char, sign + 1];
    else if (wanted?.fits(chars[char] ?? '')) [sign, char] = [sign + 1, char + 1];
    else if (star >= 0) {
      mark += 1;
      [sign, char] = [star + 1, mark];
    } else return false;
  }
  return step.signs.slice(sign).every(({ kind }) => kind === 'any');
}

/** "a/{b,c}.md" as "a/b.md" and "a/c.md"; braces that hold no comma, or do not close, stay as they are. */
function expandBraces(glob: string): string[] {
  let done: string[] = [];
  let open = [glob];
  while (open.length > 0) {
    const next: string[] = [];
    for (const one of open) {
      const braces = /\{([^{}]*,[^{}]*)\}/.exec(one);
      if (!braces || done.length + next.length > alternativesMax) done = [...done, one];
      else
        for (const part of braces[1]?.split(',') ?? [])
          next.push(one.slice(0, braces.index) + part + one.slice(braces.index + braces[0].length));
    }
    open = next;
  }
  return done;
}
