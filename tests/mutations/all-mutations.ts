import { test } from 'vitest';
import { valueKinds } from './kinds/values.ts';
import { openBench } from './open-bench.ts';
import { allKinds, type Outcome, runMutations } from './run-mutations.ts';
import { showOutcomes } from './show-outcomes.ts';

const limit = Number(process.env.MUTATIONS ?? 200);
const seed = Number(process.env.SEED ?? 1);
const groups = process.env.MUTATION_GROUPS?.split(',');
const escapesShown = Number(process.env.ESCAPES ?? 3);

const plainKinds = valueKinds.filter(({ name }) => name.endsWith('(plain)'));

test(`mutations of the published translations, ${limit} of each kind, seed ${seed}`, () => {
  const began = performance.now();
  const kinds = allKinds.filter(({ group }) => groups?.includes(group) ?? true);
  const outcomes = runMutations(openBench({ isPlain: false }), { kinds, limit, seed });
  const plain = runMutations(openBench({ isPlain: true }), { kinds: plainKinds, limit, seed });
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const parts = [
    showOutcomes(outcomes),
    'The same texts, with the links taken away that state values:',
    showOutcomes(plain),
    [...outcomes, ...plain].flatMap(showEscapes).join('\n'),
    `${seconds} s`,
  ];
  process.stdout.write(`${parts.join('\n\n')}\n`);
});

function showEscapes({ kind, escaped }: Outcome): string[] {
  return escaped
    .slice(0, escapesShown)
    .map(({ translation: { language, segment, msgstr: right }, msgstr }) => {
      const at = [...right].findIndex((sign, index) => sign !== msgstr[index]);
      const show = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 40), at + 40));
      return `${kind.name}: ${language} ${segment.location.start.line}\n  ${show(right)}\n  ${show(msgstr)}`;
    });
}
