import type { InlineCode, Piece } from '../inline-codes.ts';

/** Names of the inline codes of a text and of its translation: what is the same code has the same name. */
export interface CodeNames {
  /** By {@link InlineCode.id}. */
  source: Map<number, string>;
  target: Map<number, string>;
}

/**
 * Names codes by their number in the source. A code of the translation is that of the source with the same form, and
 * if possible the same title; one that the source lacks gets a name of its own.
 */
export function nameCodes(source: readonly Piece[], target: readonly Piece[]): CodeNames {
  const names: CodeNames = { source: new Map(), target: new Map() };
  const free = listCodes(source);
  for (const { code } of free) names.source.set(code.id, String(code.id));
  const others = listCodes(target);
  const match = (isSame: (a: CodeStart, b: CodeStart) => boolean): void => {
    for (const other of others) {
      if (names.target.has(other.code.id)) continue;
      const at = free.findIndex((one) => isSame(one, other));
      const [found] = at < 0 ? [] : free.splice(at, 1);
      if (found) names.target.set(other.code.id, String(found.code.id));
    }
  };
  const hasForm = (a: CodeStart, b: CodeStart): boolean => a.kind === b.kind && a.code.form === b.code.form;
  match((a, b) => hasForm(a, b) && a.code.title === b.code.title);
  match(hasForm);
  for (const { code } of others) if (!names.target.has(code.id)) names.target.set(code.id, `t${code.id}`);
  return names;
}

/** Where a code begins, or one without words. */
type CodeStart = Extract<Piece, { code: InlineCode }>;

function listCodes(pieces: readonly Piece[]): CodeStart[] {
  return pieces.filter((piece): piece is CodeStart => piece.kind === 'open' || piece.kind === 'whole');
}
