import type { OutputFile, Proof } from '../model.ts';
import type { Drawn } from './drawing.ts';
import { writeManifest } from './manifest.ts';
import { findOutputs } from './outputs/find-outputs.ts';

/** What is proven, and so may be published. */
interface Publishable {
  drawn: readonly Drawn[];
  /** What the publications share. */
  shared: readonly OutputFile[];
  /** Files outside of dist/, with paths relative to the project. */
  pages: readonly OutputFile[];
  /** By publication. */
  proofs: ReadonlyMap<string, Proof>;
}

/**
 * The last of the five calls of a build: all that it writes to dist/, the manifest last. Throws where two files have one path:
 * names of publications that would do that are refused (publication-name-is-well-formed), so that two outputs are registered
 * for it, a bug.
 *
 * @param digest SHA-256 of the UTF-8 bytes of a text, in hexadecimal
 */
export function publish(
  { drawn, shared, pages, proofs }: Publishable,
  digest: (text: string) => string,
): OutputFile[] {
  const files = [...shared, ...drawn.flatMap(({ outputs }) => outputs)];
  const paths = new Set<string>();
  for (const { path } of files) {
    if (paths.has(path)) {
      const names = findOutputs(path).map(({ name }) => name);
      throw new Error(`Two files of dist/ are ${path}: see the outputs ${names.join(', ')}`);
    }
    paths.add(path);
  }
  return [...files, writeManifest(files, pages, proofs, digest)];
}
