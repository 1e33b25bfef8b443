import { spawnSync } from 'node:child_process';
import { UsageError } from './usage-error.ts';

/** Most output of git that is read: paths of a few million files. In bytes. */
const outputMax = 2 ** 28;

/**
 * Paths of the files of a project that differ from a state of its repository, relative to the project, with those that git does not
 * know yet; undefined where the repository has no state at all, so that everything is new.
 *
 * @param ref a branch, tag or commit: what counts is where the present branch left it. What was not committed yet, unless given
 * @throws UsageError where the project is in no repository, or git does not know the state
 */
export function changedFiles(root: string, ref?: string): Set<string> | undefined {
  const git = (...options: string[]): string | undefined => {
    const { status, stdout } = spawnSync('git', ['-C', root, ...options], {
      encoding: 'utf8',
      maxBuffer: outputMax,
    });
    return status === 0 ? stdout : undefined;
  };
  const list = (...options: string[]): string[] =>
    (git(...options) ?? '').split('\0').filter((path) => path !== '');
  if (git('rev-parse', '--is-inside-work-tree') === undefined)
    throw new UsageError('noRepository', { path: root });
  const start = ref === undefined ? 'HEAD' : mergeBase(git, ref);
  if (git('rev-parse', '--verify', '--quiet', `${start}^{commit}`) === undefined) {
    if (ref === undefined) return undefined;
    throw new UsageError('unknownState', { name: ref });
  }
  return new Set([
    ...list('diff', '--name-only', '--no-renames', '-z', '--relative', start, '--', '.'),
    ...list('ls-files', '--others', '--exclude-standard', '-z', '--', '.'),
  ]);
}

/** @throws UsageError where the two have nothing in common that is here, as in a shallow clone */
function mergeBase(git: (...options: string[]) => string | undefined, ref: string): string {
  const known = ref.startsWith('-') ? undefined : git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`);
  if (known === undefined) throw new UsageError('unknownState', { name: ref });
  const base = git('merge-base', known.trim(), 'HEAD');
  if (base === undefined) throw new UsageError('noCommonState', { name: ref });
  return base.trim();
}
