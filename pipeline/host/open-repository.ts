import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FileSources } from '../files/file-sources.ts';
import type { Diagnostic, SourceFile, Staged } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import { decodeText } from './decode-text.ts';
import { isWithin } from './is-within.ts';
import { readLines } from './read-lines.ts';
import { unreadable } from './walk-folder.ts';
import { walkRepository } from './walk-repository.ts';

/** Largest file that is read whole, in bytes. */
const sizeMax = 64 * 1024 * 1024;

/** The files of a repository; findings are about folders that could not be looked into. */
export function openRepository(root: string, isHiddenWanted: (name: string) => boolean): Staged<FileSources> {
  const { paths, strayLinks, diagnostics } = walkRepository(root, isHiddenWanted);
  const value: FileSources = {
    paths,
    strayLinks,
    read: (at) => {
      const found = readWhole(root, at);
      return 'text' in found ? { value: found, diagnostics: [] } : { value: undefined, diagnostics: [found] };
    },
    readLines: (at) => readLines(path.join(root, at), at),
    exists: (at) => isFileWithin(root, at),
  };
  return { value, diagnostics };
}

/** Reads a file as its author wrote it, but for a byte order mark; tables may be in UTF-16, as spreadsheets save them. */
function readWhole(root: string, at: string): SourceFile | Diagnostic {
  try {
    const full = path.join(root, at);
    const { size } = statSync(full);
    if (size > sizeMax) {
      const values = { path: at, size: Math.ceil(size / 1024 / 1024), limit: sizeMax / 1024 / 1024 };
      return diagnose('file-size-is-bounded', startOfFile(at), { ...values, context: 'whole' });
    }
    const bytes = readFileSync(full);
    const encoding = /\.(?:csv|tsv)$/i.test(at) ? utf16Of(bytes) : undefined;
    if (encoding !== undefined) return { path: at, text: new TextDecoder(encoding).decode(bytes) };
    const decoded = decodeText(at, bytes);
    if ('text' in decoded) return { path: at, text: decoded.text };
    return diagnose('file-is-utf8', decoded.invalid, { path: at, byte: decoded.byte });
  } catch (error) {
    return unreadable(at, error);
  }
}

/** By its byte order mark. */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function isFileWithin(root: string, at: string): boolean {
  try {
    const full = path.join(root, at);
    return statSync(full).isFile() && isWithin(realpathSync(root), realpathSync(full));
  } catch {
    return false;
  }
}
