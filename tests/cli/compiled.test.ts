import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../package-root.ts';

/** The command as users get it; `npm test` compiles it first. */
const cli = `${packageRoot}lib/cli.js`;
const isCompiled = existsSync(cli) || process.env.CI !== undefined;
const base = fileURLToPath(new URL('../fixtures/rule-base', import.meta.url));

function tinkuy(...argv: string[]) {
  const env = { PATH: process.env.PATH };
  return spawnSync(process.execPath, [cli, ...argv], { encoding: 'utf8', env });
}

describe.skipIf(!isCompiled)('the compiled command', () => {
  test('starts', () => {
    const { version } = JSON.parse(readFileSync(`${packageRoot}package.json`, 'utf8')) as { version: string };
    expect(tinkuy('--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
    expect(readFileSync(cli, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test('goes the whole way', () => {
    expect(tinkuy('check', base)).toMatchObject({ status: 0, stdout: 'No findings.\n', stderr: '' });
    expect(tinkuy('check', '--lang', 'pt', base)).toMatchObject({ status: 0, stdout: 'Nenhum achado.\n' });
  });

  test('tells wrong use', () => {
    expect(tinkuy('biuld')).toMatchObject({ status: 2, stdout: '' });
  });

  test('ends without a word when the reader goes away', () => {
    const line = `"${process.execPath}" "${cli}" rules | true`;
    expect(spawnSync('sh', ['-c', line], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });
});
