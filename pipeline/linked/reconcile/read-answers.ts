import { isObject } from '../../values/json-value.ts';
import type { Question } from './plan-questions.ts';

/** What a service says of itself (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/#service-manifest). */
export interface Manifest {
  name: string;
  /** Where the addresses of its entities begin. */
  identifierSpace: string;
}

/** What might be the same thing. */
export interface EntityCandidate {
  question: Question;
  address: string;
  name: string;
  score: number;
  /** Whether the service is sure. */
  isMatch: boolean;
}

/** Most questions in one request; services are asked politely. */
export const batchSize = 20;
/** Most candidates for one question. */
const candidatesMax = 3;

/** Undefined where the answer is no manifest. */
export function readManifest(answer: unknown): Manifest | undefined {
  if (!isObject(answer)) return undefined;
  const { name, identifierSpace } = answer;
  return typeof name === 'string' && typeof identifierSpace === 'string'
    ? { name, identifierSpace }
    : undefined;
}

/** The questions as the value of the parameter `queries`. */
export function writeQueries(questions: readonly Question[]): string {
  const entries = questions.map(({ label }, index) => [`q${index}`, { query: label, limit: candidatesMax }]);
  return JSON.stringify(Object.fromEntries(entries));
}

/** Candidates in the order of the questions, the best first; undefined where the answer is none to these questions. */
export function readCandidates(
  answer: unknown,
  questions: readonly Question[],
  { identifierSpace }: Manifest,
): EntityCandidate[] | undefined {
  if (!isObject(answer)) return undefined;
  const candidates: EntityCandidate[] = [];
  for (const [index, question] of questions.entries()) {
    const own = answer[`q${index}`];
    if (!isObject(own) || !Array.isArray(own.result)) return undefined;
    const found = own.result.flatMap((each): EntityCandidate[] => {
      if (!isObject(each) || typeof each.id !== 'string' || typeof each.name !== 'string') return [];
      const score = typeof each.score === 'number' ? each.score : 0;
      return [
        {
          question,
          address: identifierSpace + each.id,
          name: each.name,
          score,
          isMatch: each.match === true,
        },
      ];
    });
    candidates.push(
      ...found.sort((a, b) => b.score - a.score || (a.address < b.address ? -1 : 1)).slice(0, candidatesMax),
    );
  }
  return candidates;
}
