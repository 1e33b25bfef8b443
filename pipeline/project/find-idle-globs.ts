import type { Configuration, Diagnostic, SourceFile } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { createGlob } from '../values/create-glob.ts';
import { readYaml } from './yaml-source.ts';

/**
 * The globs of `rules` in tinkuy.yaml that fit no file, so that what they choose has no effect.
 * Findings: glob-matches-a-file.
 *
 * @param file tinkuy.yaml
 * @param paths of all files that findings may be about
 */
export function findIdleGlobs(
  file: SourceFile,
  rules: Configuration['rules'],
  paths: readonly string[],
): Diagnostic[] {
  const byPath = Object.entries(rules).filter(([, choice]) => typeof choice === 'object');
  if (byPath.length === 0) return [];
  const { value: source } = readYaml(file);
  const { root } = source;
  if (root === undefined) return [];
  return byPath.flatMap(([rule, choice]) =>
    Object.keys(choice)
      .filter((glob) => !paths.some(createGlob(glob)))
      .map((glob) =>
        diagnose('glob-matches-a-file', source.locateKey(root, `rules/${rule}`, glob), { found: glob }),
      ),
  );
}
