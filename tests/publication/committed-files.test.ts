import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../package-root.ts';

const git = spawnSync('git', ['ls-files', '-z'], { cwd: packageRoot, encoding: 'utf8' });
const paths = git.status === 0 ? git.stdout.split('\0').filter((file) => file !== '') : [];

/** What is of one machine, and of no use or harm on others. The samples are in pieces, for this file is committed. */
const traces: { name: string; pattern: RegExp; sample: string }[] = [
  {
    // Which registry to ask is the business of whoever installs; a lock file needs checksums only.
    name: 'host of a package registry',
    pattern:
      /\b(?:registry|npm|pypi|nexus|artifactory|verdaccio|proxy|mirror)\.[a-z0-9-]+(?:\.[a-z0-9-]+)+[:/]/i,
    sample: ['https://registry', 'npmjs', 'org/yaml'].join('.'),
  },
  {
    name: 'place of a package',
    pattern: /"resolved"\s*:\s*"|^registry ?=/m,
    sample: ['"resolved"', '"x"'].join(': '),
  },
  {
    name: 'address of a machine',
    pattern: /\bhttps?:\/\/(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/,
    sample: ['http:', '', '127.0.0.1'].join('/'),
  },
  {
    // Not a part of an address: the data have …/id/work/….
    name: 'path of a machine',
    pattern: /(?<![\w.…<>{}$-])\/(?:work|root|workspace|builds)\/|[A-Z]:\\Users\\/,
    sample: ['', 'work', 'main'].join('/'),
  },
];

describe.skipIf(paths.length === 0)('no file that git tracks', () => {
  const texts = paths
    .map((file) => path.join(packageRoot, file))
    .filter((file) => existsSync(file))
    .map((file) => [path.relative(packageRoot, file), readFileSync(file, 'utf8')] as const);

  test.each(traces)('has a $name', ({ pattern, sample }) => {
    expect(texts.length).toBeGreaterThan(500);
    expect(sample).toMatch(pattern);
    const found = texts.flatMap(([file, text]) => {
      const [match] = pattern.exec(text) ?? [];
      return match === undefined ? [] : [`${file}: ${match}`];
    });
    expect(found).toEqual([]);
  });
});
