import type { CatalogStatus, EditionStatus } from '../../translation/workbench/status.ts';
import { addTo } from '../../values/add-to.ts';

/** What shields.io draws a badge from (https://shields.io/badges/endpoint-badge). */
export interface Badge {
  schemaVersion: 1;
  label: string;
  message: string;
  color: string;
}

/** From how many per cent on a badge has a color of shields.io. */
const colors: [from: number, color: string][] = [
  [100, 'brightgreen'],
  [90, 'green'],
  [75, 'yellowgreen'],
  [50, 'yellow'],
  [25, 'orange'],
  [0, 'red'],
];

/** One badge for each language, over all texts: the share of the words that is translated and confirmed. */
export function createBadges({ publications }: CatalogStatus): Badge[] {
  const byLanguage = new Map<string, EditionStatus[]>();
  for (const edition of publications.flatMap(({ editions }) => editions)) {
    addTo(byLanguage, edition.language, edition);
  }
  return [...byLanguage].map(([label, editions]) => {
    const sum = (part: 'translated' | 'fuzzy' | 'untranslated'): number =>
      editions.reduce((all, { words }) => all + words[part], 0);
    const translated = sum('translated');
    const words = translated + sum('fuzzy') + sum('untranslated');
    const percent = words === 0 ? 100 : Math.floor((100 * translated) / words);
    const color = colors.find(([from]) => percent >= from)?.[1] ?? 'red';
    return { schemaVersion: 1, label, message: `${percent} %`, color };
  });
}
