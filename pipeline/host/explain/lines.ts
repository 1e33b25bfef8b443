import { visibleCells } from '../../rules/report/visible-cells.ts';

/** Words in one style. */
export interface StyledText {
  text: string;
  paint?: (text: string) => string;
}

/** Lines as the terminal shows them. */
export interface Lines {
  /** Breaks words into lines; the second and later ones are indented by two more columns. */
  write: (indent: number, ...runs: StyledText[]) => string[];
}

/** Narrowest text, for terminals that say they have no width, in columns. */
const widthMin = 20;

const noBreakSpaces = /[\u00a0\u202f]/g;
const breakableSpaces = /([^\S\u00a0\u202f]+)/;

/** Makes lines of at most `width` columns where a word is not longer than that. */
export function createLines(width: number): Lines {
  return {
    write: (indent, ...runs) => {
      const room = Math.max(width - indent - 2, widthMin);
      const lines: string[] = [];
      let line = '';
      let used = 0;
      for (const { text, space, cells } of toWords(runs)) {
        if (used > 0 && used + (space ? 1 : 0) + cells > room && space) {
          lines.push(line);
          [line, used] = [text, cells];
        } else {
          line += space && used > 0 ? ` ${text}` : text;
          used += cells + (space && used > 0 ? 1 : 0);
        }
      }
      lines.push(line);
      return lines.map((one, index) => ' '.repeat(indent + (index > 0 ? 2 : 0)) + one);
    },
  };
}

/** Words of the runs, painted; whether there is a space before them; columns they take. */
function toWords(runs: readonly StyledText[]): { text: string; space: boolean; cells: number }[] {
  let space = false;
  return runs.flatMap(({ text, paint = (words) => words }) =>
    text.split(breakableSpaces).flatMap((piece, index) => {
      if (index % 2 === 1) space = true;
      if (index % 2 === 1 || piece === '') return [];
      const shown = visibleCells(piece, 0);
      const word = {
        // It held the words together; in a terminal's text people search for a plain one.
        text: paint(shown.map((cell) => cell.text.replace(noBreakSpaces, ' ')).join('')),
        space,
        cells: shown.reduce((sum, cell) => sum + cell.width, 0),
      };
      space = false;
      return [word];
    }),
  );
}
