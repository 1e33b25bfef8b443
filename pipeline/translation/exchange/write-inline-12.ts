import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import type { InlineCode, Piece } from '../inline-codes.ts';
import { splitUnwritable, writableText } from './write-xml.ts';

/**
 * Content of <source> or <target> of XLIFF 1.2. A code with words in it is <bpt> and <ept>, another one <ph>; `equiv-text`
 * has its Markdown. A <ph> holds it as well, but only where it has a letter: OmegaT looks for segments by words and tags,
 * and names a tag by the first letter of what it holds, else by its kind, in XLIFF as in our TMX.
 *
 * @param names of codes by their number
 */
export function writeInline12(
  pieces: readonly Piece[],
  names: ReadonlyMap<number, string>,
): ElementContent[] {
  let controls = 0;
  return pieces.flatMap((piece): ElementContent[] => {
    if (piece.kind !== 'text') return [writeCode(piece, names)];
    return splitUnwritable(piece.markdown).flatMap((part, index): ElementContent[] => {
      if (part === '') return [];
      if (index % 2 === 0) return [{ type: 'text', value: part }];
      controls += 1;
      return [writeControl(part, controls)];
    });
  });
}

/** A character that XML cannot hold, which XLIFF 1.2 has no element for. */
function writeControl(character: string, rank: number): Element {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return x('x', { id: `cp-${hex}-${rank}`, ctype: 'x-control' });
}

function writeCode(
  { kind, code, markdown }: Exclude<Piece, { kind: 'text' }>,
  names: ReadonlyMap<number, string>,
): Element {
  const id = names.get(code.id);
  const shown = writableText(markdown);
  if (kind === 'close') return x('ept', { id, rid: id, 'equiv-text': shown });
  if (kind === 'open') return x('bpt', { id, rid: id, ctype: pairType(code), 'equiv-text': shown });
  return x('ph', { id, ctype: wholeType(code), 'equiv-text': shown }, /\p{L}/u.test(shown) ? shown : []);
}

function pairType({ type }: InlineCode): string {
  switch (type) {
    case 'link':
      return 'link';
    case 'emphasis':
      return 'italic';
    case 'strong':
      return 'bold';
    default:
      return `x-${type}`;
  }
}

function wholeType({ type }: InlineCode): string {
  switch (type) {
    case 'image':
      return 'image';
    case 'break':
      return 'lb';
    default:
      return `x-${type}`;
  }
}
