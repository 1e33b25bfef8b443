import type { Output } from './output.ts';
import { pathPattern } from './path-pattern.ts';

/** Tells whether a path is one that outputs are registered for; with the name of a publication, whether it is one of that. */
export function createPathTest(outputs: readonly Output[], name?: string): (path: string) => boolean {
  const patterns = outputs.flatMap(({ files }) =>
    files.map(({ path }) => pathPattern(name === undefined ? path : path.replaceAll('{name}', name))),
  );
  return (path) => patterns.some((pattern) => pattern.test(path));
}
