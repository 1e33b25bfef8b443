import { createReadStream, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { TextDecoder } from 'node:util';
import type { Diagnostic, SourceFile } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import { decodeText } from './decode-text.ts';
import { toHostFailure } from './host-failure.ts';
import { UsageError } from './usage-error.ts';

/** Largest file that is read as a whole, in bytes; XLIFF of the longest books is a tenth of it. */
const sizeMax = 64 * 1024 * 1024;

/** A file that a user names on the command line. */
export interface NamedFile {
  /** Absolute path. */
  full: string;
  /** Path in findings: relative to the project, with forward slashes. */
  path: string;
  format: 'xliff' | 'tmx';
}

const formats: Record<string, NamedFile['format']> = { '.xlf': 'xliff', '.xliff': 'xliff', '.tmx': 'tmx' };

/** @throws UsageError where there is no such file, or its name ends in no way that we know */
export function nameFile(given: string, cwd: string, root: string): NamedFile {
  const full = path.resolve(cwd, given);
  const format = formats[path.extname(full).toLowerCase()];
  if (!statSync(full, { throwIfNoEntry: false })?.isFile()) throw new UsageError('noFile', { path: given });
  if (!format)
    throw new UsageError('unknownEnding', { path: given, expected: Object.keys(formats).join(', ') });
  return { full, path: path.relative(root, full).split(path.sep).join('/'), format };
}

/**
 * Reads an exchange file as text: UTF-8, or UTF-16 with a byte order mark. Findings: file-is-utf8, file-size-is-bounded.
 * @throws HostFailure
 */
export function readExchangeFile({ full, path: at }: NamedFile): SourceFile | Diagnostic {
  try {
    const { size } = statSync(full);
    if (size > sizeMax) {
      const values = { path: at, size: Math.ceil(size / 1024 / 1024), limit: sizeMax / 1024 / 1024 };
      return diagnose('file-size-is-bounded', startOfFile(at), values);
    }
    const bytes = readFileSync(full);
    const encoding = encodingOf(bytes);
    if (encoding !== 'utf-8') return { path: at, text: normalize(new TextDecoder(encoding).decode(bytes)) };
    const decoded = decodeText(at, bytes);
    if ('text' in decoded) return { path: at, text: normalize(decoded.text) };
    return diagnose('file-is-utf8', decoded.invalid, { path: at, byte: decoded.byte });
  } catch (error) {
    throw toHostFailure(error, full);
  }
}

/**
 * Hands over a file piece by piece, whatever its size.
 * @returns a finding where it is not in the encoding that it begins in
 * @throws HostFailure
 */
export async function streamExchangeFile(
  { full, path: at }: NamedFile,
  take: (chunk: string) => void,
): Promise<Diagnostic | undefined> {
  let decoder: TextDecoder | undefined;
  let offset = 0;
  try {
    for await (const chunk of createReadStream(full, { highWaterMark: 256 * 1024 })) {
      const bytes = chunk as Buffer;
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      take(decoder.decode(bytes, { stream: true }));
      offset += bytes.length;
    }
    take(decoder?.decode() ?? '');
    return undefined;
  } catch (error) {
    if (
      !(error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    )
      throw toHostFailure(error, full);
    return diagnose('file-is-utf8', startOfFile(at), { path: at, byte: `> ${offset}` });
  }
}

/** By the byte order mark (https://encoding.spec.whatwg.org/#bom-sniff). */
function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function normalize(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
