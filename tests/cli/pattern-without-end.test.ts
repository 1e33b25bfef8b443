import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { runInProcess } from './run-in-process.ts';

const licence = 'licence: { text: https://example.org/l, data: https://example.org/l }\n';

test.each([
  ['^(a+)+$', 'to match'],
  ['^(a|a)*$', 'to match'],
  ['^(\\w+\\s?)+$', 'to match'],
  ['(?=a)^(a+)+$', 'takes too long'],
])('the pattern %s ends, and what it comes to is told', async (pattern, told) => {
  const folder = temporaryFolder();
  const level = { type: 'string', title: 'Level', description: 'A level.', pattern };
  const parent = { $ref: 'https://w3id.org/tinkuy/schemas/types/location.json' };
  const files = {
    'tinkuy.yaml': 'base: https://example.org/wells/\neditions: { en: en-US }\n',
    'source/t/article.md': `---\ntitle: Wells\nlanguage: en\n${licence}---\n\nThe [well](well:a).\n`,
    'source/t/entities/e.yaml': `well:a:\n  name: { en: A }\n  level: ${'a'.repeat(40)}!\n`,
    'schemas/types/well.json': JSON.stringify({
      title: 'Well',
      description: 'A well.',
      type: 'object',
      allOf: [parent],
      properties: { level },
    }),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const { code, out } = await runInProcess(folder, 'check', '--no-cache');
  expect([code, out]).toEqual([1, expect.stringContaining(told)]);
  expect(out).toContain('error value-fits-schema source/t/entities/e.yaml:3:10');
});
