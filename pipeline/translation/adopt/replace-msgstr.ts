import type { SourceFile } from '../../model.ts';
import type { PoEntry } from '../po-file.ts';
import { writeCatalog } from '../write-catalog.ts';

/** A translation that takes the place of an entry's. */
export interface Replacement {
  /** As read from the file. */
  entry: PoEntry;
  msgstr: string;
}

/** Gives entries of a catalog other translations; every other byte of the file stays. */
export function replaceMsgstrs({ path, text }: SourceFile, replacements: readonly Replacement[]): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const sorted = [...replacements].sort((a, b) => endOf(b.entry) - endOf(a.entry));
  return sorted.reduce((rest, { entry, msgstr }) => {
    const bare = { ...entry, msgstr, body: undefined, previous: undefined, obsolete: false };
    const written = writeCatalog({ path, trailer: [], eol: '\n', entries: [bare] }).trimEnd();
    const keyword = '\nmsgstr "';
    const lines = written.slice(written.lastIndexOf(keyword) + 1).replaceAll('\n', eol);
    // The place of a text is within its quotation marks, and a text may begin with the keyword too.
    const start = rest.lastIndexOf('msgstr', (entry.location.start.offset ?? 0) - 'msgstr'.length);
    const newline = rest.indexOf('\n', endOf(entry));
    const end = newline < 0 ? rest.length : rest[newline - 1] === '\r' ? newline - 1 : newline;
    return rest.slice(0, start) + lines + rest.slice(end);
  }, text);
}

function endOf({ location }: PoEntry): number {
  return location.end.offset ?? 0;
}
