import type { OutputFile } from '../../model.ts';
import type { FileKind } from './output.ts';

/** A file whose text is made anew, piece by piece, whenever it is asked for; its path has no holes. */
export function placePieces({ path, mediaType }: FileKind, pieces: () => Iterable<string>): OutputFile {
  return {
    path,
    mediaType,
    language: undefined,
    pieces,
    get text(): string {
      return [...pieces()].join('');
    },
  };
}
