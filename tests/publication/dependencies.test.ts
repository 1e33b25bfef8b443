import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../package-root.ts';

const read = (at: string) => readFileSync(path.join(packageRoot, at), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const [, installed = '', joined = '', forWork = ''] = read('docs/dependencies.md').split(/^## .*$/m);

/** Packages with a line in a table, and the reason that it gives. */
function readTable(text: string): Map<string, string> {
  const rows = [...text.matchAll(/^\| (`.*?) \| (.*) \|$/gm)];
  return new Map(
    rows.flatMap(([, names = '', reason = '']) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => [name, reason] as const),
    ),
  );
}

test.each([
  ['dependencies', installed],
  ['devDependencies', joined + forWork],
] as const)(
  'every one of %s has its reason in docs/dependencies.md, and every line there a package',
  (kind, text) => {
    const table = readTable(text);
    const names = Object.keys(manifest[kind]);
    const lineOf = (name: string) => (table.has(name) ? name : name.replace(/^@types\/.*/, '@types/*'));
    expect(names.filter((name) => !table.has(lineOf(name)))).toEqual([]);
    expect([...table.keys()].filter((line) => !names.some((name) => lineOf(name) === line))).toEqual([]);
    expect([...table].filter(([, reason]) => reason.trim().length < 10)).toEqual([]);
  },
);

test('versions are exact', () => {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
});
