import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FileSources } from '../files/file-sources.ts';
import type { Staged } from '../model.ts';
import { isWithin } from './is-within.ts';
import { readLines } from './read-lines.ts';
import { readSourceFile } from './read-source-file.ts';
import { walkRepository } from './walk-repository.ts';

/** The files of a repository; findings are about folders that could not be looked into. */
export function openRepository(root: string, isHiddenWanted: (name: string) => boolean): Staged<FileSources> {
  const { paths, strayLinks, diagnostics } = walkRepository(root, isHiddenWanted);
  const value: FileSources = {
    paths,
    strayLinks,
    read: (at) => {
      const found = readSourceFile(root, at, { tooLarge: { context: 'whole' }, decode: decodeTable });
      return 'text' in found ? { value: found, diagnostics: [] } : { value: undefined, diagnostics: [found] };
    },
    readLines: (at) => readLines(path.join(root, at), at),
    exists: (at) => isFileWithin(root, at),
  };
  return { value, diagnostics };
}

/** Tables may be in UTF-16, as spreadsheets save them; which, their byte order mark tells. */
function decodeTable(at: string, bytes: Buffer): string | undefined {
  if (!/\.(?:csv|tsv)$/i.test(at)) return undefined;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return bytes[0] === 0xfe && bytes[1] === 0xff ? new TextDecoder('utf-16be').decode(bytes) : undefined;
}

function isFileWithin(root: string, at: string): boolean {
  try {
    const full = path.join(root, at);
    return statSync(full).isFile() && isWithin(realpathSync(root), realpathSync(full));
  } catch {
    return false;
  }
}
