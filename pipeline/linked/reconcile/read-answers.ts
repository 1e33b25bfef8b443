import { visibleText } from '../../rules/report/visible-cells.ts';
import { isObject } from '../../values/json-value.ts';
import { entityAddress } from './entity-address.ts';
import type { Question } from './plan-questions.ts';
import type { Manifest } from './read-manifest.ts';

/** What might be the same thing. */
export interface EntityCandidate {
  question: Question;
  address: string;
  name: string;
  /** Undefined where the service gives none. */
  score: number | undefined;
  /** Whether the service is sure. */
  isMatch: boolean;
}

export interface Answers {
  /** In the order of the questions, the best first. */
  candidates: EntityCandidate[];
  /** Questions without an answer, with what stands in its place. */
  unanswered: { question: Question; found: string }[];
  /** Candidates of whose id no address can be made, with the id. */
  unusable: { question: Question; found: string }[];
}

/** Most candidates for one question. */
const candidatesMax = 3;

/** The questions as the value of the parameter `queries`. */
export function writeQueries(questions: readonly Question[]): string {
  const entries = questions.map(({ label }, index) => [`q${index}`, { query: label, limit: candidatesMax }]);
  return JSON.stringify(Object.fromEntries(entries));
}

/**
 * Reads the answers to some questions, each on its own: what one of them lacks costs the others nothing. Takes what
 * versions 0.1 and 0.2 of the protocol allow, and of what services send besides: ids that are numbers, scores in quotation
 * marks or missing, candidates without a name.
 *
 * @returns undefined where none of the questions has an answer
 */
export function readAnswers(
  answer: unknown,
  questions: readonly Question[],
  manifest: Manifest,
): Answers | undefined {
  if (!isObject(answer)) return undefined;
  const answers: Answers = { candidates: [], unanswered: [], unusable: [] };
  for (const [index, question] of questions.entries()) {
    const own = Object.hasOwn(answer, `q${index}`) ? answer[`q${index}`] : undefined;
    if (!isObject(own) || !Array.isArray(own.result)) {
      answers.unanswered.push({ question, found: own === undefined ? '' : showJson(own) });
      continue;
    }
    const found: EntityCandidate[] = [];
    for (const each of own.result) {
      const candidate = readCandidate(each, question, manifest);
      if ('found' in candidate) answers.unusable.push(candidate);
      else found.push(candidate);
    }
    answers.candidates.push(...found.sort(byScore).slice(0, candidatesMax));
  }
  return answers.unanswered.length === questions.length ? undefined : answers;
}

function readCandidate(
  each: unknown,
  question: Question,
  manifest: Manifest,
): EntityCandidate | { question: Question; found: string } {
  const { id, name, score, match } = isObject(each) ? each : {};
  // A whole number above 2^53 has lost its last digits when it is read.
  const known = typeof id === 'string' ? id.trim() : Number.isSafeInteger(id) ? String(id) : '';
  const address = known === '' ? undefined : entityAddress(known, manifest);
  if (address === undefined) return { question, found: showJson(id ?? each) };
  const label = typeof name === 'string' || typeof name === 'number' ? String(name).trim() : '';
  return {
    question,
    address,
    name: visibleText((label || known).replace(/\s+/g, ' ')),
    score: readScore(score),
    isMatch: match === true,
  };
}

/** What a service sent in the place of something; values can be nested deeper than JSON.stringify goes. */
function showJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '…';
  }
}

function readScore(score: unknown): number | undefined {
  const value = typeof score === 'string' && score.trim() !== '' ? Number(score) : score;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The best first; what has no score comes last, in the order of the service. */
function byScore(a: EntityCandidate, b: EntityCandidate): number {
  if (a.score === undefined || b.score === undefined) {
    return Number(a.score === undefined) - Number(b.score === undefined);
  }
  return b.score - a.score || (a.address < b.address ? -1 : 1);
}
