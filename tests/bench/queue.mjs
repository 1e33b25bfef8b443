/**
 * Many workers at one corpus: `node tests/bench/queue.mjs [articles] [jobs]`; needs redis-server. With 0 jobs only the last is done. Prints, as ratios
 * within one run,
 * - what two processes, and two workers of a queue, save over one, wall time over wall time;
 * - what a job costs that has nothing to do, in milliseconds, of so many jobs;
 * - whether four workers, one killed every ten seconds, duplicates and losses change a byte.
 * Ends with 1 where a byte differs.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Queue } from 'bullmq';
import { openFolderStore } from '../../lib/host/pool/folder-store.js';
import { askQueue } from '../../lib/host/queue/ask-queue.js';
import { writeProse } from './write-prose.mjs';

const [articles = 200, jobs = 10_000] = process.argv.slice(2).map(Number);
const killEvery = 10_000;
const program = fileURLToPath(new URL('../../lib/cli.js', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'tinkuy-queue-'));
const running = new Set();

try {
  process.exitCode = await report();
} finally {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

/** @returns the exit code */
async function report() {
  const address = await startRedis();
  if (jobs > 0) await measureJobs(address);
  const corpus = path.join(folder, 'corpus');
  writeCorpus(corpus, articles);
  const alone = await buildCopy(corpus, 'alone', []);
  print(`${articles} articles in one process: ${(alone.time / articles).toFixed(0)} ms each`);
  const others = jobs > 0 ? await compareShares(corpus, address, alone) : [];
  others.push(await buildDisturbed(corpus, address));
  const different = others.filter(({ tree }) => tree !== alone.tree).length;
  print(`builds whose bytes differ from those of one process: ${different} of ${others.length}`);
  return different === 0 ? 0 : 1;
}

/** Builds by two processes, one worker and two. */
async function compareShares(corpus, address, alone) {
  const inTwo = await buildCopy(corpus, 'two-processes', ['--workers', '2']);
  const byOne = await buildByWorkers(corpus, address, 1);
  const byTwo = await buildByWorkers(corpus, address, 2);
  const ratio = (one, two) => (one.time / two.time).toFixed(2);
  print(`two processes over one: ${ratio(alone, inTwo)}`);
  print(`two workers of a queue over one: ${ratio(byOne, byTwo)}; over one process: ${ratio(alone, byTwo)}`);
  return [inTwo, byOne, byTwo];
}

/** Jobs whose texts are in the store: all that is left is to be taken and answered. */
async function measureJobs(address) {
  const project = path.join(folder, 'one');
  writeCorpus(project, 1);
  for (const count of [1, 2]) {
    const place = path.join(folder, `jobs-${count}`);
    const store = openFolderStore(place);
    const identity = await store.identify();
    const keys = Array.from({ length: jobs }, (_, index) => digest(`job ${index}`));
    for (const key of keys) await store.writeRecord(key, { outcome: {}, shown: [], blobs: [] });
    const workers = Array.from({ length: count }, () => startWorker(project, address, place));
    await Promise.all(workers.map(({ ready }) => ready));
    const tell = new Proxy({}, { get: () => () => {} });
    const tasks = keys.map((key) => ({
      key,
      tool: digest('tool'),
      project: digest('project'),
      store: identity,
    }));
    let done = 0;
    const began = performance.now();
    await askQueue({
      address: { url: address, shown: address },
      tasks,
      patience: 60_000,
      // As if nobody had looked yet: each is added, taken and answered once.
      isBuilt: async ({ key }) => {
        done += 1;
        return done > jobs && (await store.readRecord(key)) !== undefined;
      },
      tell,
    });
    const time = performance.now() - began;
    print(
      `${jobs} jobs without work, ${count} worker${count > 1 ? 's' : ''}: ${(time / jobs).toFixed(2)} ms each`,
    );
    await stopAll(workers);
  }
}

async function buildCopy(corpus, name, options) {
  const place = path.join(folder, name);
  cpSync(corpus, place, { recursive: true });
  const began = performance.now();
  await run(place, ['build', '--no-cache', ...options]);
  const time = performance.now() - began;
  const tree = readTree(path.join(place, 'dist'));
  rmSync(place, { recursive: true });
  return { time, tree };
}

async function buildByWorkers(corpus, address, count) {
  const store = path.join(folder, `store-${count}`);
  const workers = Array.from({ length: count }, () => startWorker(corpus, address, store));
  await Promise.all(workers.map(({ ready }) => ready));
  const built = await buildCopy(corpus, `queue-${count}`, ['--queue', address, '--store', store]);
  await stopAll(workers);
  return built;
}

