import type { addressBeginnings } from '../linked/reconcile/entity-address.ts';
import type { Question } from '../linked/reconcile/plan-questions.ts';
import type { Answers, readAnswers, writeQueries } from '../linked/reconcile/read-answers.ts';
import type { Manifest, readManifest } from '../linked/reconcile/read-manifest.ts';
import type { Translate } from '../project/furniture.ts';
import { askInParts, type ServiceRecord } from './ask-in-parts.ts';
import { fetchJson } from './fetch-json.ts';
import { type FailureWords, HttpFailure } from './http-failure.ts';
import { quoteAnswer } from './quote-answer.ts';
import type { Patience } from './send-request.ts';
import { tellReason } from './tell-failure.ts';

/** A service that speaks the W3C Reconciliation API, and how it is asked. */
export interface Service {
  /** How it is spoken to: linked/reconcile/. */
  protocol: {
    addressBeginnings: typeof addressBeginnings;
    readAnswers: typeof readAnswers;
    readManifest: typeof readManifest;
    writeQueries: typeof writeQueries;
  };
  url: string;
  patience: Patience;
  words: FailureWords;
  headers: Record<string, string>;
}

/** What a service said of all questions. */
export interface Round extends Answers {
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

/** What the service says of itself. @throws HttpFailure where it speaks no version that is known */
export async function askManifest({ protocol, url, patience, words, headers }: Service): Promise<Manifest> {
  const { json, said } = await fetchJson({ method: 'GET', url, headers, words }, patience);
  const manifest = protocol.readManifest(json);
  if (!('problem' in manifest)) return manifest;
  const reason =
    manifest.problem === 'version'
      ? { key: 'otherVersion', values: { versions: quoteAnswer(manifest.versions) } }
      : { key: 'noManifest', values: { found: said } };
  throw new HttpFailure(words, reason, true);
}
