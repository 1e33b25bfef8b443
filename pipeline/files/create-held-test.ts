import { isMap, isScalar } from 'yaml';
import type { SourceFile } from '../model.ts';
import { readYaml } from '../project/yaml-source.ts';
import { createGlob, hiddenSteps } from '../values/create-glob.ts';
import { keyText } from '../values/scalar-text.ts';
import { isSchemaPath } from './find-named-schemas.ts';

/** Which files `files` of tinkuy.yaml speaks of. */
export interface HeldTest {
  /** Whether a path is that of a file that is held, or of a schema. */
  isHeld: (path: string) => boolean;
  /** Whether a name with a dot in front is looked at. */
  isHiddenWanted: (name: string) => boolean;
}

/** Undefined where it speaks of none. */
export function createHeldTest(configuration: SourceFile): HeldTest | undefined {
  // Whoever names files writes the word.
  if (!configuration.text.includes('files')) return undefined;
  const { root } = readYaml(configuration).value;
  const files = isMap(root) ? root.items.find((pair) => keyText(pair) === 'files')?.value : undefined;
  if (!isMap(files)) return undefined;
  const globs = files.items.map((pair) => keyText(pair));
  const named = files.items.map(({ value }) => (isScalar(value) ? String(value.value).split('#')[0] : ''));
  const fits = globs.map(createGlob);
  const hidden = globs.flatMap(hiddenSteps);
  return {
    isHeld: (path) => isSchemaPath(path) || named.includes(path) || fits.some((fit) => fit(path)),
    isHiddenWanted: (name) => hidden.some((fit) => fit(name)),
  };
}
