import { HostFailure } from './host-failure.ts';

/** Why an answer cannot be used: a key under "http" in locales/<lang>/cli.json, and what fills its holes. */
export interface HttpReason {
  key: string;
  values: Record<string, string>;
}

/** How a command words that a service failed it: a key under "failure", whose hole {{answer}} the reason fills. */
export interface FailureWords {
  key: string;
  values: Record<string, string>;
}

/**
 * A service that was asked over HTTP gave no answer, or none that can be used. What it said has gone through quoteAnswer
 * before it comes here.
 */
export class HttpFailure extends HostFailure {
  readonly reason: HttpReason;
  /** Whether the next question will fare no better: nobody is there, is busy, or refuses whoever asks. */
  readonly isOfServer: boolean;

  constructor(words: FailureWords, reason: HttpReason, isOfServer: boolean, cause?: unknown) {
    super(words.key, words.values, cause);
    this.name = 'HttpFailure';
    this.reason = reason;
    this.isOfServer = isOfServer;
  }
}
