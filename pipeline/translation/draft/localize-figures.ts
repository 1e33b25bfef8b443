import { createFigureStyle } from '../matching/figures.ts';

const typedNumber = /\d(?:[\d.,\u00a0\u202f]*\d)?/g;

/**
 * Writes numbers that a machine left as the source has them in the habits of the edition: "1,528" is "1.528" in pt-BR.
 * Only what the source has letter for letter is touched; words of codes are not given here.
 *
 * @param text of the translation; @param original of the source
 */
export function localizeFigures(
  text: string,
  original: string,
  tags: { source: string; target: string },
): string {
  const source = createFigureStyle(tags.source);
  const target = createFigureStyle(tags.target);
  const typed = new Set(original.match(typedNumber) ?? []);
  return text.replace(typedNumber, (number) => {
    const figures = typed.has(number) ? source.read(number) : undefined;
    if (!figures) return number;
    return target.write(figures, figures.group === undefined ? undefined : true);
  });
}
