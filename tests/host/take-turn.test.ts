import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openFolder } from '../../pipeline/host/open-folder.ts';
import { takeTurn } from '../../pipeline/host/take-turn.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A process that runs until it is ended. */
function startProcess() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const end = async () => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return { pid: String(child.pid), end };
}

test('who writes keeps others waiting until it is done, or gone; then nothing is left', async () => {
  const other = startProcess();
  const root = temporaryFolder({ '.tinkuy/writing': other.pid });
  const log: string[] = [];
  const turn = takeTurn(root).then((release) => {
    log.push('turn');
    return release;
  });
  for (let pause = 0; pause < 10; pause += 1) await setImmediate();
  log.push('other gone');
  await other.end();
  (await turn)();
  expect(log).toEqual(['other gone', 'turn']);
  expect(readdirSync(root)).toEqual([]);
});

test('the mark of a process that was killed goes with the next command, one of a process that runs stays', async () => {
  const other = startProcess();
  const root = temporaryFolder({ '.tinkuy/writing': other.pid });
  const open = () => openFolder(root, { cwd: '/' });
  open();
  expect(readdirSync(root)).toEqual(['.tinkuy']);
  await other.end();
  open();
  expect(readdirSync(root)).toEqual([]);
});

test('no mark is left outside of the project, or in the place of a project that is gone, and nobody waits then', async () => {
  const [root, elsewhere] = [temporaryFolder(), temporaryFolder()];
  symlinkSync(elsewhere, path.join(root, '.tinkuy'));
  const release = await takeTurn(root);
  expect(readdirSync(elsewhere)).toEqual([]);
  release();
  expect(readdirSync(root)).toEqual(['.tinkuy']);
  const gone = path.join(elsewhere, 'gone');
  (await takeTurn(gone))();
  expect(readdirSync(elsewhere)).toEqual([]);
});

test('what else lies beside the mark stays', async () => {
  const root = temporaryFolder();
  mkdirSync(path.join(root, '.tinkuy'));
  writeFileSync(path.join(root, '.tinkuy/cache'), '');
  (await takeTurn(root))();
  expect(readdirSync(path.join(root, '.tinkuy'))).toEqual(['cache']);
});
