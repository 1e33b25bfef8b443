/** One grapheme as a terminal shows it. */
export interface Cell {
  /** 0-based offset in the line, in UTF-16 code units. */
  offset: number;
  text: string;
  /** Columns of the terminal that the text takes. */
  width: number;
}

const tabWidth = 2;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Characters that take two columns (Unicode East Asian Width W and F, in broad ranges, and emoji). */
const wide =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6])/u;
/** Control and format characters: they would be obeyed or be invisible, and are often what the finding is about. */
const hidden = /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** Splits a part of a line into what the terminal shows; nothing in the result moves the cursor or is invisible. */
export function visibleCells(text: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  for (const { segment, index } of graphemes.segment(text)) {
    const shown = showGrapheme(segment);
    const width = shown === segment ? (wide.test(segment) ? 2 : 1) : shown.length;
    cells.push({ offset: offset + index, text: shown, width });
  }
  return cells;
}

function showGrapheme(grapheme: string): string {
  if (grapheme === '\t') return ' '.repeat(tabWidth);
  if (!hidden.test(grapheme)) return grapheme;
  return Array.from(grapheme, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return hidden.test(character) ? `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>` : character;
  }).join('');
}

/** A text for one line of a terminal, hidden characters by their code points. */
export function visibleText(text: string): string {
  return visibleCells(text, 0)
    .map((cell) => cell.text)
    .join('');
}
