import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { judge } from '../judge.ts';
import { packageRoot } from '../package-root.ts';
import type { Finding } from './expect-finding.ts';
import { readTree } from './read-tree.ts';
import { runTinkuy } from './run-tinkuy.ts';
import { freePort, startRedis } from './start-redis.ts';
import { type RunningTinkuy, startTinkuy } from './start-tinkuy.ts';
import { journalNames, writeJournal } from './write-journal.ts';

const redis = judge('Redis');
/** All that is asked for where the machine has the time: CI. */
const corpus = process.env.TINKUY_JUDGES === 'required' ? 200 : 40;

/** What one process makes of a project. */
function buildAlone(folder: string): Map<string, string> {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  const { code, err } = runTinkuy(copy, 'build');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return readTree(path.join(copy, 'dist'));
}

const build = (folder: string, queue: string, store: string, ...options: string[]) =>
  startTinkuy(folder, ['build', '--queue', queue, '--store', store, ...options]);
const work = (folder: string, queue: string, store: string, env: Record<string, string> = {}) =>
  startTinkuy(folder, ['worker', '--queue', queue, '--store', store], env);
const recordsIn = (store: string) =>
  existsSync(path.join(store, 'records'))
    ? (readdirSync(path.join(store, 'records'), { recursive: true }) as string[]).filter((at) =>
        at.endsWith('.json'),
      )
    : [];

