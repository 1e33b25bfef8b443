import { test } from 'vitest';
import { openBench } from './open-bench.ts';
import { allKinds, runMutations } from './run-mutations.ts';
import { showOutcomes } from './show-outcomes.ts';

const limit = Number(process.env.MUTATIONS ?? 200);
const seed = Number(process.env.SEED ?? 1);
const groups = process.env.MUTATION_GROUPS?.split(',');
const escapesShown = Number(process.env.ESCAPES ?? 3);

test(`mutations of the published translations, ${limit} of each kind, seed ${seed}`, () => {
  const kinds = allKinds.filter(({ group }) => groups?.includes(group) ?? true);
  const began = performance.now();
  const outcomes = runMutations(openBench(), { kinds, limit, seed });
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const escapes = outcomes.flatMap(({ kind, escaped }) =>
    escaped.slice(0, escapesShown).map(({ translation: { language, segment, msgstr: right }, msgstr }) => {
      const at = [...right].findIndex((sign, index) => sign !== msgstr[index]);
      const show = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 40), at + 40));
      return `${kind.name}: ${language} ${segment.location.start.line}\n  ${show(right)}\n  ${show(msgstr)}`;
    }),
  );
  process.stdout.write(`${showOutcomes(outcomes)}\n\n${escapes.join('\n')}\n${seconds} s\n`);
});
