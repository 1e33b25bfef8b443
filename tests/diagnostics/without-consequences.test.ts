import { expect, test } from 'vitest';
import { diagnose } from '../../pipeline/rules/diagnose.ts';
import type { RuleId } from '../../pipeline/rules/rules.ts';
import { withoutConsequences } from '../../pipeline/rules/without-consequences.ts';

function found(rule: RuleId, path: string) {
  const start = { line: 1, column: 1, offset: 0 };
  return diagnose(rule, { path, start, end: start });
}

const unknown = [
  found('entity-is-known', 'source/a/article.md'),
  found('entity-is-known', 'locales/es/a.po'),
  found('entity-is-known', 'source/b/article.md'),
  found('value-is-readable', 'source/a/article.md'),
];

test('what a file of records may tell of is not missing while it cannot be read', () => {
  const cause = found('yaml-is-well-formed', 'source/a/entities/things.yaml');
  expect(withoutConsequences([...unknown, cause])).toEqual([unknown[2], unknown[3], cause]);
});

test('what a schema may declare is not missing while it has mistakes', () => {
  const cause = found('schema-is-valid', 'schemas/types/lake.json');
  const type = found('entity-type-is-known', 'source/b/article.md');
  expect(withoutConsequences([...unknown, type, cause])).toEqual([unknown[3], cause]);
});

test('other findings take nothing away', () => {
  const other = found('yaml-is-well-formed', 'source/a/article.md');
  expect(withoutConsequences([...unknown, other])).toEqual([...unknown, other]);
});
