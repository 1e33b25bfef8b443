import type { Output } from './output.ts';
import { outputs } from './outputs.ts';
import { pathPattern } from './path-pattern.ts';

/** The outputs that a file of dist/ may be of, by its path. */
export function findOutputs(path: string): Output[] {
  return outputs.filter(({ files }) => files.some((file) => pathPattern(file.path).test(path)));
}
