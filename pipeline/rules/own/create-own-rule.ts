import { findBreaches } from '../patterns/find-breaches.ts';
import type { QualityRule } from '../quality/quality-rule.ts';
import { isAbout, type OwnPatternRule } from './own-rules.ts';
import { reportOwn } from './report-own.ts';

/** A project's own rule as one on the wording of translations, which a translator may allow as any other. */
export function createOwnRule(own: OwnPatternRule): QualityRule {
  return {
    id: own.rule.id,
    severity: own.rule.severity,
    check: ({ segment, source, target }, { target: { language } }) => {
      if (!own.ofTranslation || !isAbout(own, language, segment.kind)) return [];
      const texts = { text: target.text, source: source.text };
      const related = [{ location: segment.location, role: 'source' }];
      return findBreaches(own.pattern.find, own.expects, texts).map((breach) =>
        reportOwn(own, target, language, breach, related),
      );
    },
  };
}
