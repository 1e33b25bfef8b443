import type { Diagnostic } from '../../model.ts';
import { diagnose } from '../diagnose.ts';
import { excerpt } from '../excerpt.ts';
import { findWords } from './find-words.ts';
import { foldText } from './fold-text.ts';
import type { QualityRule, SegmentPair } from './quality-rule.ts';
import { withCodes } from './with-codes.ts';

const rule = 'translations-are-distinct';
/** How many segments on a translation is likely to have been copied to the wrong place, however short it is. */
const nearMax = 3;
/** The same for cells, of which a column has the next one a row further. */
const nearCellMax = 12;
/** Fewest different words of a text that is not said as well in other words. */
const wordsMin = 4;
/** Texts that have half of their words in common may be one thing in another wording. */
const shareMax = 0.5;

/** What the source says in different words has different translations: one was not copied to the wrong place. */
export const translationsAreDistinct: QualityRule = {
  id: rule,
  checkAll: (pairs) => {
    const first = new Map<string, { pair: SegmentPair; index: number }>();
    return pairs.flatMap((pair, index): Diagnostic[] => {
      const key = foldText(withCodes(pair.target));
      const other = first.get(key);
      if (!other) first.set(key, { pair, index });
      if (!other || !/\p{L}/u.test(key) || foldText(other.pair.source.text) === foldText(pair.source.text))
        return [];
      const areCells = pair.segment.kind === 'cell' && other.pair.segment.kind === 'cell';
      const isNear = index - other.index <= (areCells ? nearCellMax : nearMax);
      if (!isNear && sayTheSame(other.pair.source.text, pair.source.text)) return [];
      const place = pair.target.locate(0, pair.target.text.length);
      const values = {
        found: excerpt(pair.target.text),
        source: excerpt(pair.source.text),
        other: excerpt(other.pair.source.text),
      };
      const related = [
        { location: pair.segment.location, role: 'source' },
        { location: other.pair.target.locate(0, other.pair.target.text.length), role: 'translation' },
      ];
      return [diagnose(rule, place, values, related)];
    });
  },
};

/** Whether two texts may well have one translation: few words have synonyms ("Recap", "Abstract"), more have words in common. */
function sayTheSame(one: string, other: string): boolean {
  const [own, others] = [wordsOf(one), wordsOf(other)];
  if (Math.min(own.size, others.size) < wordsMin) return true;
  const shared = [...own].filter((word) => others.has(word)).length;
  return (2 * shared) / (own.size + others.size) >= shareMax;
}

function wordsOf(text: string): Set<string> {
  return new Set(findWords(text.toLowerCase()).map(({ text: word }) => word));
}
