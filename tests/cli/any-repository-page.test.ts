import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { packageRoot } from '../package-root.ts';
import { followTutorial } from './follow-tutorial.ts';

const markdown = readFileSync(`${packageRoot}docs/any-repository.md`, 'utf8');

test('who follows the page on any repository to the letter sees what it shows', () => {
  expect(followTutorial(markdown, temporaryFolder())).toEqual(['npx tinkuy check: 1', 'npx tinkuy check: 0']);
});
