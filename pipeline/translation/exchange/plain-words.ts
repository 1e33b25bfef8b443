import type { Piece } from '../inline-codes.ts';

/** Signs before which a backslash says that they are no markup (https://spec.commonmark.org/0.31.2/#backslash-escapes). */
const escaped = /\\([!-/:-@[-`{-~])/g;

/** The words of pieces, without codes and backslashes. */
export function plainWords(pieces: readonly Piece[]): string {
  return pieces
    .filter(({ kind }) => kind === 'text')
    .map(({ markdown }) => markdown.replace(escaped, '$1'))
    .join('');
}

/** The pieces between the two ends of each code with words in it, by the code's number. */
export function innerPieces(pieces: readonly Piece[]): Map<number, Piece[]> {
  const inner = new Map<number, Piece[]>();
  const open: Piece[][] = [];
  for (const piece of pieces) {
    if (piece.kind === 'close') open.pop();
    for (const list of open) list.push(piece);
    if (piece.kind !== 'open') continue;
    const list: Piece[] = [];
    inner.set(piece.code.id, list);
    open.push(list);
  }
  return inner;
}
