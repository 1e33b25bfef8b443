import path from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { createServices } from '../../pipeline/host/create-services.ts';
import { readProject } from '../../pipeline/host/read-project.ts';
import type { ProjectFiles, Recall } from '../../pipeline/model.ts';
import { keep } from '../keep.ts';
import { packageRoot } from '../package-root.ts';

/** Remembers answers, and tells which questions were asked anew. */
function createMemory() {
  const known = new Map<string, unknown>();
  let asked: string[] = [];
  const ask = (name: string, read: readonly string[], answer: () => unknown): unknown => {
    const key = JSON.stringify([name, read]);
    if (!known.has(key)) {
      known.set(key, answer());
      asked.push(name);
    }
    return known.get(key);
  };
  const recall: Recall = Object.assign(ask as Recall, { later: ask as Recall['later'] });
  const take = (): string[] => {
    const taken = [...new Set(asked)].sort();
    asked = [];
    return taken;
  };
  return { recall, take };
}

/** The fixture with other words in one of its files. */
function exchange({ own, builtin }: ProjectFiles, at: string, from: string, to: string): ProjectFiles {
  const change = (text: string) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };
  return {
    own: own.map((file) => (file.path === at ? { ...file, text: change(file.text) } : file)),
    builtin,
  };
}

test('an edit of a shared record that no text takes asks nothing of the texts again', async () => {
  const files = readProject(path.join(packageRoot, 'tests/fixtures/shared-records'), { keep }).value;
  const { recall, take } = createMemory();
  const services = { ...createServices(() => undefined, keep), recall };
  const check = async (read: ProjectFiles) =>
    expect((await build(read, services, { until: 'proof' })).diagnostics).toEqual([]);
  await check(files);
  expect(take().length).toBeGreaterThan(10);
  await check(files);
  expect(take()).toEqual([]);

  const bodies = 'source/entities/bodies.yaml';
  const unused = exchange(files, bodies, 'Antiguo Servicio', 'Servicio antiguo');
  await check(unused);
  expect(take()).toEqual(['records of the project']);

  // Where a record above it grew, what a text takes stands elsewhere, and says the same.
  const moved = exchange(files, 'source/entities/people.yaml', '# People', '# All\n# people');
  await check(moved);
  expect(take()).toEqual(['records of the project']);

  await check(exchange(files, bodies, 'en: Water Institute', 'en: The Water Institute'));
  expect(take()).toContain('edition compared');
});
