import { expect, test } from 'vitest';
import type { Location, Remark } from '../../../pipeline/model.ts';
import { contextOf, judgeAll, type Pair, pairOf } from './pair-of.ts';

/** What the text of `pairAt` breaks unless another is given. */
const rules = ['letters-are-not-tripled', 'words-are-not-doubled'] as const;
const both = 'El pozzzo del del lago.';

/** A place in the catalog, from one offset of an entry to another. */
function at(line: number, from = 0, to = 50): Location {
  const point = (offset: number) => ({ line, column: offset + 1, offset: line * 100 + offset });
  return { path: 'locales/es/demo.po', start: point(from), end: point(to) };
}

/** A pair whose translation stands at a line, with the comments on the line before. */
function pairAt(line: number, text: string, ...comments: string[]): Pair {
  const { source, target } = pairOf('The well of the lake.', text, 'paragraph', line);
  const remarks = comments.map((words): Remark => ({ text: words, location: at(line - 1) }));
  const locate: Pair['target']['locate'] = ({ position }) =>
    at(line, position?.start.offset, position?.end.offset);
  return { source, target: { ...target, remarks, locate } };
}

/** What is found by the two rules and about allowances. */
function left(...pairs: Pair[]): string[] {
  return judgeAll(pairs, contextOf(['en', 'es'])).flatMap(({ rule, location }) =>
    rules.some((own) => own === rule) || rule.startsWith('allowance-')
      ? [`${rule} ${location.start.line}`]
      : [],
  );
}

test('a comment with a reason drops the findings of its rule at its segment, and only there', () => {
  const other = pairAt(9, 'El pozzzo del lago.');
  expect(left(pairAt(5, both), other)).toEqual([`${rules[0]} 5`, `${rules[1]} 5`, `${rules[0]} 9`]);
  expect(left(pairAt(5, both, `allow ${rules[0]}: a name`), other)).toEqual([
    `${rules[1]} 5`,
    `${rules[0]} 9`,
  ]);
  expect(left(pairAt(5, both, `allow ${rules[0]}, ${rules[1]}: a name`), other)).toEqual([`${rules[0]} 9`]);
});

test('an allowance without a reason, of no rule, or of nothing is a finding at the comment', () => {
  expect(left(pairAt(5, 'El pozzzo del lago.', `allow ${rules[0]}`))).toEqual([
    `${rules[0]} 5`,
    'allowance-has-reason 4',
  ]);
  expect(left(pairAt(5, 'El pozo.', 'allow letter-are-not-tripled: a name'))).toEqual([
    'allowance-names-a-rule 4',
  ]);
  expect(left(pairAt(5, 'El pozo.', `allow ${rules[0]}: a name`))).toEqual(['allowance-is-needed 4']);
});

test('the likely name is told', () => {
  const pair = pairAt(5, 'El pozo.', 'allow letter-are-not-tripled: x');
  const [problem] = judgeAll([pair], contextOf(['en', 'es'])).filter(
    ({ rule }) => rule === 'allowance-names-a-rule',
  );
  expect(problem?.values).toMatchObject({ likely: expect.stringContaining(rules[0]), context: 'likely' });
});

test('other comments that begin with the word are no allowances', () => {
  const comments = ['allow the plural here', 'allowed by the editor: yes', 'Allow me.'];
  expect(left(pairAt(5, 'El pozo.', ...comments))).toEqual([]);
});

test('one entry for two segments is one allowance', () => {
  const pair = pairAt(5, 'El pozo.', `allow ${rules[0]}: a name`);
  expect(left(pair, pair)).toEqual(['allowance-is-needed 4']);
});
