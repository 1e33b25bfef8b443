import type { OutputFile } from '../model.ts';

/**
 * Lists every file of dist/ with media type, language, size in bytes of UTF-8 and digest; itself it cannot list.
 *
 * @param pages files outside of dist/, with paths relative to the project
 * @param digest SHA-256 of the UTF-8 bytes of a text, in hexadecimal.
 */
export function writeManifest(
  files: OutputFile[],
  pages: OutputFile[],
  digest: (text: string) => string,
): OutputFile {
  const entries = describe(files, digest);
  const manifest =
    pages.length === 0 ? { files: entries } : { files: entries, pages: describe(pages, digest) };
  return {
    path: 'manifest.json',
    text: `${JSON.stringify(manifest, null, 2)}\n`,
    mediaType: 'application/json',
    language: undefined,
  };
}

function describe(files: OutputFile[], digest: (text: string) => string): object[] {
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
