import { expect, test } from 'vitest';
import type { Location, Remark } from '../../../pipeline/model.ts';
import { diagnose } from '../../../pipeline/rules/diagnose.ts';
import { withoutAllowed } from '../../../pipeline/rules/quality/allowances.ts';
import { pairOf } from './pair-of.ts';

const at = (line: number): Location => {
  const point = { line, column: 1, offset: line * 100 };
  return { path: 'locales/es/demo.po', start: point, end: { ...point, offset: line * 100 + 50 } };
};
const rules = ['numbers-agree-across-editions', 'units-agree-across-editions'] as const;
const finding = (rule: (typeof rules)[number], line: number) => diagnose(rule, at(line), {});

/** A pair whose translation stands at a line, with the comments on the line before. */
function pairAt(line: number, ...comments: string[]) {
  const pair = pairOf('a', 'b');
  const remarks = comments.map((text): Remark => ({ text, location: at(line - 1) }));
  return {
    ...pair,
    target: { ...pair.target, edition: { ...pair.target.edition, remarks, locate: () => at(line) } },
  };
}

function left(found: ReturnType<typeof diagnose>[], ...pairs: ReturnType<typeof pairAt>[]): string[] {
  return withoutAllowed(found, pairs, rules).map(({ rule, location }) => `${rule} ${location.start.line}`);
}

test('a comment with a reason drops the findings of its rule at its segment, and only there', () => {
  const found = [finding(rules[0], 5), finding(rules[0], 9), finding(rules[1], 5)];
  expect(left(found, pairAt(5, `allow ${rules[0]}: rounded`), pairAt(9))).toEqual([
    `${rules[0]} 9`,
    `${rules[1]} 5`,
  ]);
  expect(left(found, pairAt(5, `allow ${rules[0]}, ${rules[1]}: rounded`))).toEqual([`${rules[0]} 9`]);
});

test('an allowance without a reason, of no rule, or of nothing is a finding at the comment', () => {
  expect(left([finding(rules[0], 5)], pairAt(5, `allow ${rules[0]}`))).toEqual([
    `${rules[0]} 5`,
    'allowance-has-reason 4',
  ]);
  expect(left([], pairAt(5, 'allow number-agree-across-editions: rounded'))).toEqual([
    'allowance-names-a-rule 4',
  ]);
  expect(left([], pairAt(5, `allow ${rules[0]}: rounded`))).toEqual(['allowance-is-needed 4']);
});

test('the likely name is told', () => {
  const [problem] = withoutAllowed([], [pairAt(5, 'allow number-agree-across-editions: x')], rules);
  expect(problem?.values).toMatchObject({ likely: expect.stringContaining(rules[0]), context: 'likely' });
});

test('other comments that begin with the word are no allowances', () => {
  expect(left([], pairAt(5, 'allow the plural here', 'allowed by the editor: yes', 'Allow me.'))).toEqual([]);
});

test('one entry for two segments is one allowance', () => {
  const pair = pairAt(5, `allow ${rules[0]}: rounded`);
  expect(left([], pair, pair)).toEqual(['allowance-is-needed 4']);
});
