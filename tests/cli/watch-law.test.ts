import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyFixture } from './copy-fixture.ts';
import { idle, watchInProcess } from './start-watch.ts';
import {
  article,
  broken,
  buildAnew,
  openWatchedProject,
  renamed,
  type WatchedProject,
} from './watched-project.ts';

const catalog = 'locales/pt/vapores.po';
const schema = 'schemas/types/vessel.json';
const record = 'source/vapores/entities/lago.yaml';

/** Changes a file that is there. */
function edit(at: string, change: (text: string) => string, isByRename = true) {
  return ({ full, read, write }: WatchedProject) => {
    const text = change(read(at));
    if (isByRename) write(at, text);
    else writeFileSync(full(at), text);
  };
}

type Edit = (project: WatchedProject) => void;

/** After which there is something to publish, unless another edit breaks it. */
const faithful: Edit[] = [
  edit(article, renamed),
  edit(article, (text) => text.replace('2026-11-23', '2026-11-24'), false),
  edit(article, (text) => text.replace('llevar; a las 10:30 la', 'llevar; a las 10:31 la')),
  edit(article, (text) => text, false),
  edit(schema, (text) => text.replace('Embarcación', 'Nave')),
  edit('tinkuy.yaml', (text) => text.replace('titicaca', 'lago')),
  ({ write }) => write('locales/pt/edition.json', '{ "index": "Lista das entidades" }'),
  ({ full, write }) => {
    mkdirSync(full('source/vapores/entities/more'), { recursive: true });
    write('source/vapores/entities/more/x.yaml', 'place:juli:\n  name: { es: Juli, en: Juli, pt: Juli }\n');
  },
  ({ full, write, read }) => {
    const text = read(record);
    rmSync(full(record));
    write('source/vapores/entities/other.yaml', text);
  },
  restore,
];

/** Most of them break the project. */
const breaking: Edit[] = [
  edit(article, (text) => text + broken),
  edit(article, (text) => text.slice(0, text.length / 2), false),
  edit(catalog, (text) => text.replace('mula', 'mulas ')),
  edit(catalog, (text) => `${text}\nmsgid\n`),
  edit(schema, (text) => text.slice(0, -20)),
  edit('tinkuy.yaml', (text) => `${text}: [`, false),
  ({ full }) => rmSync(full(record)),
  ({ full }) => rmSync(full('locales'), { recursive: true }),
  ({ full }) => renameSync(full('source/vapores'), full('source/lago')),
];

/** As at the beginning, in one blow. */
function restore({ folder, full }: WatchedProject): void {
  for (const at of ['source', 'locales', 'rules']) rmSync(full(at), { recursive: true, force: true });
  copyFixture('vapores-del-titicaca', folder);
}

const digest = (text = '') => createHash('sha256').update(text).digest('hex');

/** A step may find no file: the one before may have taken it. */
function take(step: (project: WatchedProject) => void, project: WatchedProject): void {
  try {
    step(project);
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOENT' });
  }
}

test('law: whatever is edited, once the watch rests dist/ is what a build of the same files makes', async () => {
  const project = openWatchedProject();
  const { folder, full, write, read, dist } = project;
  const watch = watchInProcess(folder);
  await watch.printed(idle);
  const original = dist();
  let count = 0;
  const outcomes = { good: 0, broken: 0 };
  /** Whatever was written before has been read when this has. */
  const rests = async () => {
    count += 1;
    const mark = `rules/mark-${count}.yaml`;
    mkdirSync(full('rules'), { recursive: true });
    write(mark, '# no rules\n');
    await watch.printed(new RegExp(`${mark} is new[\\s\\S]*?Watching .*\\n`));
    rmSync(full(mark));
    await watch.printed(new RegExp(`${mark} is gone[\\s\\S]*?Watching .*\\n`));
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          step: fc.oneof(
            { weight: 5, arbitrary: fc.constantFrom(...faithful) },
            { weight: 1, arbitrary: fc.constantFrom(...breaking) },
          ),
          pauses: fc.nat({ max: 40 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      async (steps) => {
        restore(project);
        for (const { step, pauses } of steps) {
          take(step, project);
          for (let pause = 0; pause < pauses; pause += 1) await setImmediate();
        }
        await rests();
        // Where a finding is an error what was good last stays, as a whole.
        const { files }: { files: { path: string; sha256: string }[] } = JSON.parse(
          read('dist/manifest.json'),
        );
        const published = dist();
        expect([...published.keys()].sort()).toEqual(
          [...files.map(({ path }) => path), 'manifest.json'].sort(),
        );
        for (const { path, sha256 } of files)
          expect([path, digest(published.get(path))]).toEqual([path, sha256]);
        const anew = await buildAnew(folder);
        if (anew) expect(published).toEqual(anew);
        outcomes[anew ? 'good' : 'broken'] += 1;
      },
    ),
    { numRuns: 20, seed: 12, endOnFailure: true },
  );
  expect(Math.min(outcomes.good, outcomes.broken)).toBeGreaterThan(3);
  restore(project);
  await rests();
  expect(dist()).toEqual(original);
  expect(await watch.ended('by Ctrl-C')).toBe(0);
});
