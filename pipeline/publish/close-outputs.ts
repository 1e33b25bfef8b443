import type { OutputFile, Proof } from '../model.ts';
import { writeManifest } from './manifest.ts';
import { findOutputs } from './outputs/find-outputs.ts';

/**
 * All that a build writes to dist/, the manifest last. Throws where two files have one path: names of publications that
 * would do that are refused (publication-name-is-well-formed), so that two outputs are registered for it, a bug.
 *
 * @param pages files outside of dist/, with paths relative to the project
 * @param digest SHA-256 of the UTF-8 bytes of a text, in hexadecimal
 */
export function closeOutputs(
  files: OutputFile[],
  pages: OutputFile[],
  proofs: ReadonlyMap<string, Proof>,
  digest: (text: string) => string,
): OutputFile[] {
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
