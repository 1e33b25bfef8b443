import { lstatSync } from 'node:fs';
import type { OutputFile } from '../../model.ts';
import type { WrittenMemory } from '../write-outputs.ts';

/** A file as it was seen when it held a text. */
interface SeenFile {
  text: string;
  state: string;
}

/** Remembers what files of a folder hold, for as long as nobody touches them: a watch looks at all of them after each change. */
export function createWrittenMemory(): WrittenMemory {
  const seen = new Map<string, SeenFile>();
  const looked = new Map<string, string>();
  return {
    has: (at, { text }) => {
      const known = seen.get(at);
      const state = stateOf(at);
      looked.set(at, state);
      return known !== undefined && known.text === text && known.state === state;
    },
    // As it was before somebody read it: who changes it meanwhile changes its state.
    keep: (at, { text }: OutputFile) => {
      seen.set(at, { text, state: looked.get(at) ?? '' });
    },
  };
}

/** What changes with the bytes of a file, or with the file that has the name (https://man7.org/linux/man-pages/man7/inode.7.html). */
function stateOf(at: string): string {
  const found = lstatSync(at, { throwIfNoEntry: false, bigint: true });
  return found?.isFile() ? [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ') : '';
}
