import { cpSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../package-root.ts';

/** Copies a project of tests/fixtures/ into a folder, without what somebody may have built there. */
export function copyFixture(name: string, folder: string): void {
  const fixture = path.join(packageRoot, 'tests/fixtures', name);
  cpSync(fixture, folder, { recursive: true, filter: (from) => path.relative(fixture, from) !== 'dist' });
}
