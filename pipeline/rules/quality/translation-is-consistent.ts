import type { Diagnostic } from '../../model.ts';
import { diagnose } from '../diagnose.ts';
import { excerpt } from '../excerpt.ts';
import { foldText } from './fold-text.ts';
import type { QualityRule, SegmentPair } from './quality-rule.ts';
import { withCodes } from './with-codes.ts';

const rule = 'translation-is-consistent';

/** What the source says twice in the same words, a translation says twice in the same words. */
export const translationIsConsistent: QualityRule = {
  id: rule,
  checkAll: (pairs) => {
    const first = new Map<string, SegmentPair>();
    return pairs.flatMap((pair): Diagnostic[] => {
      const key = foldText(withCodes(pair.source));
      const other = first.get(key);
      if (!other) first.set(key, pair);
      if (!other || key === '' || foldText(other.target.text) === foldText(pair.target.text)) return [];
      const place = pair.target.locate(0, pair.target.text.length);
      const values = { expected: excerpt(other.target.text), found: excerpt(pair.target.text) };
      const related = [
        { location: other.target.locate(0, other.target.text.length), role: 'translation' },
        { location: pair.segment.location, role: 'source' },
      ];
      return [diagnose(rule, place, values, related)];
    });
  },
};
