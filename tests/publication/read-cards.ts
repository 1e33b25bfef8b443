import type { Mark } from './marks.ts';

/** The words of each card of a register of entities, by its anchor: "hub-andean--area": "Area: 2,556,393 km²". */
export function readCards(marks: readonly Mark[]): Map<string, string> {
  const cards = new Map<string, string>();
  let card: string | undefined;
  for (const [index, { kind, value }] of marks.entries()) {
    if (kind === 'block') {
      const next = marks[index + 1];
      card = next?.kind === 'anchor' && next.value.includes('--') ? next.value : undefined;
    }
    if (kind === 'text' && card !== undefined) cards.set(card, (cards.get(card) ?? '') + value);
  }
  return cards;
}

/** Decimal numbers in a text, sorted and with a dot: "1.290.000" of Brazil, "1,290,000" of the United States and of Peru. */
export function readNumbers(text: string, language: string): string[] {
  // A minus is printed as one (U+2212).
  return [...text.matchAll(/(?:(?<![\p{L}\d])[-−])?\d(?:[.,\u00A0\u202F]?\d)*/gu)]
    .map(([found]) => found.replace('−', '-'))
    .map((digits) =>
      language === 'pt' ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', ''),
    )
    .sort();
}
