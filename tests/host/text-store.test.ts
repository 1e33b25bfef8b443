import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { HostFailure } from '../../pipeline/host/host-failure.ts';
import { openStore } from '../../pipeline/host/pool/open-store.ts';
import { UsageError } from '../../pipeline/host/usage-error.ts';
import { fakeBucket } from './fake-bucket.ts';
import { temporaryFolder } from './temporary-folder.ts';

const { mkdirSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } = fs;
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
const key = digestOf('a key');
const text = 'a blob, ñ';
const bytes = Buffer.from(text);

/** A store, and how a file of it is damaged. */
interface Opened {
  open: () => ReturnType<typeof openStore>;
  /** Cuts the last byte of the only file in a folder of the store. */
  cut: (kind: 'blobs' | 'records') => void;
  /** Puts another byte in the place of the first. */
  change: (kind: 'blobs' | 'records') => void;
}

const kinds: [string, () => Promise<Opened>][] = [
  [
    'a folder',
    async () => {
      const folder = path.join(temporaryFolder(), 'deep', 'store');
      const find = (kind: string) => {
        const names = readdirSync(path.join(folder, kind), { recursive: true, encoding: 'utf8' });
        return path.join(folder, kind, names.find((name) => /[0-9a-f]{64}/.test(name)) ?? '');
      };
      return {
        open: () => openStore(folder, { cwd: '/', env: {} }),
        cut: (kind) => truncateSync(find(kind), readFileSync(find(kind)).length - 1),
        change: (kind) =>
          writeFileSync(find(kind), `X${readFileSync(find(kind), 'latin1').slice(1)}`, 'latin1'),
      };
    },
  ],
  [
    'a bucket',
    async () => {
      const { env, objects } = await fakeBucket();
      const edit = (kind: string, to: (old: Buffer) => Buffer) => {
        for (const [at, old] of objects) if (at.includes(`/${kind}/`)) objects.set(at, to(old));
      };
      return {
        open: () => openStore('s3://bucket/some/folder', { cwd: '/', env }),
        cut: (kind) => edit(kind, (old) => old.subarray(0, -1)),
        change: (kind) => edit(kind, (old) => Buffer.concat([Buffer.from('X'), old.subarray(1)])),
      };
    },
  ],
];

describe.each(kinds)('a store of built texts in %s', (_, prepare) => {
  test('gives back what was put, to whoever opens it', async () => {
    const { open } = await prepare();
    const store = await open();
    expect(await store.get(digestOf(text))).toBeUndefined();
    expect(await store.has(digestOf(text), bytes.length)).toBe(false);
    expect(await store.put(bytes)).toBe(digestOf(text));
    expect(await store.put(bytes)).toBe(digestOf(text));
    expect(await store.readRecord(key)).toBeUndefined();
    await store.writeRecord(key, { one: [1, 'ñ'] });
    await store.writeRecord(key, { two: null });
    const other = await open();
    expect(String(await other.get(digestOf(text)))).toBe(text);
    expect(await other.has(digestOf(text), bytes.length)).toBe(true);
    expect(await other.readRecord(key)).toEqual({ two: null });
    expect(await other.identify()).toBe(await store.identify());
  });

  test('is told from every other', async () => {
    const [one, other] = [await (await prepare()).open(), await (await prepare()).open()];
    expect(await one.identify()).toMatch(/^[0-9a-f]{64}$/);
    expect(await one.identify()).not.toBe(await other.identify());
  });

  test.each(['cut', 'change'] as const)(
    'takes what is damaged for missing, and mends it: %s',
    async (damage) => {
      const { open, ...damages } = await prepare();
      const store = await open();
      await store.put(bytes);
      await store.writeRecord(key, { one: 1 });
      damages[damage]('blobs');
      damages[damage]('records');
      expect(await store.readRecord(key)).toBeUndefined();
      expect(await store.get(digestOf(text))).toBeUndefined();
      await store.put(bytes);
      await store.writeRecord(key, { one: 1 });
      expect(String(await store.get(digestOf(text)))).toBe(text);
      expect(await store.readRecord(key)).toEqual({ one: 1 });
    },
  );

  test('is written by many at once', async () => {
    const { open } = await prepare();
    const stores = await Promise.all(Array.from({ length: 8 }, open));
    const identities = await Promise.all(stores.map((store) => store.identify()));
    expect(new Set(identities).size).toBe(1);
    const texts = Array.from({ length: 40 }, (_each, index) => `text ${index % 10}`);
    await Promise.all(texts.map((each, index) => stores[index % 8]?.put(Buffer.from(each))));
    for (const each of texts) expect(String(await stores[0]?.get(digestOf(each)))).toBe(each);
  });
});

