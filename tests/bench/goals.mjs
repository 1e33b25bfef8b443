/**
 * What the work costs that people wait for, in processor time of whole processes, as ratios to a bare `node -e 0`; medians of
 * interleaved runs, so that a busy machine slows all of them alike. `npm run bench`, or `node tests/bench/goals.mjs [runs]`.
 * budget.json holds the ratios: what is a quarter worse is told, and the run ends with 1. Nothing of the repository is written:
 * all is done on a copy.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tableLines } from '../../lib/rules/report/table-lines.js';
import { copyPublication } from './copy-publication.mjs';

const runs = Number(process.argv[2] ?? 5);
const root = fileURLToPath(new URL('../../', import.meta.url));
const budget = JSON.parse(readFileSync(new URL('budget.json', import.meta.url), 'utf8'));
const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-goals-'));
const copy = path.join(folder, 'publication');
const small = path.join(folder, 'small');
const usage = path.join(folder, 'usage.json');
const hook = path.join(folder, 'hook.cjs');
const catalog = path.join(copy, 'locales/pt/peru-borders.po');

try {
  prepare();
  report(measure());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function prepare() {
  copyPublication(root, copy);
  cpSync(path.join(root, 'tests/fixtures/vapores-del-titicaca'), small, { recursive: true });
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(usage)}, JSON.stringify([process.cpuUsage(), process.resourceUsage().maxRSS])));`,
  );
  // What is looked up afterwards.
  run(copy, 'check');
  run(small, 'check');
}

function measure() {
  const original = readFileSync(catalog, 'utf8');
  let edits = 0;
  const works = {
    'node -e 0': () => run(copy),
    'check, cold': () => run(copy, 'check', '--no-cache'),
    'check, nothing changed': () => run(copy, 'check'),
    'build, nothing changed': () => run(copy, 'build'),
    'check, one msgstr changed': () => {
      edits += 1;
      writeFileSync(catalog, original.replace(/^msgstr "(?=\p{L})/mu, `msgstr "${'A'.repeat(edits)} `));
      const spent = run(copy, 'check');
      writeFileSync(catalog, original);
      return spent;
    },
    'check of a small project, cold': () => run(small, 'check', '--no-cache'),
  };
  const spent = new Map(Object.keys(works).map((name) => [name, []]));
  for (let count = 0; count < runs; count += 1) {
    for (const [name, work] of Object.entries(works)) spent.get(name).push(work());
  }
  return [...spent].map(([name, all]) => ({
    name,
    time: median(all.map(({ time }) => time)),
    memory: median(all.map(({ memory }) => memory)),
  }));
}

/** Processor time in milliseconds and memory in MB of a command of the copy; without one of Node.js alone. */
function run(cwd, ...argv) {
  const command = argv.length > 0 ? [path.join(copy, 'lib/cli.js'), ...argv] : ['-e', '0'];
  const { CI: _, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, ['--require', hook, ...command], {
    cwd,
    encoding: 'utf8',
    env: { ...env, HOME: folder, XDG_CACHE_HOME: '' },
  });
  if (status === null || status > 1) throw new Error(`${argv.join(' ')} ended with ${status}\n${stderr}`);
  const [{ user, system }, memory] = JSON.parse(readFileSync(usage, 'utf8'));
  return { time: (user + system) / 1000, memory: memory / 1024 };
}

function report(rows) {
  const bare = rows[0].time;
  const head = ['work', 'ms of processor', 'ratio', 'budget', 'goal', 'MB', ''];
  const isRight = head.map((_, column) => column > 0 && column < 6);
  const lines = [];
  for (const { name, time, memory } of rows) {
    const { ratio: allowed, goal } = budget[name] ?? {};
    const ratio = time / bare;
    const isWorse = allowed !== undefined && ratio > allowed * 1.25;
    if (isWorse) process.exitCode = 1;
    lines.push([
      name,
      time.toFixed(0),
      ratio.toFixed(1),
      String(allowed ?? ''),
      String(goal ?? ''),
      memory.toFixed(0),
      isWorse ? 'more than a quarter worse' : '',
    ]);
  }
  process.stdout.write(`${tableLines({ head, rows: lines, isRight }).join('\n')}\n`);
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
