import type { LanguageHabits, TextRange } from '../../model.ts';

/**
 * Sentences of a text, by Unicode's rules for the language (https://unicode.org/reports/tr29/#Sentence_Boundaries);
 * an abbreviation or an initial ends none.
 */
export function splitSentences(text: string, tag: string, habits: LanguageHabits): TextRange[] {
  const sentences: TextRange[] = [];
  for (const { index, segment } of new Intl.Segmenter(tag, { granularity: 'sentence' }).segment(text)) {
    const last = sentences.at(-1);
    const end = index + segment.length;
    if (last && (endsWithAbbreviation(text.slice(last.start, last.end), habits) || !/\p{L}/u.test(segment)))
      last.end = end;
    else sentences.push({ start: index, end });
  }
  return sentences;
}

/** Whether a text's last word is one with a full stop that ends no sentence: "p. ej.", "Sr.", an initial. */
export function endsWithAbbreviation(text: string, { abbreviations = [] }: LanguageHabits): boolean {
  const end = text.trimEnd().toLowerCase();
  if (!end.endsWith('.')) return false;
  if (/(?<![\p{L}\p{M}])\p{L}\.$/u.test(end)) return true;
  return abbreviations.some((word) => {
    if (!end.endsWith(word.toLowerCase())) return false;
    return !/[\p{L}\p{M}]$/u.test(end.slice(0, end.length - word.length));
  });
}
