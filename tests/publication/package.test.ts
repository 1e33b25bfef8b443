import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../package-root.ts';

/** Paths of what npm would publish. */
function listPacked(): string[] {
  const { stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: packageRoot,
    encoding: 'utf8',
  });
  const [packed] = JSON.parse(stdout) as { files: { path: string }[] }[];
  if (!packed) throw new Error(stderr);
  return packed.files.map(({ path: at }) => at);
}

const read = (at: string) => readFileSync(path.join(packageRoot, at), 'utf8');

test('what the package loads is in it or is installed with it', () => {
  const manifest = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'peerDependencies' | 'peerDependenciesMeta',
    Record<string, unknown>
  >;
  const installed = Object.keys(manifest.dependencies);
  // What whoever has a queue installs, and the command asks for.
  const peers = Object.keys(manifest.peerDependencies);
  expect(manifest.peerDependenciesMeta).toEqual(
    Object.fromEntries(peers.map((name) => [name, { optional: true }])),
  );
  const code = [
    'lib/cli.js',
    'lib/host/query-worker.js',
    ...readdirSync(path.join(packageRoot, 'lib/chunks')).map((name) => `lib/chunks/${name}`),
  ];
  const loaded = code
    .filter((at) => /\.[cm]?js$/.test(at))
    .flatMap((at) =>
      [
        ...read(at).matchAll(/(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*["'`]([^"'`.\s$][^"'`\s]*)["'`]/g),
      ].map(([, name = '']) => name),
    )
    // What Ajv would write into code of its own making is no import.
    .filter((name) => !isBuiltin(name) && !name.startsWith('ajv/dist/runtime/'));
  // Words of messages look like imports, too; a package is one that is installed here.
  const isPackage = (name: string) =>
    existsSync(path.join(packageRoot, 'node_modules', name, 'package.json'));
  const packages = new Set(
    loaded.map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name).filter(isPackage),
  );
  expect(packages.size).toBeGreaterThan(2);
  expect([...packages].filter((name) => ![...installed, ...peers].includes(name))).toEqual([]);
  expect([...installed, ...peers].filter((name) => !packages.has(name))).toEqual([]);
});

test('every local link of the packaged pages leads to a file of the package', () => {
  const files = listPacked();
  const pages = files.filter((at) => /^(?:README[^/]*|docs\/.*)\.md$/.test(at));
  expect(pages.length).toBeGreaterThan(20);
  const isThere = (at: string) => files.some((file) => file === at || file.startsWith(`${at}/`));
  const dead = pages.flatMap((page) => {
    const text = read(page)
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .replace(/^(```|~~~)[\s\S]*?^\1/gm, '')
      .replace(/(`+)[^`](?:[^`]|(?!\1)`)*?\1(?!`)/g, '');
    return [...text.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)]
      .map(([, target = '']) =>
        path.posix
          .normalize(path.posix.join(path.posix.dirname(page), decodeURIComponent(target)))
          .replace(/\/$/, ''),
      )
      .filter((target) => !isThere(target))
      .map((target) => `${page}: ${target}`);
  });
  expect(dead).toEqual([]);
});

test('the package holds no test, no text of the publication, and of what was built what its pages show', () => {
  expect(
    listPacked().filter((at) =>
      /^(?:tests|\.ci|scripts|pipeline)\/|^dist\/(?!\w+\/[\w-]+\.md$|data\/[\w-]+-dataset\.ttl$)|^source\/[^/]+\/(?!schemas\/|questions\/)/.test(
        at,
      ),
    ),
  ).toEqual([]);
});
