import type { OutputFile, Proof } from '../model.ts';
import { manifestFile } from './outputs/manifest.ts';
import { placeFile } from './outputs/place-file.ts';

/**
 * Lists every file of dist/ with media type, language, size in bytes of UTF-8 and digest; itself it cannot list. Before
 * them it says what was proven: the digest of the data and that of the graph that all editions carry.
 *
 * @param pages files outside of dist/, with paths relative to the project
 * @param digest SHA-256 of the UTF-8 bytes of a text, in hexadecimal.
 */
export function writeManifest(
  files: readonly OutputFile[],
  pages: readonly OutputFile[],
  proofs: ReadonlyMap<string, Proof>,
  digest: (text: string) => string,
): OutputFile {
  const manifest = {
    publications: Object.fromEntries(proofs),
    files: describe(files, digest),
    ...(pages.length === 0 ? {} : { pages: describe(pages, digest) }),
  };
  return placeFile(manifestFile, {}, `${JSON.stringify(manifest, null, 2)}\n`);
}

function describe(files: readonly OutputFile[], digest: (text: string) => string): object[] {
  const encoder = new TextEncoder();
  return files
    .map(({ path, mediaType, language, text }) => ({
      path,
      mediaType,
      ...(language === undefined ? {} : { language }),
      bytes: encoder.encode(text).length,
      sha256: digest(text),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
