import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { HeldTest } from '../../files/create-held-test.ts';
import type { SourceFile } from '../../model.ts';
import { sha256 } from '../sha256.ts';
import { walkRepository } from '../walk-repository.ts';

/** Bytes of the largest file whose words are compared; of a larger one size and time are. */
const comparedMax = 16 * 1024 * 1024;

/** Paths of the files that `files` of tinkuy.yaml speaks of, but for what a build writes. */
export function listHeldFiles(
  root: string,
  createHeldTest: (configuration: SourceFile) => HeldTest | undefined,
): string[] {
  const held = createHeldTest({ path: 'tinkuy.yaml', text: readIfPossible(path.join(root, 'tinkuy.yaml')) });
  if (!held) return [];
  return walkRepository(root, held.isHiddenWanted).paths.filter(
    (at) => held.isHeld(at) && !/^(?:dist|schemas\/generated)\//.test(at),
  );
}

/** What a file holds, shortened; '' for what is gone or may not be read. */
export function digestHeldFile(root: string, at: string): string {
  const full = path.join(root, at);
  try {
    const { size, mtimeMs } = statSync(full);
    return size > comparedMax ? `${size} ${mtimeMs}` : sha256(readFileSync(full));
  } catch {
    return '';
  }
}

function readIfPossible(full: string): string {
  try {
    return readFileSync(full, 'utf8');
  } catch {
    return '';
  }
}
