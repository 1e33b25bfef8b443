import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type RuleId, rules } from '../../pipeline/rules/rules.ts';
import { packageRoot } from '../package-root.ts';
import corpora from './corpora.json' with { type: 'json' };
import judgements from './judgements.json' with { type: 'json' };
import { type PrecisionRecord, sampleSize, tooFew, writeMeasured } from './measured.mjs';
import kept from './record.json' with { type: 'json' };

const record = kept as PrecisionRecord;
/** Per cent of the findings that have to be true. */
const least = { error: 95, warning: 70, off: 0 };
const ids = Object.keys(record.rules) as RuleId[];

test('at least 1,500 segments a pair of languages, Spanish to Portuguese among them', () => {
  for (const direction of ['en→es', 'en→pt', 'es→pt']) {
    const counts = Object.entries(record.segments).filter(([name]) => name.endsWith(` ${direction}`));
    expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThanOrEqual(1500);
  }
});

test('judgements are digests, of rules that are measured', () => {
  expect(ids).toEqual(expect.arrayContaining(Object.keys(judgements)));
  for (const verdicts of Object.values(judgements)) {
    for (const [digest, verdict] of Object.entries(verdicts)) {
      expect(digest).toMatch(/^[0-9a-f]{12}$/);
      expect(verdict).toBeTypeOf('boolean');
    }
  }
});

describe.each(ids)('%s', (id) => {
  const measured = record.rules[id];

  test.each(['own', 'advice'] as const)('its numbers add up: %s', (part) => {
    const counted = part === 'own' ? measured : measured?.advice;
    if (part === 'advice' && !counted) return expect(measured).not.toHaveProperty('advice');
    const { findings = {}, judged = 0, true: right = 0, false: wrong = 0, precision } = counted ?? {};
    expect(Object.keys(record.segments)).toEqual(expect.arrayContaining(Object.keys(findings)));
    expect(judged).toBe(right + wrong);
    const found = Object.values(findings).reduce((sum, count) => sum + count, 0);
    expect(judged).toBeLessThanOrEqual(Math.min(sampleSize, found));
    expect(precision).toBe(judged < tooFew ? 'too few' : Math.round((1000 * right) / judged) / 10);
  });

  test('it is as severe as it is right, and advice is a warning', () => {
    const { severity } = rules[id];
    const weights = [
      [measured?.precision, least[severity]],
      [measured?.advice?.precision ?? 'too few', severity === 'off' ? least.off : least.warning],
    ] as const;
    for (const [precision, demanded] of weights) {
      if (typeof precision === 'number') expect(precision).toBeGreaterThan(demanded);
      else expect(precision).toBe('too few');
    }
  });

  test('its page says what was measured', () => {
    const page = readFileSync(`${packageRoot}docs/rules/${id}.md`, 'utf8');
    expect(page.split('\n## Measured\n')[1]?.trim()).toBe(writeMeasured(record, id));
  });
});

const folder = process.env.TINKUY_CORPORA ?? path.join(packageRoot, '../shared/corpora');
const present = Object.entries(corpora).filter(([, { catalogs }]) =>
  Object.values(catalogs).every((catalog) => existsSync(path.join(folder, catalog))),
);

test.skipIf(present.length === 0)('where the corpora are, the rules find what the record says', () => {
  const command = path.join(packageRoot, 'tests/precision/precision.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [command, '--check'], { encoding: 'utf8' });
  const problems = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('Not here'));
  expect([...problems, stderr].join('\n')).toBe('');
});
