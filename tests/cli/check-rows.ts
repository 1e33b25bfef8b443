import { checkTranslation, type Translated } from './check-translation.ts';

/** A sentence in English, and its translation. */
export interface Row {
  language: 'es' | 'pt';
  en: string;
  translation: string;
}

/** Rows are no text: what says the same in two of them says nothing. */
const rules = 'rules: { translations-are-distinct: off, translation-is-consistent: off }';

/**
 * What is found in translations of sentences, row by row: the rule, and the column where the place begins in the line of the
 * translation, behind `msgstr "`: 9 is its first letter. Sentences that differ are checked together, as paragraphs of one text.
 *
 * @param tags of the editions
 */
export async function checkRows<T extends Row>(
  rows: readonly T[],
  tags: Record<Row['language'], string> = { es: 'es-BO', pt: 'pt-BR' },
): Promise<Map<T, string[]>> {
  const all = new Map<T, string[]>(rows.map((row) => [row, []]));
  for (const round of partition(rows)) {
    const language = round[0]?.language ?? 'es';
    const paragraphs = round.map(({ en, translation }): Translated => ({ en, [language]: translation }));
    const configuration = `base: https://example.org/rivers/\neditions: { en: en-US, ${language}: ${tags[language]} }\n${rules}\n`;
    const { findings } = await checkTranslation(paragraphs, { 'tinkuy.yaml': configuration });
    for (const finding of findings) {
      const [, rule = '', line, column] = /^(\S+) locales\/\S+\.po:(\d+):(\d+)$/.exec(finding) ?? [];
      // The entry of the title, an empty line, and then three lines an entry.
      const row = round[Math.floor((Number(line) - 4) / 3)];
      const found = row && all.get(row);
      if (!found) throw new Error(`A finding of no row: ${finding}`);
      found.push(`${rule} ${column}`);
    }
  }
  return all;
}

/** Rows of one language whose sentences all differ, as those of a catalog do. */
function partition<T extends Row>(rows: readonly T[]): T[][] {
  const rounds: T[][] = [];
  for (const row of rows) {
    const isRoom = (round: T[]): boolean =>
      round.every(({ language, en }) => language === row.language && en !== row.en);
    const round = rounds.find(isRoom);
    if (round) round.push(row);
    else rounds.push([row]);
  }
  return rounds;
}
