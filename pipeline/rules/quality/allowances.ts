import type { Diagnostic, Location, Remark } from '../../model.ts';
import { diagnose } from '../diagnose.ts';
import { suggest } from '../likely-names.ts';
import type { RuleId } from '../rules.ts';

/** A comment "allow some-rule: reason": findings of the rule are right where it stands. */
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
  'list-members-are-linked',
];

/** A comment, and which places it stands beside. */
export interface Commented {
  remark: Remark;
  isBeside: (place: Location) => boolean;
  /** Whether it stands in a file of several texts, of which one may need it: what is amiss with it is not told of each; false unless given. */
  isShared?: boolean;
}

/** What can be allowed where the comments stand. */
interface Allowable {
  /** What breaks them can be allowed, and of other rules what is marked as being on words. */
  rules: readonly Diagnostic['rule'][];
  /** Rules of which nothing is known here: they were not asked, could not be read, or are allowed by somebody else. */
  isUnknown: (rule: string) => boolean;
  /** Where they stand: in a translation, unless given; in records and in texts other findings may be allowed. */
  where?: 'translation' | 'record' | 'text';
}

/**
 * Drops the findings that authors and translators have allowed where they stand, and reports the allowances that are amiss.
 * Findings: allowance-has-reason, allowance-names-a-rule, allowance-is-needed.
 */
export function withoutAllowed(
  found: readonly Diagnostic[],
  comments: readonly Commented[],
  { rules, isUnknown, where = 'translation' }: Allowable,
): Diagnostic[] {
  // One comment may stand beside several places, as where an entry translates several segments: it counts once.
  const allowances = new Map<
    string,
    { allowance: Allowance; isShared: boolean; beside: Commented['isBeside'][] }
  >();
  for (const { remark, isBeside, isShared = false } of comments) {
    for (const allowance of readAllowances(remark)) {
      const { path, start } = remark.location;
      const key = `${path}:${start.line}:${allowance.rule}`;
      const known = allowances.get(key) ?? { allowance, isShared, beside: [] };
      known.beside.push(isBeside);
      allowances.set(key, known);
    }
  }
  if (allowances.size === 0) return [...found];

  const isTranslation = where === 'translation';
  const names = isTranslation ? [...rules, ...partlyOnWords] : rules;
  const problems: Diagnostic[] = [];
  const dropped = new Set<Diagnostic>();
  for (const { allowance, isShared, beside } of allowances.values()) {
    const { rule, reason, remark } = allowance;
    const report = (id: RuleId, values: Diagnostic['values']) => {
      if (!isShared) problems.push(diagnose(id, remark.location, values));
    };
    if (isUnknown(rule)) continue;
    const here = found.filter(
      (finding) => finding.rule === rule && beside.some((isBeside) => isBeside(finding.location)),
    );
    const mine = here.filter(
      ({ isOnWords = false }) =>
        where === 'text' || isOnWords || !partlyOnWords.some((each) => each === rule),
    );
    if (!names.some((known) => known === rule)) {
      const likely = suggest(rule, names);
      const context = likely.context === undefined ? where : `${where}Likely`;
      report('allowance-names-a-rule', { found: rule, ...likely, ...(isTranslation ? {} : { context }) });
    } else if (mine.length === 0 && here.length > 0) {
      report('allowance-names-a-rule', { context: 'stated', found: rule });
    } else if (reason === '')
      report('allowance-has-reason', { rule, ...(where === 'text' ? { context: where } : {}) });
    else if (mine.length === 0)
      report('allowance-is-needed', { rule, ...(isTranslation ? {} : { context: 'record' }) });
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
