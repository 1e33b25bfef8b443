import type { ByteDigest, OutputFile } from '../model.ts';

/**
 * Number and digest of a file's bytes, as they were counted or as they are.
 *
 * @param digest SHA-256 of the UTF-8 bytes of a text, in hexadecimal
 */
export function countBytes(file: OutputFile, digest: (text: string) => string): ByteDigest {
  return file.digest ?? { bytes: new TextEncoder().encode(file.text).length, sha256: digest(file.text) };
}
