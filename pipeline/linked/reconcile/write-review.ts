import { stringify } from 'yaml';
import type { EntityCandidate, Manifest } from './read-answers.ts';

/** Candidates as YAML, by entity, for somebody to review: nothing in it has been checked. */
export function writeReview(candidates: readonly EntityCandidate[], { name }: Manifest): string {
  const byEntity = new Map<string, object[]>();
  for (const { question, address, name: label, score, isMatch } of candidates) {
    const known = byEntity.get(question.entity) ?? [];
    byEntity.set(question.entity, [...known, { address, name: label, score, match: isMatch }]);
  }
  return `# ${name}\n${stringify(Object.fromEntries(byEntity))}`;
}
