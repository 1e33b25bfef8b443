import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const wellFormed = /^[0-9a-f]{64}$/;

/**
 * The secret that the records of this user on this machine are signed with, made where there is none. It lies outside of all
 * projects, so that a record which came with a project, or from elsewhere, is none of ours. Undefined where it cannot be kept.
 */
export function findSecret({
  XDG_CACHE_HOME: caches,
  HOME: home,
}: Readonly<Record<string, string | undefined>>): string | undefined {
  // https://specifications.freedesktop.org/basedir-spec/latest/: paths that are not absolute are ignored.
  const folder = [caches, home && path.join(home, '.cache')].find((at) => at && path.isAbsolute(at));
  if (!folder) return undefined;
  const file = path.join(folder, 'tinkuy', 'secret');
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    // Of two processes that begin at once one writes, and both read.
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch {
    // It is there, or cannot be.
  }
  try {
    const secret = readFileSync(file, 'utf8');
    return wellFormed.test(secret) ? secret : undefined;
  } catch {
    return undefined;
  }
}
