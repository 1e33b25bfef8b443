/**
 * How long the command takes to start, as ratios to a bare `node -e 0`: run `npm run bench`.
 * Medians of interleaved runs, so that a busy machine slows all of them alike.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const runs = Number(process.argv[2] ?? 21);
const root = fileURLToPath(new URL('../../', import.meta.url));
const commands = {
  'node -e 0': ['-e', '0'],
  'tinkuy --version': ['lib/cli.js', '--version'],
  'tinkuy --help': ['lib/cli.js', '--help'],
  'tinkuy rules': ['lib/cli.js', 'rules'],
  'tinkuy check': ['lib/cli.js', 'check'],
  'one record': ['lib/cli.js', 'check', 'tests/fixtures/schema-beside-data'],
};

const times = new Map(Object.keys(commands).map((name) => [name, []]));
for (let run = 0; run < runs; run += 1) {
  for (const [name, argv] of Object.entries(commands)) {
    const began = performance.now();
    const { status, stderr } = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8' });
    if (status === null || status > 1) throw new Error(`${name} ended with ${status}\n${stderr}`);
    times.get(name).push(performance.now() - began);
  }
}

const medians = [...times].map(([name, all]) => [name, all.sort((a, b) => a - b)[Math.floor(runs / 2)]]);
const [[, bare]] = medians;
for (const [name, median] of medians) {
  process.stdout.write(
    `${name.padEnd(18)} ${median.toFixed(0).padStart(5)} ms  ${(median / bare).toFixed(2).padStart(6)}\n`,
  );
}
