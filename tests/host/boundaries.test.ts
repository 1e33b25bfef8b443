import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../package-root.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Imports that no file of pipeline/ may have: where, what, and the rule that says so. */
const planted: [from: string, line: string, to: string, rule: string][] = [
  [
    'rules/diagnose.ts',
    "import { writeHtml } from '../publish/html.ts';",
    'publish/html.ts',
    'rules-stays-in-rules',
  ],
  ['model.ts', "import { writeHtml } from './publish/html.ts';", 'publish/html.ts', 'model-is-types-only'],
  [
    'host/terminal.ts',
    "import { writeHtml } from '../publish/html.ts';",
    'publish/html.ts',
    'host-stays-in-host',
  ],
  ['host/run.ts', "import { build } from '../build.ts';", 'build.ts', 'rooms-meet-in-commands'],
  [
    'linked/dataset/explain-in.ts',
    "import { build } from '../../build.ts';",
    'build.ts',
    'rooms-meet-in-commands',
  ],
  ['text/annotation.ts', "import { run } from '../host/run.ts';", 'host/run.ts', 'host-is-for-cli'],
  [
    'host/commands/check.ts',
    "import { build } from '../../build.ts';",
    'build.ts',
    'commands-load-what-they-run',
  ],
  [
    'host/commands/diff.ts',
    "const { buildCommand } = await import('./build.ts');",
    'host/commands/build.ts',
    'commands-are-apart',
  ],
  [
    'translation/workbench/sync.ts',
    "import { rules } from '../../rules/rules.ts';",
    'rules/rules.ts',
    'severity-is-decided-once',
  ],
  ['publish/page.ts', "import { readFileSync } from 'node:fs';", 'fs', 'machine-only-in-host'],
];

test('npm run boundaries refuses what no file may import', () => {
  const folder = temporaryFolder();
  for (const at of ['pipeline', 'tsconfig.json', 'package.json'])
    cpSync(path.join(packageRoot, at), path.join(folder, at), { recursive: true });
  for (const [from, line] of planted) {
    const file = path.join(folder, 'pipeline', from);
    writeFileSync(file, `${line}\n${readFileSync(file, 'utf8')}`);
  }
  symlinkSync(path.join(packageRoot, 'node_modules'), path.join(folder, 'node_modules'));
  const { stdout } = spawnSync(
    process.execPath,
    [
      path.join(packageRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', path.join(packageRoot, '.dependency-cruiser.cjs')],
      ...['--preserve-symlinks', '--output-type', 'json', 'pipeline'],
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; to: string; rule: { name: string } }[] };
  };
  const found = summary.violations.map(({ from, to, rule }) => `${from} -> ${to} ${rule.name}`);
  for (const [from, , to, rule] of planted) {
    const target = to === 'fs' ? to : `pipeline/${to}`;
    expect(found).toContainEqual(`pipeline/${from} -> ${target} ${rule}`);
  }
  // What is not planted is as `npm run boundaries` wants it; that a circle goes through other files is no fault of theirs.
  const others = summary.violations.filter(
    ({ from, rule }) => rule.name !== 'no-circular' && !planted.some(([file]) => from === `pipeline/${file}`),
  );
  expect(others).toEqual([]);
});
