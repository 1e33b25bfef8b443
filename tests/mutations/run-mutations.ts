import type { Kind } from './kind.ts';
import { linkKinds } from './kinds/links.ts';
import { shapeKinds } from './kinds/shape.ts';
import { valueKinds } from './kinds/values.ts';
import { wordingKinds } from './kinds/wording.ts';
import type { Translation } from './open-bench.ts';
import { readSites } from './read-sites.ts';
import { seeded } from './seeded.ts';

export const allKinds: Kind[] = [...valueKinds, ...linkKinds, ...shapeKinds, ...wordingKinds];

/** One corrupted translation. */
export interface Mutation {
  kind: Kind;
  translation: Translation;
  msgstr: string;
}

/** How one kind of mistake fared. */
export interface Outcome {
  kind: Kind;
  /** Places in both catalogs where the mistake can be made. */
  sites: number;
  tried: number;
  caught: number;
  escaped: Mutation[];
  /** How many of the mistakes each rule found. */
  rules: Map<string, number>;
}

/**
 * Corrupts translations, at most `limit` times for each kind, and tells what was found. Equal seeds give equal outcomes.
 * A rule that finds something in the published translation already does not count for it.
 */
export function runMutations(
  translations: Translation[],
  { kinds, limit, seed }: { kinds: Kind[]; limit: number; seed: number },
): Outcome[] {
  const read = translations.map((translation) => ({ translation, sites: readSites(translation) }));
  const known = new Map<Translation, Set<string>>();
  const rulesBefore = (one: Translation): Set<string> => {
    const rules = known.get(one) ?? rulesOf(one.check(one.msgstr));
    known.set(one, rules);
    return rules;
  };
  return kinds.map((kind, index) => {
    const random = seeded(seed * 1000 + index);
    const all = read.flatMap(({ translation, sites }) =>
      kind.corrupt(translation, sites, random).flatMap((msgstr): Mutation[] => {
        return msgstr === undefined || msgstr === translation.msgstr ? [] : [{ kind, translation, msgstr }];
      }),
    );
    const chosen = random.shuffle(all).slice(0, limit);
    const outcome: Outcome = {
      kind,
      sites: all.length,
      tried: chosen.length,
      caught: 0,
      escaped: [],
      rules: new Map(),
    };
    for (const mutation of chosen) {
      const found = rulesOf(mutation.translation.check(mutation.msgstr));
      for (const rule of rulesBefore(mutation.translation)) found.delete(rule);
      if (found.size === 0) outcome.escaped.push(mutation);
      else outcome.caught += 1;
      for (const rule of found) outcome.rules.set(rule, (outcome.rules.get(rule) ?? 0) + 1);
    }
    return outcome;
  });
}

function rulesOf(findings: { rule: string }[]): Set<string> {
  return new Set(findings.map(({ rule }) => rule));
}
