import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { isWithin } from './is-within.ts';

/**
 * The folder that a program which shows findings of a repository counts paths from: as GitHub's and GitLab's runners name it, else
 * the nearest with a repository of git, else where the tool was started.
 *
 * @param project real path of the project
 * @returns a real path
 */
export function repositoryRoot(
  project: string,
  { env, cwd }: { env: Readonly<Record<string, string | undefined>>; cwd: string },
): string {
  for (const named of [env.GITHUB_WORKSPACE, env.CI_PROJECT_DIR]) {
    if (named && existsSync(named) && isWithin(realpathSync(named), project)) return realpathSync(named);
  }
  let folder = project;
  while (!existsSync(path.join(folder, '.git'))) {
    const above = path.dirname(folder);
    if (above === folder) return realpathSync(cwd);
    folder = above;
  }
  return folder;
}
