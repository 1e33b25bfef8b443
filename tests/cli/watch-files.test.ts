import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runInProcess } from './run-in-process.ts';
import { idle, watchInProcess } from './start-watch.ts';
import { openWatchedProject } from './watched-project.ts';
import { writeRepository } from './write-repository.ts';

test('a watch sees the files that tinkuy.yaml names, and their schemas', async () => {
  const { folder, full, read, write, dist } = openWatchedProject();
  mkdirSync(full('data'));
  mkdirSync(full('forms'));
  write('data/a.yaml', 'n: 1\n');
  write('forms/a.json', '{"properties": {"n": {"type": "integer"}}}');
  write('tinkuy.yaml', `${read('tinkuy.yaml')}\nfiles: { "data/*.yaml": forms/a.json }\n`);
  const watch = watchInProcess(folder);
  expect(await watch.printed(idle)).toContain('No findings.');
  const good = dist();

  write('data/a.yaml', 'n: one\n');
  const broken = await watch.printed(idle);
  expect(broken).toContain('Built again: data/a.yaml changed.');
  expect(broken).toContain('error value-fits-schema data/a.yaml:1:4');
  expect(dist()).toEqual(good);

  write('forms/a.json', '{"properties": {"n": {"type": "string"}}}');
  const mended = await watch.printed(idle);
  expect(mended).toContain('Built again: forms/a.json changed.');
  expect(mended).toContain('Gone: error value-fits-schema data/a.yaml');

  write('data/b.yaml', 'n: 2\n');
  expect(await watch.printed(idle)).toContain('Built again: data/b.yaml is new.');
  expect(await watch.ended('by Ctrl-C')).toBe(0);
});

test('--no-cache says that it changes nothing where files are held', async () => {
  const folder = writeRepository({ 'a.schema.json': {}, 'a.yaml': 'n: 1\n' });
  const { code, err } = await runInProcess(folder, 'check', '--no-cache');
  expect(code).toBe(0);
  expect(err).toContain('--no-cache changes nothing here');
  expect((await runInProcess(folder, 'check')).err).toBe('');
});
