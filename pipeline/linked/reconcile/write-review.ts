import { stringify } from 'yaml';
import type { EntityCandidate } from './read-answers.ts';
import type { Manifest } from './read-manifest.ts';

/** Candidates as YAML, by entity, for somebody to review: nothing in it has been checked. */
export function writeReview(candidates: readonly EntityCandidate[], { name }: Manifest): string {
  const byEntity = new Map<string, object[]>();
  for (const { question, address, name: label, score, isMatch } of candidates) {
    const known = byEntity.get(question.entity) ?? [];
    const scored = score === undefined ? {} : { score };
    byEntity.set(question.entity, [...known, { address, name: label, ...scored, match: isMatch }]);
  }
  return `# ${name}\n${stringify(Object.fromEntries(byEntity))}`;
}
