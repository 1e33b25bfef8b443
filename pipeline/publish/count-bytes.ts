import type { ByteDigest, OutputFile } from '../model.ts';

/**
 * Number and digest of a file's bytes, which are counted once: the file keeps them.
 *
 * @param digest SHA-256 of the UTF-8 bytes of a text, in hexadecimal
 */
export function countBytes(file: OutputFile, digest: (text: string) => string): ByteDigest {
  file.digest ??= { bytes: new TextEncoder().encode(file.text).length, sha256: digest(file.text) };
  return file.digest;
}
