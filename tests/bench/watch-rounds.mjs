/**
 * How long somebody waits who works beside `tinkuy watch`: from saving a catalog to the findings on it, and to all data, in
 * milliseconds on the clock and as ratios to a bare `node -e 0`. `node tests/bench/watch-rounds.mjs [edits]`. Every other edit brings a
 * finding and writes nothing; the next takes it back in other words and writes all that changes. All is done on a copy.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyPublication } from './copy-publication.mjs';

const edits = Number(process.argv[2] ?? 200);
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-watch-'));
const copy = path.join(folder, 'publication');
const idle = /Watching .*; Ctrl-C ends it\.\n/;
const catalogs = ['es', 'pt'].map((language) => path.join(copy, `locales/${language}/peru-borders.po`));

try {
  copyPublication(root, copy);
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure() {
  const env = { ...process.env, LC_ALL: 'en_US.UTF-8', CI: 'true' };
  const child = spawn(process.execPath, [path.join(copy, 'lib/cli.js'), 'watch'], { cwd: copy, env });
  const ended = new Promise((_, reject) => {
    child.once('close', (code) => reject(new Error(`watch ended with ${code}`)));
  });
  ended.catch(() => undefined);
  const printed = listen(child);
  const random = createRandom(1);
  const spent = { findings: [], data: [] };
  try {
    await Promise.race([printed(idle), ended]);
    for (let edit = 0; edit < edits; edit += 1) {
      const catalog = catalogs[edit % catalogs.length];
      const before = readFileSync(catalog, 'utf8');
      const places = [...before.matchAll(/^msgstr "(?=\p{L})[^"\\]{80,}"$/gmu)];
      const { index, 0: line } = places[Math.floor(random() * places.length)];
      const changed = (words) => `${before.slice(0, index)}${words}${before.slice(index + line.length)}`;
      // A space that is doubled is a finding in every language.
      const began = performance.now();
      save(catalog, changed(line.replace(/(?<=\p{L}) (?=\p{L})(?=[^"]*"$)/u, '  ')));
      await Promise.race([printed(/ (?:error|warning) |New:/), ended]);
      spent.findings.push(performance.now() - began);
      await Promise.race([printed(idle), ended]);
      const again = performance.now();
      save(catalog, changed(line.replace(/\.?"$/, ` ${'a'.repeat(1 + (edit % 7))}$&`)));
      await Promise.race([printed(idle), ended]);
      spent.data.push(performance.now() - again);
      save(catalog, before);
      await Promise.race([printed(idle), ended]);
    }
  } finally {
    child.removeAllListeners('close');
    child.kill('SIGKILL');
  }
  report(spent);
}

/** Another file takes the place, as many editors do it. */
function save(file, text) {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

function listen(child) {
  let out = '';
  let wake = () => {};
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      out += text;
      wake();
    });
  return async (pattern) => {
    for (;;) {
      const found = pattern.exec(out);
      if (found) {
        out = out.slice(found.index + found[0].length);
        return;
      }
      await new Promise((resolve) => {
        wake = resolve;
      });
    }
  };
}

function report(spent) {
  const bare = median(Array.from({ length: 9 }, measureBare));
  process.stdout.write(`node -e 0: ${bare.toFixed(0)} ms\n`);
  for (const [name, all] of Object.entries(spent)) {
    const [half, most] = [median(all), Math.max(...all)];
    const ratio = (half / bare).toFixed(1);
    process.stdout.write(
      `${name}: median ${half.toFixed(0)} ms (${ratio} ×), most ${most.toFixed(0)} ms, ${all.length} edits\n`,
    );
  }
}

function measureBare() {
  const began = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - began;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Numbers from 0 to 1: a linear congruential generator, with the constants of Numerical Recipes. */
function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