describe('a store in a folder', () => {
  test('leaves nothing of a writer that was killed an hour ago, and what others write alone', async () => {
    const folder = temporaryFolder({ 'staging/1-00': 'old', 'staging/1-01': 'new' });
    utimesSync(path.join(folder, 'staging/1-00'), 0, 0);
    await openStore(folder, { cwd: '/', env: {} });
    expect(readdirSync(path.join(folder, 'staging'))).toEqual(['1-01']);
  });

  test('says in one sentence that the machine refuses', async () => {
    const folder = temporaryFolder({ file: '' });
    await expect(openStore(path.join(folder, 'file'), { cwd: '/', env: {} })).rejects.toThrow(HostFailure);
    const store = await openStore(path.join(folder, 'store'), { cwd: '/', env: {} });
    mkdirSync(path.join(folder, 'store/blobs'));
    writeFileSync(path.join(folder, 'store/blobs', digestOf(text).slice(0, 2)), 'in the way');
    await expect(store.put(bytes)).rejects.toThrow(HostFailure);
  });
});

test.each([
  ['ENOSPC', 'space'],
  ['EDQUOT', 'space'],
  ['EACCES', 'permission'],
])('%s on the disk of a store leaves nothing half written, and later it goes on', async (code, key) => {
  const folder = temporaryFolder();
  const store = await openStore(folder, { cwd: '/', env: {} });
  const actual = writeFileSync;
  const spy = vi.spyOn(fs, 'writeFileSync').mockImplementationOnce((file, data, options) => {
    actual(file, String(data).slice(0, 2), options);
    throw Object.assign(new Error(code), { code, syscall: 'write' });
  });
  syncBuiltinESMExports();
  try {
    await expect(store.put(bytes)).rejects.toMatchObject({ name: 'HostFailure', key });
    expect(readdirSync(path.join(folder, 'staging'))).toEqual([]);
    expect(await store.get(digestOf(text))).toBeUndefined();
    await store.put(bytes);
    expect(String(await store.get(digestOf(text)))).toBe(text);
  } finally {
    spy.mockRestore();
    syncBuiltinESMExports();
  }
});

describe('a store in a bucket', () => {
  test('needs to know who asks', async () => {
    const opened = openStore('s3://bucket', { cwd: '/', env: {} });
    await expect(opened).rejects.toThrow(new UsageError('missingSecret', { variable: 'AWS_ACCESS_KEY_ID' }));
  });

  test('says who refuses', async () => {
    const { env } = await fakeBucket();
    const store = await openStore('s3://bucket', {
      cwd: '/',
      env: { ...env, AWS_SECRET_ACCESS_KEY: 'wrong' },
    });
    await expect(store.put(bytes)).rejects.toMatchObject({ key: 'builtStore', reason: { key: 'refused' } });
  });

  test.each(['s3://', 's3://Bucket!', 's3://key@bucket', 's3://bucket?x', 'http://bucket', 'gs://bucket'])(
    'is no address: %s',
    async (address) => {
      const { env } = await fakeBucket();
      await expect(openStore(address, { cwd: '/', env })).rejects.toMatchObject({ key: 'noStore' });
    },
  );
});
