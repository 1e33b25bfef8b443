import type { Document, Location } from '../../model.ts';
import type { BlockToken } from './tokens.ts';

/** Place of a token in the edited file; that of its block where it has none of its own. */
export function locateToken(
  token: BlockToken | undefined,
  block: Location,
  { path, text }: Pick<Document, 'path' | 'text'>,
): Location {
  const { start, end } = token?.node?.position ?? {};
  if (!token || start?.offset === undefined || end === undefined) return block;
  if (token.kind !== 'text') return { path, start, end };
  const offset = start.offset + token.offset;
  // A backslash or an entity before it shifts a word; then the whole text is its place.
  const isThere = text.slice(offset, offset + token.form.length) === token.form;
  if (!isThere || text.slice(start.offset, offset).includes('\n')) return { path, start, end };
  const column = start.column + token.offset;
  return {
    path,
    start: { line: start.line, column, offset },
    end: { line: start.line, column: column + token.form.length, offset: offset + token.form.length },
  };
}

/** From the first to the last token of an edited block that is not as in the published one. */
export function locateChange(
  published: readonly BlockToken[],
  edited: readonly BlockToken[],
  block: Location,
  document: Pick<Document, 'path' | 'text'>,
): Location {
  const isSame = (was: BlockToken | undefined, is: BlockToken | undefined): boolean =>
    was !== undefined && was.kind === is?.kind && was.form === is.form;
  let first = 0;
  while (first < edited.length && isSame(published[first], edited[first])) first += 1;
  let last = edited.length - 1;
  const shift = published.length - edited.length;
  while (last > first && isSame(published[last + shift], edited[last])) last -= 1;
  const { start } = locateToken(edited[first], block, document);
  const { end } = locateToken(edited[last], block, document);
  return { path: block.path, start, end: (end.offset ?? 0) < (start.offset ?? 0) ? start : end };
}
