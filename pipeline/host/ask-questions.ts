import type { Question } from '../linked/reconcile/plan-questions.ts';
import type * as Protocol from '../linked/reconcile/read-answers.ts';
import type { Manifest } from '../linked/reconcile/read-manifest.ts';
import type { Translate } from '../project/furniture.ts';
import { askInParts, type ServiceRecord } from './ask-in-parts.ts';
import { fetchJson } from './fetch-json.ts';
import { type FailureWords, HttpFailure } from './http-failure.ts';
import type { Patience } from './send-request.ts';
import { tellReason } from './tell-failure.ts';

/** A service that speaks the W3C Reconciliation API, and how it is asked. */
export interface Service {
  protocol: Pick<typeof Protocol, 'writeQueries' | 'readAnswers'>;
  url: string;
  patience: Patience;
  words: FailureWords;
  headers: Record<string, string>;
}

/** What a service said of all questions. */
export interface Round extends Protocol.Answers {
  /** Why it was not asked about the rest. */
  stopped: HttpFailure | undefined;
}

/**
 * Asks in batches; `show` is told how many questions are done. Where the service stops, what it said before counts.
 *
 * @throws HttpFailure where the service has no answer to any question
 */
export async function askQuestions(
  questions: readonly Question[],
  manifest: Manifest,
  { protocol, url, patience, words, headers }: Service,
  { say, show }: { say: Translate; show: (done: number) => void },
): Promise<Round> {
  const round: Round = { candidates: [], unanswered: [], unusable: [], stopped: undefined };
  const record: ServiceRecord = { failures: 0, hasAnswered: false, lastFailure: undefined };
  const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
  const ask = async (batch: readonly Question[], isPart: boolean): Promise<boolean> => {
    const body = new URLSearchParams({ queries: protocol.writeQueries(batch) }).toString();
    const retries = isPart ? Math.min(1, patience.retries) : patience.retries;
    const request = { method: 'POST', url, headers: form, body, words } as const;
    const { json, said } = await fetchJson(request, { ...patience, retries });
    const answers = protocol.readAnswers(json, batch, manifest);
    if (!answers) throw new HttpFailure(words, { key: 'noAnswers', values: { found: said } }, false);
    round.candidates.push(...answers.candidates);
    round.unanswered.push(...answers.unanswered);
    round.unusable.push(...answers.unusable);
    return true;
  };
  const giveUp = (question: Question, failure: HttpFailure | undefined) => {
    round.unanswered.push({ question, found: failure ? tellReason(failure, say) : '' });
  };
  try {
    for (let from = 0; from < questions.length; from += manifest.batchSize) {
      show(from);
      const batch = questions.slice(from, from + manifest.batchSize);
      await askInParts(batch, { ask, giveUp }, record);
    }
  } catch (error) {
    if (!(error instanceof HttpFailure && record.hasAnswered)) throw error;
    round.stopped = error;
  }
  if (record.lastFailure && !record.hasAnswered) throw record.lastFailure;
  return round;
}
