import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { copyFixture } from './copy-fixture.ts';
import { runInProcess } from './run-in-process.ts';

test('tinkuy watch does what it is for', async () => {
  const folder = temporaryFolder();
  copyFixture('rule-base', folder);
  const { code, out } = await runInProcess(folder, 'watch');
  expect(code).toBe(0);
  const next = 'fill in what it prints of this project, then the action of the command';
  expect(out, next).toBe('…');
});

test.each(['en', 'es', 'pt'])('its help says what it does: %s', async (language) => {
  const { out } = await runInProcess('.', 'watch', '--help', '--lang', language);
  const next = `fill in help.watch in locales/${language}/cli.json`;
  expect(out, next).not.toMatch(/fill in|por completar|a preencher/);
});
