/**
 * Kills real commands (`build`, `catalog sync`, `catalog import`) at moments that nobody chose, half of them just after the first
 * file beside the project's own has appeared, and holds the folder against the two that it may be once the next command has run:
 * the one before and the one after. `node tests/bench/kills.mjs [kills]`. Ends with 1 where it was ever a third one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const kills = Number(process.argv[2] ?? 200);
const root = fileURLToPath(new URL('../../', import.meta.url));
const program = path.join(root, 'lib/cli.js');
const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-kills-'));
const text = 'source/vapores/article.md';

try {
  process.exitCode = await report();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @returns the exit code */
async function report() {
  const works = prepare();
  const counts = { before: 0, after: 0, neither: 0 };
  for (let index = 0; index < kills; index += 1) {
    const name = Object.keys(works)[index % 3];
    const place = path.join(folder, 'killed');
    const kind = await killOnce(works[name], place, index % 2 === 0);
    counts[kind] += 1;
    if (kind === 'neither') process.stdout.write(`kill ${index} of ${name}: neither the old nor the new\n`);
  }
  process.stdout.write(
    `${kills} kills: ${counts.before} left what was before, ${counts.after} what comes after, ${counts.neither} neither
`,
  );
  return counts.neither === 0 && counts.before > 0 && counts.after > 0 ? 0 : 1;
}

/** By the name of a command: its arguments, the folder before and after it, and how long it takes, in ms. */
function prepare() {
  const first = path.join(folder, 'first');
  cpSync(path.join(root, 'tests/fixtures/vapores-del-titicaca'), first, { recursive: true });
  run(first, 'catalog', 'sync');
  run(first, 'build');
  const exchange = path.join(first, 'exchange');
  run(first, 'catalog', 'export');
  const xliff = readdirSync(exchange, { recursive: true }).filter((name) => String(name).endsWith('.xlf'));
  for (const name of xliff) {
    const file = path.join(exchange, String(name));
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(<target[^>]*>)(?=\p{L})/gu, '$1Ay '));
  }
  const edited = path.join(folder, 'edited');
  cpSync(first, edited, { recursive: true });
  const before = readFileSync(path.join(edited, text), 'utf8');
  writeFileSync(path.join(edited, text), `${before}\nOtra barca espera en la orilla.\n`);
  return {
    build: take('build', first, ['build', '--no-cache'], (at) => {
      const file = path.join(at, 'locales/en/vapores.po');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^msgstr "(?=\p{L})/mu, 'msgstr "Ay '));
    }),
    sync: take('sync', edited, ['catalog', 'sync'], () => undefined),
    import: take(
      'import',
      first,
      ['catalog', 'import', ...xliff.map((name) => `exchange/${name}`)],
      () => undefined,
    ),
  };
}

function take(name, from, args, change) {
  const before = path.join(folder, `${name}-before`);
  const after = path.join(folder, `${name}-after`);
  cpSync(from, before, { recursive: true });
  change(before);
  cpSync(before, after, { recursive: true });
  const begun = performance.now();
  run(after, ...args);
  const duration = performance.now() - begun;
  const [old, expected] = [readTree(before), readTree(after)];
  if (old === expected) throw new Error(`${name} changes nothing`);
  return { args, before, old, expected, duration };
}

async function killOnce({ args, before, old, expected, duration }, place, isWriting) {
  rmSync(place, { recursive: true, force: true });
  cpSync(before, place, { recursive: true });
  const child = spawn(process.execPath, [program, ...args], { cwd: place, stdio: 'ignore' });
  const ended = once(child, 'exit');
  if (isWriting) {
    while (child.exitCode === null && !readdirSync(place, { recursive: true }).some(isStaged)) await wait(1);
    await wait(Math.random() * 25);
  } else await wait(Math.random() * duration);
  child.kill('SIGKILL');
  await ended;
  run(place, 'catalog', 'status');
  const found = readTree(place);
  if (found === expected) return 'after';
  return found === old ? 'before' : 'neither';
}

function isStaged(name) {
  return /\.tmp|journal/.test(String(name));
}

function run(at, ...args) {
  return spawnSync(process.execPath, [program, ...args], { cwd: at, stdio: 'ignore' });
}

/** Every file of a folder but the cache, as one text. */
function readTree(at) {
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !path.relative(at, file).startsWith(path.join('.tinkuy', 'cache')))
    .sort()
    .map((file) => `${path.relative(at, file)}\n${readFileSync(file, 'utf8')}`)
    .join('\n');
}
