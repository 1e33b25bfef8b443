import { listRecordTexts } from '../graph/list-record-texts.ts';
import type { RecordComment } from '../graph/read-record-comments.ts';
import { recordRules } from '../graph/record-rules.ts';
import type { Diagnostic, Glossary, Publication, Vocabulary } from '../model.ts';
import { checkRecordTexts } from '../rules/check-record-texts.ts';
import { withoutAllowed } from '../rules/quality/allowances.ts';
import type { KnownWordings } from '../rules/quality/quality-rule.ts';
import { compareNames } from './compare-names.ts';

/**
 * Holds the names and texts that the records of a publication give against its text, and in several languages against each other. A
 * comment in the file of the records may allow a finding.
 * Findings: those of checkRecordTexts, of compareNames and of withoutAllowed.
 */
export function compareRecords(
  publication: Publication,
  comments: readonly RecordComment[],
  sides: Parameters<typeof checkRecordTexts>[1],
  context: Parameters<typeof checkRecordTexts>[2] & {
    vocabulary: Vocabulary;
    glossary: Glossary;
    known: KnownWordings;
  },
): Diagnostic[] {
  const { vocabulary, glossary, known } = context;
  const texts = listRecordTexts(publication.graph, vocabulary);
  const { value: held, diagnostics: ofTexts } = checkRecordTexts(texts, sides, context);
  const found = [...ofTexts, ...compareNames(publication, vocabulary, glossary, known)];
  const rules = [...held.asked, ...held.silent, ...recordRules, ...nameRules];
  const elsewhere: readonly string[] = [...held.silent, ...recordRules];
  const isUnknown = (rule: string): boolean => elsewhere.includes(rule);
  return withoutAllowed(found, comments, { rules, isUnknown, where: 'record' });
}

const nameRules: readonly Diagnostic['rule'][] = ['label-agrees-with-text', 'label-is-of-its-entity'];
