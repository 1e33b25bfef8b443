import type { HttpReason } from '../http-failure.ts';

/** One text to be built, anywhere: digests only. */
export interface TextTask {
  key: string;
  /** As in TextKeys, so that whoever has another key can tell why. */
  tool: string;
  project: string;
  /** What TextStore.identify says. */
  store: string;
}

/** What whoever was given a task differs in. */
export type Difference = 'tool' | 'project' | 'store';

/** Why a text was not built to its end, as a context of the rule text-is-built. */
export interface TextFailure {
  kind: 'memory' | 'killed' | 'bug' | 'lost';
  /** What was said of it last, in one line. */
  detail: string;
}

/** What came of a task. */
export type TextAnswer =
  /** Its record is in the store. */
  | { kind: 'built' }
  | { kind: 'refused'; differs: Difference; own: string }
  | { kind: 'failed'; failure: TextFailure }
  /** The machine or a service refuses, whichever text it is. */
  | { kind: 'host'; failure: SentFailure };

/** A HostFailure as it goes from process to process; that of a service with its reason. */
export interface SentFailure {
  key: string;
  values: Record<string, string>;
  reason?: HttpReason;
}

/** How often a text is begun whose process died: the second time it may have more memory to itself. */
export const attemptsMax = 2;
