import type { Diagnostic, Language } from '../../model.ts';
import type { Breach } from '../patterns/find-breaches.ts';
import type { SegmentSide } from '../quality/quality-rule.ts';
import type { OwnPatternRule } from './own-rules.ts';

/** What stands in a plain text for a code without words. */
const codeMark = /\uFFFC/g;

/** A finding of a project's own rule, with what to write instead where the rule says so. */
export function reportOwn(
  { rule, pattern, suggestion }: OwnPatternRule,
  side: SegmentSide,
  language: Language,
  { start, end, values }: Breach,
  related: Diagnostic['related'] = [],
): Diagnostic {
  const template = suggestion(language);
  const { found } = values;
  const own =
    template === undefined || found === undefined
      ? values
      : { ...values, suggestion: pattern.expand(String(found), template) };
  const shown = Object.fromEntries(
    Object.entries(own).map(([name, value]) => [name, String(value).replace(codeMark, '…')]),
  );
  return { rule: rule.id, own: rule, location: side.locate(start, end), values: shown, related };
}
