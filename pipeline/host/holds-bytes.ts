import { readFileSync, statSync } from 'node:fs';
import type { ByteDigest } from '../model.ts';
import { sha256 } from './sha256.ts';

/** Whether a file has the very bytes of a digest; it is read where their number is right. Throws errors of the file system. */
export function holdsBytes(file: string, { bytes, sha256: digest }: ByteDigest): boolean {
  return statSync(file).size === bytes && sha256(readFileSync(file)) === digest;
}