/** Four workers; every ten seconds one is killed, a job is lost, and one that was done is delivered again. */
async function buildDisturbed(corpus, address) {
  const store = path.join(folder, 'store-disturbed');
  const start = () => startWorker(corpus, address, store);
  const workers = [start(), start(), start(), start()];
  const { hostname: host, port } = new URL(address);
  const queue = new Queue('texts', { connection: { host, port: Number(port) }, prefix: 'tinkuy' });
  let [isOver, kills, losses, repeats] = [false, 0, 0, 0];
  const disturb = async () => {
    while (!isOver) {
      const until = performance.now() + killEvery;
      while (!isOver && performance.now() < until) await wait(100);
      if (isOver) return;
      workers[kills % 4].child.kill('SIGKILL');
      workers[kills % 4] = start();
      kills += 1;
      // Each time another one: a job that is lost again and again is given up.
      const [job] = await queue.getJobs(['wait'], kills, kills);
      if (!job || !existsSync(path.join(store, 'records'))) continue;
      const [done] = readdirSync(path.join(store, 'records'), { recursive: true }).filter((at) =>
        at.endsWith('.json'),
      );
      if (
        done &&
        (await queue.add('text', job.data, { jobId: path.basename(done, '.json'), removeOnComplete: true }))
      )
        repeats += 1;
      losses += await job.remove().then(
        () => 1,
        () => 0,
      );
    }
  };
  const disturbing = disturb();
  // It is thrown below; until then nothing that was started is left alone.
  disturbing.catch(() => undefined);
  const built = await buildCopy(corpus, 'disturbed', ['--queue', address, '--store', store]);
  isOver = true;
  await disturbing;
  await queue.close();
  await stopAll(workers);
  print(`four workers: ${kills} killed, ${losses} jobs lost, ${repeats} delivered again`);
  return built;
}

function startWorker(place, address, store) {
  const child = start(process.execPath, [program, 'worker', place, '--queue', address, '--store', store]);
  const ready = new Promise((resolve) =>
    child.stderr.on('data', (said) => String(said).includes('Ctrl-C') && resolve()),
  );
  return { child, ready };
}

async function stopAll(workers) {
  await Promise.all(
    workers.map(async ({ child }) => {
      const ended = once(child, 'exit');
      if (child.exitCode === null && child.signalCode === null && child.kill('SIGTERM')) await ended;
    }),
  );
}

async function run(place, options) {
  const child = start(process.execPath, [program, ...options], { cwd: place });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${options.join(' ')} ended with ${code}: ${said}`);
}

function start(command, options, more = {}) {
  const env = { ...process.env, LC_ALL: 'en_US.UTF-8', CI: 'true' };
  const child = spawn(command, options, { ...more, env, stdio: ['ignore', 'ignore', 'pipe'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

async function startRedis() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  start('redis-server', ['--port', String(port), '--save', '', '--dir', folder]);
  await wait(500);
  return `redis://127.0.0.1:${port}`;
}

/** Articles of about 500 words on places that have records, in two editions of which one is a translation of a tenth. */
function writeCorpus(root, count) {
  const write = (at, text) => {
    mkdirSync(path.dirname(path.join(root, at)), { recursive: true });
    writeFileSync(path.join(root, at), text);
  };
  write(
    'tinkuy.yaml',
    'base: https://example.org/journal/\neditions:\n  en: { tag: en-US }\n  es: { tag: es-PE, threshold: 100 }\n',
  );
  for (let number = 1; number <= count; number += 1) {
    const name = `article-${String(number).padStart(5, '0')}`;
    const article = writeProse(10 + (number % 3), 'before').article.replace(
      'title: Prose',
      `title: Prose ${number}`,
    );
    write(`source/${name}/article.md`, article.replaceAll('(place:', `(place:n${number}-`));
    const places = new Set(
      [...article.matchAll(/\[([^\]]*)\]\(place:(\w+)\)/g)].map(([, label, id]) => `${id} ${label}`),
    );
    const records = [...places].map((place) => {
      const [id, label] = place.split(' ');
      return `place:n${number}-${id}:\n  name: { und: ${label} }\n  kind: town\n`;
    });
    write(`source/${name}/entities/places.yaml`, records.join('\n'));
    write(
      `locales/es/${name}.po`,
      `msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: es\\n"\n\nmsgid "Prose ${number}"\nmsgstr "Prosa ${number}"\n`,
    );
  }
}

function readTree(at) {
  const hash = createHash('sha256');
  for (const file of readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort())
    hash.update(`${path.relative(at, file)}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

function digest(text) {
  return createHash('sha256').update(text).digest('hex');
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
