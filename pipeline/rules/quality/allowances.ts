import type { Diagnostic, Location, Remark } from '../../model.ts';
import { diagnose } from '../diagnose.ts';
import { suggest } from '../likely-names.ts';
import type { RuleId } from '../rules.ts';
import type { SegmentPair } from './quality-rule.ts';

/** A translator's comment "allow some-rule: reason": findings of the rule are right at this segment. */
interface Allowance {
  rule: string;
  reason: string;
  remark: Remark;
}

/** Rules on what is stated that ordinary links and code obey, too: of these a translator may allow what is on words. */
const partlyOnWords: readonly RuleId[] = [
  'code-is-kept',
  'inline-markup-agrees-across-editions',
  'link-target-is-kept',
];

/**
 * Drops the findings that translators have allowed where they stand, and reports the allowances that are amiss.
 * Findings: allowance-has-reason, allowance-names-a-rule, allowance-is-needed.
 *
 * @param rules on wording; what breaks them can be allowed, and of other rules what is marked as being on words
 * @param unread rules that were not asked, or could not be read: of what they would have found nothing is known
 */
export function withoutAllowed(
  found: readonly Diagnostic[],
  pairs: readonly SegmentPair[],
  rules: readonly Diagnostic['rule'][],
  unread: readonly Diagnostic['rule'][] = [],
): Diagnostic[] {
  // One entry may be the translation of several segments: its comments count once.
  const allowances = new Map<string, { allowance: Allowance; entries: Location[] }>();
  for (const { target } of pairs) {
    for (const allowance of target.edition.remarks.flatMap(readAllowances)) {
      const { path, start } = allowance.remark.location;
      const key = `${path}:${start.line}:${allowance.rule}`;
      const known = allowances.get(key) ?? { allowance, entries: [] };
      known.entries.push(target.edition.locate(target.node));
      allowances.set(key, known);
    }
  }
  if (allowances.size === 0) return [...found];

  const problems: Diagnostic[] = [];
  const dropped = new Set<Diagnostic>();
  for (const { allowance, entries } of allowances.values()) {
    const { rule, reason, remark } = allowance;
    const report = (id: RuleId, values: Diagnostic['values']) =>
      problems.push(diagnose(id, remark.location, values));
    if (unread.some((known) => known === rule)) continue;
    const here = found.filter(
      (finding) => finding.rule === rule && entries.some((entry) => isWithin(finding.location, entry)),
    );
    const mine = here.filter(
      ({ isOnWords = false }) => isOnWords || !partlyOnWords.some((each) => each === rule),
    );
    const names = [...rules, ...partlyOnWords];
    if (!names.some((known) => known === rule)) {
      report('allowance-names-a-rule', { found: rule, ...suggest(rule, names) });
    } else if (mine.length === 0 && here.length > 0) {
      report('allowance-names-a-rule', { context: 'stated', found: rule });
    } else if (reason === '') report('allowance-has-reason', { rule });
    else if (mine.length === 0) report('allowance-is-needed', { rule });
    else for (const finding of mine) dropped.add(finding);
  }
  return [...found.filter((finding) => !dropped.has(finding)), ...problems];
}

/** "allow" and names of rules; a comment that only begins with the word, such as "allow the plural", is none. */
const allowance =
  /^allow(?:s|ed)?\s+([a-z0-9]+(?:-[a-z0-9]+)+(?:\s*,\s*[a-z0-9-]+)*|[a-z0-9-]+(?=\s*:))\s*:?\s*(.*)$/is;

function readAllowances(remark: Remark): Allowance[] {
  const [, names, reason = ''] = allowance.exec(remark.text.trim()) ?? [];
  return (names?.split(',') ?? []).map((name) => ({ rule: name.trim(), reason: reason.trim(), remark }));
}

function isWithin({ path, start }: Location, entry: Location): boolean {
  return (
    path === entry.path && offsetOf(start) >= offsetOf(entry.start) && offsetOf(start) <= offsetOf(entry.end)
  );
}

function offsetOf({ offset }: Location['start']): number {
  return offset ?? 0;
}
