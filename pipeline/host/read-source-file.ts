import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic, SourceFile } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import { decodeText } from './decode-text.ts';
import { unreadable } from './walk-folder.ts';

/** Largest file that is read whole, in bytes; 20 times what the longest books have. */
const sizeMax = 64 * 1024 * 1024;

/**
 * Reads a file as its author wrote it, but for a byte order mark, or gives the finding that tells why it cannot be read.
 * Findings: file-size-is-bounded, file-is-utf8, file-is-readable.
 *
 * @param root absolute path of the folder that `at` is relative to
 * @param options `tooLarge` are further values of a finding on the size; `decode` reads other encodings, where it knows one
 */
export function readSourceFile(
  root: string,
  at: string,
  {
    tooLarge = {},
    decode,
  }: { tooLarge?: Diagnostic['values']; decode?: (at: string, bytes: Buffer) => string | undefined } = {},
): SourceFile | Diagnostic {
  try {
    const full = path.join(root, at);
    const { size } = statSync(full);
    if (size > sizeMax) {
      const values = { path: at, size: Math.ceil(size / 1024 / 1024), limit: sizeMax / 1024 / 1024 };
      return diagnose('file-size-is-bounded', startOfFile(at), { ...values, ...tooLarge });
    }
    const bytes = readFileSync(full);
    const text = decode?.(at, bytes);
    if (text !== undefined) return { path: at, text };
    const decoded = decodeText(at, bytes);
    if ('text' in decoded) {
      const { text, hasMark } = decoded;
      return hasMark ? { path: at, text, form: { hasMark, hasCrlf: false } } : { path: at, text };
    }
    return diagnose('file-is-utf8', decoded.invalid, { path: at, byte: decoded.byte });
  } catch (error) {
    return unreadable(at, error);
  }
}
