import type { Language, Location, OwnRule, OwnRuleId, SegmentKind } from '../../model.ts';
import type { LinearPattern } from '../patterns/compile-linear.ts';
import type { Expectation } from '../patterns/find-breaches.ts';

/** The rules that a project wrote, in rules/*.yaml. */
export interface OwnRules {
  rules: OwnPatternRule[];
  /** Those that have findings of their own, and so look for nothing. */
  unread: OwnRuleId[];
}

/** A rule of a project's own: what it looks for, and where. */
export interface OwnPatternRule {
  rule: OwnRule;
  pattern: LinearPattern;
  expects: Expectation;
  /** Undefined: all of them. */
  languages: readonly Language[] | undefined;
  /** Whether it looks at texts as their author wrote them; and at translations. */
  ofText: boolean;
  ofTranslation: boolean;
  /** Undefined: all of them. */
  kinds: readonly SegmentKind[] | undefined;
  /** What to write instead, as `LinearPattern.expand` takes it. */
  suggestion: (language: Language) => string | undefined;
  /** Where the file says where the rule looks; its first line where it says nothing of it. */
  location: Location;
}

/** Whether a rule looks at segments of a kind in a language. */
export function isAbout(
  { languages, kinds }: OwnPatternRule,
  language: Language,
  kind: SegmentKind,
): boolean {
  return (languages?.includes(language) ?? true) && (kinds?.includes(kind) ?? true);
}
