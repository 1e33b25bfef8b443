import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import createOutput from '../../scripts/new-output.mjs';
import { readTree } from '../cli/read-tree.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { packageRoot } from '../package-root.ts';

const registry = 'pipeline/publish/outputs/outputs.ts';
const locales = ['en', 'es', 'pt'].map((language) => `locales/${language}/edition.json`);

/** A folder with what the script reads of this repository. */
function copyRepository(): string {
  const folder = temporaryFolder();
  for (const at of [registry, 'pipeline/publish/outputs/citation.ts', ...locales]) {
    mkdirSync(path.dirname(path.join(folder, at)), { recursive: true });
    cpSync(path.join(packageRoot, at), path.join(folder, at));
  }
  mkdirSync(path.join(folder, 'tests/output'), { recursive: true });
  return folder;
}

afterEach(() => {
  process.exitCode = undefined;
});

test('a new output is a file, a line, words in each language, and a test that fails until it is written', async () => {
  const folder = copyRepository();
  const before = readTree(folder);
  const said = await createOutput('map-layer', folder);
  const after = readTree(folder);
  const touched = [...after.keys()].filter((at) => after.get(at) !== before.get(at));
  const made = ['pipeline/publish/outputs/map-layer.ts', 'tests/output/map-layer.test.ts'];
  expect(touched.sort()).toEqual([...made, ...locales, registry].sort());
  for (const at of touched) expect(said).toContain(`  ${at}\n`);
  expect(said).toContain('docs/linked-data.md');

  const added = (at: string) => {
    const known = new Set((before.get(at) ?? '').split('\n'));
    return (after.get(at) ?? '').split('\n').filter((line) => !known.has(line));
  };
  expect(added(registry)).toEqual(["import { mapLayer } from './map-layer.ts';", '  mapLayer,']);
  for (const at of locales) {
    const { outputs } = JSON.parse(after.get(at) ?? '{}') as { outputs: Record<string, object> };
    expect(Object.keys(outputs).at(-1)).toBe('map-layer');
    const { 'map-layer': own, ...others } = outputs;
    expect(Object.values(own ?? {}).join()).toMatch(/^TODO.*TODO/);
    expect(others).toEqual((JSON.parse(before.get(at) ?? '{}') as { outputs: object }).outputs);
  }
  expect(after.get('tests/output/map-layer.test.ts')).toContain("not.toContain('TODO')");
  expect(process.exitCode).toBeUndefined();
});

test.each(['citation', 'linked-data'])('%s is there already, and nothing is changed', async (name) => {
  const folder = copyRepository();
  const before = readTree(folder);
  expect(await createOutput(name, folder)).toContain(`${name} exists already`);
  expect(readTree(folder)).toEqual(before);
  expect(process.exitCode).toBe(1);
  expect(readFileSync(path.join(packageRoot, registry), 'utf8')).toContain(`./${name}.ts`);
});
