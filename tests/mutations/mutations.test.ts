import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readProject } from '../../pipeline/host/read-project.ts';
import { buildProject } from '../build-project.ts';
import { packageRoot } from '../package-root.ts';
import { valueKinds } from './kinds/values.ts';
import { openBench, type Translation } from './open-bench.ts';
import { readSites } from './read-sites.ts';
import { allKinds, runMutations } from './run-mutations.ts';
import { seeded } from './seeded.ts';

/** Mistakes of each kind: a sample, for `npm run mutations` makes them all. */
const limit = 8;
const translations = openBench({ isPlain: false });
/** The same texts with values that nobody has annotated. */
const plain = openBench({ isPlain: true });
const plainKinds = valueKinds.filter(({ name }) => name.endsWith('(plain)'));
const guarded = allKinds.filter(({ group }) => group !== 'wording');

/** The findings of the translations as they are. */
function findingsOf(texts: Translation[]): string[] {
  return texts.flatMap(({ check, msgstr, entry: { location } }) =>
    check(msgstr).map(({ rule }) => `${rule} ${location.path}:${location.start.line}`),
  );
}

test('the published translations have no finding', () => {
  expect(translations.length).toBeGreaterThan(400);
  expect(findingsOf(translations)).toEqual([]);
});

test('without the annotations of values nothing is found in their values', () => {
  expect(plain.length).toBeGreaterThan(400);
  expect(findingsOf(plain).filter((found) => /^(?:numbers|dates|units)-/.test(found))).toEqual([]);
});

describe('a mistake in a value, link, note, citation or in structure is found', () => {
  test.each(guarded.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
    const [outcome] = runMutations(translations, { kinds: [kind], limit, seed: 7 });
    const escaped = outcome?.escaped.map(({ translation, msgstr }) => ({
      right: translation.msgstr,
      msgstr,
    }));
    expect(escaped).toEqual([]);
  });
});

describe('a mistake in a value that nobody has annotated is found', () => {
  test.each(plainKinds.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
    const [outcome] = runMutations(plain, { kinds: [kind], limit, seed: 7 });
    expect(outcome?.tried).toBeGreaterThan(0);
    const escaped = outcome?.escaped.map(({ translation, msgstr }) => ({
      right: translation.msgstr,
      msgstr,
    }));
    expect(escaped).toEqual([]);
  });
});

test('what is found at one segment is what a build finds', async () => {
  const files = readProject(packageRoot).value;
  const random = seeded(3);
  const [kind] = guarded.filter(({ name }) => name === 'digit changed (plain)');
  const candidates = translations.flatMap((translation): [Translation, string][] => {
    const corrupted = kind?.corrupt(translation, readSites(translation), random) ?? [];
    return corrupted.flatMap((msgstr) => (msgstr === undefined ? [] : [[translation, msgstr]]));
  });
  const chosen = random.shuffle(candidates).slice(0, 1);
  for (const [translation, msgstr] of chosen) {
    const { path } = translation.entry.location;
    const { start, end } = translation.entry.location;
    const catalog = readFileSync(packageRoot + path, 'utf8');
    const text = `${catalog.slice(0, start.offset)}${JSON.stringify(msgstr).slice(1, -1)}${catalog.slice(end.offset)}`;
    const own = files.own.map((file) => (file.path === path ? { path, text } : file));
    const { diagnostics } = await buildProject({ ...files, own });
    const rulesOf = (found: { rule: string }[]) => [...new Set(found.map(({ rule }) => rule))].sort();
    expect(rulesOf(diagnostics)).toEqual(expect.arrayContaining(rulesOf(translation.check(msgstr))));
  }
});