describe('texts are built by workers of a queue', redis.options, () => {
  test('the bytes are those of one process, whatever becomes of workers, jobs and connections', async () => {
    const folder = writeJournal(corpus);
    const expected = buildAlone(folder);
    const store = temporaryFolder();
    const server = await startRedis('--appendonly', 'yes');
    const { address } = server;
    const workers: RunningTinkuy[] = [1, 2, 3, 4].map(() => work(folder, address, store));
    const building = build(folder, address, store);
    let isOver = false;
    const ended = building.ended.finally(() => {
      isOver = true;
    });
    const queue = new Queue('texts', { connection: server.client, prefix: 'tinkuy' });
    queue.on('error', () => undefined);
    onTestFinished(() => queue.close());
    const until = async (share: number) => {
      while (!isOver && recordsIn(store).length < corpus * share) await sleep(20);
    };
    const replace = (index: number) => {
      workers[index]?.child.kill('SIGKILL');
      workers[index] = work(folder, address, store);
    };
    await until(0.1);
    replace(0);
    // Done already, and delivered again.
    const [done = ''] = recordsIn(store).map((at) => path.basename(at, '.json'));
    const [waiting] = await queue.getJobs(['wait']);
    const data = waiting?.data as Record<string, string>;
    await queue.add('text', data, { jobId: done, removeOnComplete: true });
    // Lost without a trace.
    await waiting?.remove();
    await until(0.3);
    replace(1);
    replace(2);
    // A blob of what is done is gone, and another is cut off.
    const blobs = readdirSync(path.join(store, 'blobs'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    await until(0.5);
    await server.kill();
    await sleep(500);
    await server.restart();
    await until(0.7);
    replace(3);
    // All that the queue knew is gone.
    await server.client.flushall();
    const { code, err } = await ended;
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(err).toMatch(/jobs? (?:was|were) lost by the queue/);
    expect(blobs.length).toBeGreaterThan(0);
    expect(readTree(path.join(folder, 'dist'))).toEqual(expected);
    // Nobody is left behind.
    for (const { child } of workers) child.kill('SIGTERM');
    const codes = await Promise.all(workers.map(async (worker) => (await worker.ended).code));
    expect(codes).toEqual([0, 0, 0, 0]);
  });

  test('what lies in the store is not built again, and what of it is damaged is', async () => {
    const folder = writeJournal(3);
    const expected = buildAlone(folder);
    const store = temporaryFolder();
    const { address } = await startRedis();
    work(folder, address, store);
    expect((await build(folder, address, store).ended).err).toContain('3 texts to be built; 0 in the store');
    expect((await build(folder, address, store).ended).err).toContain('0 texts to be built; 3 in the store');
    const [blob] = readdirSync(path.join(store, 'blobs'), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    );
    rmSync(path.join(blob?.parentPath ?? '', blob?.name ?? ''));
    rmSync(path.join(folder, 'dist'), { recursive: true });
    expect((await build(folder, address, store).ended).err).toMatch(
      /[1-3] texts? to be built; [0-2] in the store/,
    );
    expect(readTree(path.join(folder, 'dist'))).toEqual(expected);
  });

  test('a worker of another version, another project or another store refuses, and both sides say why', async () => {
    const folder = writeJournal(2);
    const expected = buildAlone(folder);
    const [store, other, changed] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    cpSync(folder, changed, { recursive: true });
    writeFileSync(path.join(changed, 'rules.yaml'), '');
    writeFileSync(
      path.join(changed, 'tinkuy.yaml'),
      `${readFileSync(path.join(changed, 'tinkuy.yaml'))}rules: {}\n`,
    );
    const { address } = await startRedis();
    const wrong = [
      work(folder, address, store, { SOURCE_REVISION: 'another' }),
      work(changed, address, store),
      work(folder, address, other),
    ];
    const building = build(folder, address, store);
    await building.says(/refuses: it has another version/);
    await building.says(/refuses: its project has other files/);
    await building.says(/refuses: its --store is another one/);
    const told = ['another version', 'other files', 'another --store'];
    for (const [index, worker] of wrong.entries()) await worker.says(new RegExp(`Refused: .*${told[index]}`));
    work(folder, address, store);
    expect((await building.ended).code).toBe(0);
    expect(readTree(path.join(folder, 'dist'))).toEqual(expected);
  });

  test('a text that takes all memory fails, and the others go on', async () => {
    const folder = writeJournal(4);
    const [first = ''] = journalNames(4);
    const article = path.join(folder, 'source', first, 'article.md');
    const more = Array.from({ length: 30_000 }, (_, index) => `Paragraph ${index} of many words.\n`);
    writeFileSync(article, `${readFileSync(article, 'utf8')}\n${more.join('\n')}`);
    const store = temporaryFolder();
    const { address } = await startRedis();
    work(folder, address, store, { NODE_OPTIONS: '--max-old-space-size=110' });
    const { code, out, err } = await build(folder, address, store, '--reporter', 'json').ended;
    expect(code).toBe(1);
    expect(err).toContain(`${first} was not built: memory ran out`);
    const { findings } = JSON.parse(out) as { findings: Finding[] };
    const [finding, ...others] = findings.filter(({ rule }) => rule === 'text-is-built');
    expect(others).toEqual([]);
    expect(finding?.path).toBe(`source/${first}/article.md`);
    expect(finding?.message).toMatch(/memory ran out: .*heap/);
    expect(existsSync(path.join(folder, 'dist/data', `${first}.nt`))).toBe(false);
    for (const name of journalNames(4).slice(1))
      expect(existsSync(path.join(folder, 'dist/data', `${name}.nt`)), name).toBe(true);
  });

  test('a build whose workers are gone ends, and another goes on where it was', async () => {
    const folder = writeJournal(2);
    const store = temporaryFolder();
    const { address } = await startRedis();
    const { code, err } = await build(folder, address, store, '--patience', '2').ended;
    expect(code).toBe(74);
    expect(err).toContain('Nobody listens to the queue');
    expect(err).toContain('texts that are missing: 2');
    // What it left in the queue keeps nobody busy.
    work(folder, address, store);
    expect((await build(folder, address, store).ended).code).toBe(0);
  });
});

describe('a queue that fails says so', redis.options, () => {
  const folderOf = () => writeJournal(1);

  test('nobody there, or nobody who speaks its language', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    onTestFinished(() => void silent.close());
    const loud = createServer((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad\r\n\r\n')));
    loud.listen(0, '127.0.0.1');
    onTestFinished(() => void loud.close());
    const ports = [
      await freePort(),
      ...[silent, loud].map((server) => (server.address() as { port: number }).port),
    ];
    const folder = folderOf();
    const runs = ports.map((port) => build(folder, `redis://127.0.0.1:${port}`, temporaryFolder()).ended);
    for (const [index, { code, err }] of (await Promise.all(runs)).entries()) {
      expect({ index, code }).toEqual({ index, code: 74 });
      expect(err).toContain(`The queue redis://127.0.0.1:${ports[index]} does not answer`);
    }
  });

  test('a password that is missing or wrong; it is never printed', async () => {
    const folder = folderOf();
    const store = temporaryFolder();
    const { address } = await startRedis('--requirepass', 'right-one');
    const wrong = address.replace('//', '//:wrong-one@');
    for (const given of [address, wrong]) {
      const { code, out, err } = await build(folder, given, store).ended;
      expect(code).toBe(74);
      expect(err).toContain(`The queue ${address} refuses`);
      expect(out + err).not.toContain('wrong-one');
      const worker = await work(folder, given, store).ended;
      expect(worker.code).toBe(74);
      expect(worker.err).not.toContain('wrong-one');
    }
    const env = { TINKUY_QUEUE_PASSWORD: 'right-one' };
    work(folder, address, store, env);
    const options = ['build', '--queue', address, '--store', store];
    const { code, out, err } = await startTinkuy(folder, options, env).ended;
    expect({ code, said: (out + err).includes('right-one') }).toEqual({ code: 0, said: false });
  });

  test('a server without memory for a job', async () => {
    const { address } = await startRedis('--maxmemory', '1mb');
    const { code, err } = await build(folderOf(), address, temporaryFolder()).ended;
    expect(code).toBe(74);
    expect(err).toContain(`The queue ${address} is full`);
  });

  test('an engine that is not installed', async () => {
    const tool = temporaryFolder();
    for (const part of ['lib', 'package.json', 'schemas', 'locales', 'node_modules/.package-lock.json'])
      cpSync(path.join(packageRoot, part), path.join(tool, part), { recursive: true });
    mkdirSync(path.join(tool, 'docs/rules'), { recursive: true });
    const { execFileSync } = await import('node:child_process');
    const options = ['build', '--queue', 'redis://127.0.0.1:1', '--store', temporaryFolder()];
    const run = () =>
      execFileSync(process.execPath, [path.join(tool, 'lib/cli.js'), ...options], {
        cwd: folderOf(),
        env: { PATH: process.env.PATH, LC_ALL: 'en_US.UTF-8', CI: 'true' },
        encoding: 'utf8',
        stdio: 'pipe',
      });
    expect(run).toThrow(/npm install bullmq@6 ioredis@6/);
  });
});
