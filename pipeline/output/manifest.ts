import type { OutputFile } from '../model.ts';

/**
 * Lists every file of dist/ with media type, language, size in bytes of UTF-8 and digest; itself it cannot list.
 *
 * @param digest SHA-256 of the UTF-8 bytes of a text, in hexadecimal.
 */
export function writeManifest(files: OutputFile[], digest: (text: string) => string): OutputFile {
  const encoder = new TextEncoder();
  const entries = files
    .map(({ path, mediaType, language, text }) => ({
      path,
      mediaType,
      ...(language === undefined ? {} : { language }),
      bytes: encoder.encode(text).length,
      sha256: digest(text),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    path: 'manifest.json',
    text: `${JSON.stringify({ files: entries }, null, 2)}\n`,
    mediaType: 'application/json',
    language: undefined,
  };
}
