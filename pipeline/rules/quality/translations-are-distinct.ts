import type { Diagnostic } from '../../model.ts';
import { diagnose } from '../diagnose.ts';
import { excerpt } from '../excerpt.ts';
import { foldText } from './fold-text.ts';
import type { QualityRule, SegmentPair } from './quality-rule.ts';

const rule = 'translations-are-distinct';

/** What the source says in different words has different translations: one was not copied to the wrong place. */
export const translationsAreDistinct: QualityRule = {
  id: rule,
  checkAll: (pairs) => {
    const first = new Map<string, SegmentPair>();
    return pairs.flatMap((pair): Diagnostic[] => {
      const key = foldText(pair.target.text);
      const other = first.get(key);
      if (!other) first.set(key, pair);
      if (!other || !/\p{L}/u.test(key) || foldText(other.source.text) === foldText(pair.source.text))
        return [];
      const place = pair.target.locate(0, pair.target.text.length);
      const values = {
        found: excerpt(pair.target.text),
        source: excerpt(pair.source.text),
        other: excerpt(other.source.text),
      };
      const related = [
        { location: pair.segment.location, role: 'source' },
        { location: other.target.locate(0, other.target.text.length), role: 'translation' },
      ];
      return [diagnose(rule, place, values, related)];
    });
  },
};
